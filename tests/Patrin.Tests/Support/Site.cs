using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Tests.Support;

/// <summary>A running Patrin on a database of its own. HTTP tests are written once against this and run on both engines.</summary>
public abstract class Site : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("patrin-test-").FullName;

    // Several classes share a site and start at once: only the first of them may start the program.
    private readonly Lock _start = new();

    public override IServiceProvider Services
    {
        get
        {
            lock (_start)
                return base.Services;
        }
    }

    /// <summary>True for the demo network, false for an empty database.</summary>
    protected virtual bool Demo => false;

    /// <summary>Rate limits are multiplied by this.</summary>
    protected virtual int LimitFactor => 10_000;

    /// <summary>Connection string; null for SQLite.</summary>
    protected virtual string? Postgres => null;

    /// <summary>Why this engine cannot be tested here; null when it can.</summary>
    public virtual string? Unavailable => null;

    public string DataDirectory => _data;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // The test host hands settings to the program as --key=value.
        builder.UseSetting("data", _data);
        // The suite may run as root and asks faster than people do.
        builder.UseSetting("allow-root", "true");
        builder.UseSetting("limit-factor", LimitFactor.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("demo", Demo ? "true" : "false");
        if (Postgres is { } connection)
            builder.UseSetting("database", connection);
        if (WatchesChanges)
            builder.ConfigureTestServices(services => services.AddSingleton<OneEntryAChange>().AddSingleton<IStartupFilter, OneEntryAChange.Judge>()
            .ConfigureDbContext<SqliteDbContext>((s, b) => b.AddInterceptors(s.GetRequiredService<OneEntryAChange>()))
            .ConfigureDbContext<PostgresDbContext>((s, b) => b.AddInterceptors(s.GetRequiredService<OneEntryAChange>())));
        if (Claimed && !Demo)
            builder.ConfigureTestServices(services => services.AddHostedService<ClaimAtStart>());
        if (!BackgroundWork)
            builder.ConfigureTestServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(PeriodicService))));
    }

    /// <summary>True lets periodic tasks run by themselves; otherwise tests call <see cref="RunDueAsync"/> by hand.</summary>
    protected virtual bool BackgroundWork => false;

    /// <summary>Runs the periodic tasks that are due, as the server does in the background; returns the names of those that ran.</summary>
    public Task<IReadOnlyList<string>> RunDueAsync() =>
        Services.GetRequiredService<PeriodicRunner>().RunDueAsync(TestContext.Current.CancellationToken);

    /// <summary>Runs one periodic task now, due or not.</summary>
    public Task<bool> RunTaskAsync(string name) =>
        Services.GetRequiredService<PeriodicRunner>().RunAsync(name, anyway: true, TestContext.Current.CancellationToken);

    /// <summary>True fails a request of somebody signed in that changes a record without exactly one audit entry.</summary>
    protected virtual bool WatchesChanges => true;

    /// <summary>False leaves an empty site at its first run, before an administrator was made.</summary>
    protected virtual bool Claimed => true;

    /// <summary>A browser of somebody without an account; without JavaScript and without following redirects.</summary>
    public HttpClient Visitor()
    {
        Assert.SkipWhen(Unavailable is not null, Unavailable ?? "");
        _ = Services;
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") });
        // What every browser says of a form on our own page.
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>A browser signed in as somebody who curates and runs rounds.</summary>
    public HttpClient Browser() => Browser(People.CuratorAndSecretariat);

    /// <summary>A browser signed in as that account.</summary>
    public HttpClient Browser(TestPerson person)
    {
        var browser = Visitor();
        browser.DefaultRequestHeaders.Add("Cookie", "patrin=" + People.SignIn(Services, person));
        return browser;
    }

    public async Task<IHtmlDocument> PageAsync(string path, string language = "en")
    {
        var response = await Browser().GetAsync(new Uri($"/{language}{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            Remove(_data);
    }

    /// <summary>The program may be writing its last file (the token of the first run) while its site is taken down.</summary>
    private static void Remove(string directory)
    {
        for (var tries = 1; Directory.Exists(directory); tries++)
        {
            try
            {
                Directory.Delete(directory, recursive: true);
            }
            catch (IOException) when (tries < 20)
            {
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Before the first request and before anything asks whether this Patrin was claimed: what was seen is kept for a second.</summary>
    private sealed class ClaimAtStart(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            People.Claim(services);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

public static class Html
{
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}

/// <summary>An empty Patrin on SQLite.</summary>
public class SqliteSite : Site;

/// <summary>An empty Patrin on a real PostgreSQL.</summary>
public class PostgresSite : Site
{
    private readonly Lazy<string?> _connection = new(PostgresServer.NewDatabase);

    public override string? Unavailable => PostgresServer.Unavailable;

    protected override string? Postgres => _connection.Value;
}

/// <summary>The demo network on SQLite, shared by tests that only read.</summary>
public sealed class SqliteDemo : SqliteSite
{
    protected override bool Demo => true;
}

/// <summary>The demo network on PostgreSQL, shared by tests that only read.</summary>
public sealed class PostgresDemo : PostgresSite
{
    protected override bool Demo => true;
}
