using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Settings;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Settings;

public sealed class UnclaimedOnPostgres : PostgresSite
{
    protected override bool Claimed => false;
}

public sealed class UnclaimedOnSqlite : SqliteSite
{
    protected override bool Claimed => false;
}

public sealed class FirstRunOnSqlite() : FirstRunTests(new UnclaimedOnSqlite());

public sealed class FirstRunOnPostgres() : FirstRunTests(new UnclaimedOnPostgres());

/// <summary>The first administrator: made once, by whoever holds the printed token.</summary>
public abstract class FirstRunTests(Site site) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        site.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task R69_of_two_parallel_claims_one_wins_and_the_page_is_gone_for_ever()
    {
        var token = await TokenAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(site.Visitor(), "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(site.Visitor(), "wrong")).StatusCode);
        HttpClient[] browsers = [.. Enumerable.Range(0, 6).Select(_ => site.Visitor())];
        var forms = await Task.WhenAll(browsers.Select(b => FormAsync(b, token)));
        var answers = await Task.WhenAll(browsers.Select((b, i) => PostAsync(b, forms[i], token, $"admin{i}@example.org", "five quiet words nobody guesses")));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.NotFound));

        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var grant = await db.RoleGrants.SingleAsync(Cancel);
        Assert.Equal(NetworkRole.Administrator, grant.Role);
        Assert.Equal(1, await db.Accounts.CountAsync(Cancel));
        Assert.False(File.Exists(Path.Combine(site.DataDirectory, "setup-token")));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(site.Visitor(), token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(new Uri("/en/", UriKind.Relative), Cancel)).StatusCode);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<SetupToken>().NewAsync(Cancel));
    }

    [Fact]
    public async Task R69_what_is_not_right_is_said_and_the_token_stays_good()
    {
        var token = await TokenAsync();
        var browser = site.Visitor();
        var form = await FormAsync(browser, token);
        foreach (var (mail, password, url) in new[] { ("a@example.org", "brief pass 12", "http://localhost"), ("nobody", "five quiet words nobody guesses", "http://localhost"), ("a@example.org", "five quiet words nobody guesses", "http://patrin.example.org") })
        {
            var answer = await PostAsync(browser, form, token, mail, password, url);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.DoesNotContain(password, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, token)).StatusCode);
    }

    /// <summary>The token as the operator finds it. The start makes it after the site answers; one made here would void it, or be voided.</summary>
    private async Task<string> TokenAsync()
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        var file = Path.Combine(site.Services.GetRequiredService<PatrinOptions>().DataDirectory, "setup-token");
        var waited = Stopwatch.StartNew();
        string token;
        while ((token = File.Exists(file) ? (await File.ReadAllTextAsync(file, Cancel)).Trim() : "").Length == 0)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "The start wrote no token.");
            await Task.Delay(50, Cancel);
        }

        return token;
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient browser, string token) => browser.GetAsync(new Uri("/en/setup?token=" + token, UriKind.Relative), Cancel);

    private static async Task<string> FormAsync(HttpClient browser, string token)
    {
        var page = await GetAsync(browser, token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        return Html.Parse(await page.Content.ReadAsStringAsync(Cancel)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string form, string token, string mail, string password, string url = "http://localhost")
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = form, ["Token"] = token, ["Form.PublicUrl"] = url, ["Form.Name"] = "Ana Example", ["Form.Mail"] = mail, ["Form.Password"] = password,
        });
        return await browser.PostAsync(new Uri("/en/setup", UriKind.Relative), content, Cancel);
    }
}
