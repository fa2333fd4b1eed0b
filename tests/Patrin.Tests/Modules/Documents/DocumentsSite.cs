using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Import;
using Patrin.Platform.Data;
using Patrin.Platform.Events;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Documents;

/// <summary>An empty Patrin on SQLite for one class of tests that write.</summary>
public sealed class SqliteDocuments : SqliteSite
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        DocumentsSite.Prepare(builder);
    }
}

/// <summary>An empty Patrin on PostgreSQL for one class of tests that write.</summary>
public sealed class PostgresDocuments : PostgresSite
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        DocumentsSite.Prepare(builder);
    }
}

/// <summary>What the tests of this module ask of a site.</summary>
internal static class DocumentsSite
{
    public static void Prepare(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
    {
        services.AddSingleton<PowerCut>().AddScoped<IHandle<ClaimsDecided>, PowerCutHandler>();
    });

    /// <summary>Profile of a place that may not exist, in sentences the reader knows; with a character beyond the first plane.</summary>
    public static string Profile(string name, string residents = "12,400", string roma = "1,300", string more = "") =>
        $"""
        # {name}, Slovakia

        👪 {name} is a town in the east of the country. It has {residents} inhabitants. About {roma} of them are Roma.

        ## Challenges
        - Many pupils leave school early.
        - Unemployment is high.

        ## What the municipality wants
        {name} wants to learn how other towns employ health mediators.
        {more}
        """;

    public static async Task<ImportOutcome> ImportAsync(this Site site, string text, Action<ImportBuilder>? more = null)
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        var wanted = new ImportBuilder();
        more?.Invoke(wanted);
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportDocument>().RunAsync(
            new(Encoding.UTF8.GetBytes(text), wanted.FileName) { Title = wanted.Title, Address = wanted.Address, Supersedes = wanted.Supersedes, Language = "en" },
            People.Curator, TestContext.Current.CancellationToken);
    }

    public static async Task<T> ReadAsync<T>(this Site site, Func<AppDbContext, Task<T>> read)
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        await using var scope = site.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public static async Task UseAsync<TService>(this Site site, Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The form token of a page, and the cookie that goes with it.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this Site site, string page, string to, params (string Name, string Value)[] fields)
    {
        var browser = site.Browser();
        var got = await browser.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        var token = Html.Parse(await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(token), "__RequestVerificationToken");
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return await browser.PostAsync(new Uri(to, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}

/// <summary>What a test wants to import besides the text.</summary>
internal sealed class ImportBuilder
{
    public string FileName { get; set; } = "profile.md";

    public string? Title { get; set; }

    public string? Address { get; set; }

    public Guid? Supersedes { get; set; }
}

/// <summary>Switched on, every write of this module that tells others fails after its rows are written.</summary>
internal sealed class PowerCut
{
    public bool IsOn { get; set; }
}

internal sealed class PowerCutHandler(PowerCut cut) : IHandle<ClaimsDecided>
{
    public Task HandleAsync(ClaimsDecided happened, CancellationToken cancel) => cut.IsOn ? throw new InvalidOperationException("Power cut") : Task.CompletedTask;
}
