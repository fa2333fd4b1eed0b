using Microsoft.Playwright;
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
        _site.UseKestrel(0);
        _site.StartServer();
        // Passkeys later need the name, not the number; cookies do not mix with other local servers either.
        Address = _site.ClientOptions.BaseAddress.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Quiet });
    }

    /// <summary>A fresh window.</summary>
    public async Task<IBrowserContext> WindowAsync(int width = 1440, bool javaScript = true, bool dark = false)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed: ./test.sh installs it when it may (root), or set PATRIN_TEST_CHROMIUM.");
        return await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en",
        });
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
