using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Changing;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Administration;

public sealed class CodesOnSqlite(SqliteSite site) : CodesTests(site), IClassFixture<SqliteSite>;

public sealed class CodesOnPostgres(PostgresSite site) : CodesTests(site), IClassFixture<PostgresSite>;

public abstract class CodesTests(Site site)
{
    private static readonly TestPerson Administrator = new("Codes administrator", NetworkRole.Administrator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CodeLists Codes => (CodeLists)site.Services.GetService(typeof(CodeLists))!;

    [Fact]
    public async Task Words_an_administrator_gives_are_on_every_page_and_the_shipped_ones_come_back()
    {
        const string page = "/en/admin/codes/challenge/EDU-02?language=ro";
        var browser = site.Browser(Administrator);
        var shipped = Codes.Challenges["EDU-02"].Label("ro");
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(browser, page, "Cuvinte alese aici")).StatusCode);
        Assert.Equal("Cuvinte alese aici", Codes.Challenges["EDU-02"].Label("ro"));
        Assert.Contains("Cuvinte alese aici", await site.Visitor().TextAsync("/ro/codes/challenge"), StringComparison.Ordinal);
        Assert.DoesNotContain("Cuvinte alese aici", await site.Visitor().TextAsync("/en/codes/area"), StringComparison.Ordinal);
        // A second change ends the first; both stay readable.
        await SaveAsync(browser, page, "Alte cuvinte");
        var text = await browser.TextAsync(page);
        Assert.Contains("Cuvinte alese aici", text, StringComparison.Ordinal);
        Assert.Contains("Alte cuvinte", text, StringComparison.Ordinal);
        Assert.Contains(shipped, text, StringComparison.Ordinal);
        var changes = await site.AskAsync(db => db.CodeChanges.Where(c => c.Code == "EDU-02").OrderBy(c => c.Id).ToListAsync(Cancel));
        Assert.Equal([false, true], changes.Select(c => c.EndedAt is null));

        await browser.SendAsync(page, page + "&handler=TakeBack", ("change", changes[1].Id.ToString()));
        Assert.Equal(shipped, Codes.Challenges["EDU-02"].Label("ro"));
        Assert.Equal(["code.words", "code.words", "code.take-back"], await site.AskAsync(db => db.AuditEntries.Where(e => e.Kind == "code").OrderBy(e => e.Number)
            .Where(e => e.RecordId == changes[0].Id.ToString() || e.RecordId == changes[1].Id.ToString()).Select(e => e.Action).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_retired_code_is_offered_no_more_but_keeps_its_words()
    {
        const string page = "/en/admin/codes/licence/CC-BY-4.0";
        var browser = site.Browser(Administrator);
        var key = Codes["licence"].Current[^1].Key;
        var path = page.Replace("CC-BY-4.0", Uri.EscapeDataString(key), StringComparison.Ordinal) + "?language=en";
        var label = Codes["licence"][key].Label("en");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(path, path + "&handler=Retire", ("replacement", key))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(path, path + "&handler=Retire", ("replacement", ""))).StatusCode);
        Assert.DoesNotContain(Codes["licence"].Current, c => c.Key == key);
        Assert.Equal(label, Codes["licence"][key].Label("en"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(path, path + "&handler=Retire", ("replacement", ""))).StatusCode);
        var change = await site.AskAsync(db => db.CodeChanges.Where(c => c.Code == key && c.EndedAt == null).Select(c => c.Id).SingleAsync(Cancel));
        await browser.SendAsync(path, path + "&handler=TakeBack", ("change", change.ToString()));
        Assert.Contains(Codes["licence"].Current, c => c.Key == key);
    }

    [Fact]
    public async Task A_code_that_rules_name_cannot_be_taken_off_and_two_codes_never_share_their_words()
    {
        var browser = site.Browser(Administrator);
        const string status = "/en/admin/codes/plan_status/DRAFT?language=en";
        Assert.False(Codes["plan_status"].MayRetire);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(status, status + "&handler=Retire", ("replacement", ""))).StatusCode);
        const string page = "/en/admin/codes/challenge/EDU-03?language=en";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(browser, page, Codes.Challenges["EDU-04"].Label("en").ToUpperInvariant())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(browser, page, " ")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(browser, page, new string('a', CodeChange.LabelMax + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SaveAsync(site.Browser(new TestPerson("Not an administrator of codes")), page, "Other words")).StatusCode);
        Assert.Equal(404, await browser.StatusAsync("/en/admin/codes/challenge/NO-SUCH"));
        Assert.Equal(404, await browser.StatusAsync("/en/admin/codes/no_such_list"));
    }

    [Fact]
    public async Task A_list_is_searched_in_any_language_and_by_code()
    {
        var browser = site.Browser(Administrator);
        var code = Codes.Challenges.Current[0];
        foreach (var word in new[] { code.Key, code.Label("hu"), code.Label("ro") })
            Assert.Contains($"/en/admin/codes/challenge/{code.Key}\"", await browser.TextAsync("/en/admin/codes/challenge?q=" + Uri.EscapeDataString(word)), StringComparison.Ordinal);
        Assert.Contains("No code of this list fits.", await browser.TextAsync("/en/admin/codes/challenge?q=qqqqq"), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient browser, string page, string label) => browser.SendAsync(
        "/en/account", page, ("Form.Label", label), ("Form.Note", ""));
}
