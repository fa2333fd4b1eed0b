using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Patrin.Platform.Data;
using Patrin.Platform.Settings;
using Patrin.Tests.Support;

namespace Patrin.BrowserTests.Support;

/// <summary>One real Chromium and one demo network on a real port for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly Dictionary<IBrowserContext, string> _eyes = [];
    private SqliteDemo? _site;

    public string Address { get; private set; } = "";

    private static string? Executable =>
        Environment.GetEnvironmentVariable("PATRIN_TEST_CHROMIUM") is { Length: > 0 } given ? given :
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } executable)
            return;
        _site = new SqliteDemo();
        Address = Start(_site);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Quiet });
    }

    /// <summary>Serves a site on a free port; the address has a name, because passkeys need one.</summary>
    public static string Start(Site site)
    {
        site.UseKestrel(0);
        site.StartServer();
        return site.ClientOptions.BaseAddress.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
    }

    /// <summary>Tells a site the address it is reached under, with its port.</summary>
    public static async Task AnswerUnderAsync(Site site, string address)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<SiteRow>()
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.PublicUrl, address), TestContext.Current.CancellationToken);
        site.Services.GetRequiredService<SiteState>().Forget();
    }

    /// <summary>A fresh window on the demo network, or on another site.</summary>
    public async Task<IBrowserContext> WindowAsync(int width = 1440, bool javaScript = true, bool dark = false, string? address = null)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed: ./test.sh installs it when it may (root), or set PATRIN_TEST_CHROMIUM.");
        return await _browser!.NewContextAsync(new()
        {
            BaseURL = address ?? Address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en",
        });
    }

    /// <summary>A picture of the whole page for people to look at; only when PATRIN_TEST_PICTURES names a folder.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PATRIN_TEST_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
    }

    /// <summary>Signs the window in at a site of its own.</summary>
    public static Task SignInAsync(IBrowserContext window, Site site, string address, TestPerson person) =>
        window.AddCookiesAsync([new() { Name = "patrin", Value = People.SignIn(site.Services, person), Url = address }]);

    /// <summary>Signs a window on the demo network in as one of its example people; an empty key signs it out.</summary>
    public async Task LookThroughTheEyesOfAsync(IBrowserContext window, string person)
    {
        var now = _eyes.GetValueOrDefault(window, "");
        if (now == person)
            return;
        _eyes[window] = person;
        await window.ClearCookiesAsync();
        if (person.Length > 0)
            await SignInAsync(window, _site!, Address, new(person));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
    }
}
