using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Vocabulary.Wording;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Administration;

public sealed class WordingOnSqlite(SqliteSite site) : WordingTests(site), IClassFixture<SqliteSite>;

public sealed class WordingOnPostgres(PostgresSite site) : WordingTests(site), IClassFixture<PostgresSite>;

public abstract class WordingTests(Site site)
{
    private const string Page = "/en/admin/wording?language=en";

    private static readonly TestPerson Administrator = new("Wording administrator", NetworkRole.Administrator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wording_that_an_administrator_adds_is_shown_to_the_next_writer()
    {
        var id = await People.OrganisationAsync(site, "Writes with care", more: o => o.About = "We help the flibbertigibbets of our town.");
        var writer = site.Browser(new TestPerson("Writer") { Organisation = id });
        var hint = $"/en/organisations/{id}/edit?saved=true";
        Assert.DoesNotContain("neighbours who talk a lot", await writer.TextAsync(hint), StringComparison.Ordinal);
        var browser = site.Browser(Administrator);
        var answer = await AddAsync(browser, "flibbertigibbet*");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("neighbours who talk a lot", await writer.TextAsync(hint), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AddAsync(browser, "Flibbertigibbet*")).StatusCode);

        var change = await site.AskAsync(db => db.WordingChanges.Where(c => c.Pattern == "flibbertigibbet*").Select(c => c.Id).SingleAsync(Cancel));
        await browser.SendAsync(Page, "/en/admin/wording?handler=TakeBack&language=en", ("change", change.ToString()));
        Assert.DoesNotContain("neighbours who talk a lot", await writer.TextAsync(hint), StringComparison.Ordinal);
        // What was once there stays readable.
        Assert.Contains("flibbertigibbet*", await browser.TextAsync(Page), StringComparison.Ordinal);
        Assert.Equal(["wording.add", "wording.take-back"], await site.AskAsync(db => db.AuditEntries.Where(e => e.RecordId == change.ToString()).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_shipped_wording_is_switched_off_and_on_again_but_never_lost()
    {
        var hints = (WordingHints)site.Services.GetService(typeof(WordingHints))!;
        Assert.Single(hints.Find("a pikey", "en"));
        var browser = site.Browser(Administrator);
        await browser.SendAsync(Page, "/en/admin/wording?handler=SwitchOff&language=en", ("pattern", "pikey*"));
        Assert.Empty(hints.Find("a pikey", "en"));
        Assert.Contains("Switched off", await browser.TextAsync(Page + "&q=pikey"), StringComparison.Ordinal);
        var change = await site.AskAsync(db => db.WordingChanges.Where(c => c.Pattern == "pikey*").Select(c => c.Id).SingleAsync(Cancel));
        await browser.SendAsync(Page, "/en/admin/wording?handler=TakeBack&language=en", ("change", change.ToString()));
        Assert.Single(hints.Find("a pikey", "en"));
    }

    [Fact]
    public async Task The_page_opens_without_a_language_in_the_readers_own()
    {
        var page = Html.Parse(await site.Browser(Administrator).TextAsync("/ro/admin/wording"));
        Assert.Null(page.QuerySelector(".errsum"));
        Assert.EndsWith("language=ro", page.QuerySelector(".tabs [aria-current]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wording_needs_letters_a_reason_and_advice()
    {
        var browser = site.Browser(Administrator);
        foreach (var bad in (string[])["", "*", "abc*"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AddAsync(browser, bad)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AddAsync(browser, "harmless", reason: "NO-SUCH-REASON")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AddAsync(browser, "harmless", instead: " ")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await AddAsync(site.Browser(new TestPerson("Not an administrator")), "harmless")).StatusCode);
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient browser, string pattern, string reason = "CHARACTER", string instead = "neighbours who talk a lot") => browser.SendAsync(
        "/en/account", Page, ("Form.Language", "en"), ("Form.Pattern", pattern), ("Form.Reason", reason), ("Form.Level", "Hint"), ("Form.Instead", instead));
}
