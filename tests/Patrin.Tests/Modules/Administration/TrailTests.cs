using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Administration.Jobs;
using Patrin.Modules.People.Trail;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Rules;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Administration;

public sealed class TrailOnSqlite(SqliteSite site) : TrailTests(site), IClassFixture<SqliteSite>;

public sealed class TrailOnPostgres(PostgresSite site) : TrailTests(site), IClassFixture<PostgresSite>;

public abstract class TrailTests(Site site)
{
    private static readonly TestPerson Administrator = new("Trail administrator", NetworkRole.Administrator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R14_administrators_find_entries_by_person_record_verb_and_day()
    {
        var person = new TestPerson("Leaves traces");
        var actor = await site.ActorAsync(person);
        var record = Guid.CreateVersion7();
        await NoteAsync(actor, "round.open", "round", record);
        await NoteAsync(actor, "round.run", "round", record);
        await NoteAsync(Actor.System, "round.publish", "round", record);
        var browser = site.Browser(Administrator);
        Assert.Equal(2, await RowsAsync(browser, "/en/admin/audit?person=" + Uri.EscapeDataString(person.Mail)));
        Assert.Equal(3, await RowsAsync(browser, $"/en/admin/audit?kind=round&record={record}"));
        Assert.Equal(1, await RowsAsync(browser, $"/en/admin/audit?kind=round&record={record}&did=round.run"));
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(3, await RowsAsync(browser, $"/en/admin/audit?kind=round&record={record}&from={today}&to={today}"));
        Assert.Equal(0, await RowsAsync(browser, $"/en/admin/audit?kind=round&record={record}&to=2020-01-01"));
        Assert.Equal(0, await RowsAsync(browser, $"/en/admin/audit?kind=round&record={record}&from=2100-01-01"));
        Assert.Contains("Nobody was found", await browser.TextAsync("/en/admin/audit?person=nobody@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R14_the_trail_is_paged_without_a_gap_or_a_repetition()
    {
        var actor = await site.ActorAsync(new("Writes many entries"));
        for (var i = 0; i < 30; i++)
            await NoteAsync(actor, "round.open", "round", Guid.CreateVersion7());
        var browser = site.Browser(Administrator);
        var first = Html.Parse(await browser.TextAsync($"/en/admin/audit?person={actor.AccountId}"));
        var older = first.QuerySelectorAll("a.btn").Single(a => a.TextContent == "Show older ones").GetAttribute("href")!;
        var second = Html.Parse(await browser.TextAsync(older));
        var numbers = first.QuerySelectorAll("tbody tr").Concat(second.QuerySelectorAll("tbody tr")).Select(r => r.Id).ToList();
        Assert.Equal(30, numbers.Count);
        Assert.Equal(numbers.Distinct(), numbers);
        Assert.DoesNotContain(second.QuerySelectorAll("a.btn"), a => a.TextContent == "Show older ones");
    }

    [Fact]
    public async Task R14_everybody_reads_what_they_did_and_what_was_done_to_them_and_nothing_else()
    {
        var (mine, theirs) = (new TestPerson("Reads the own history"), new TestPerson("Somebody else entirely"));
        var (me, other) = (await site.ActorAsync(mine), await site.ActorAsync(theirs));
        await NoteAsync(me, "round.open", "round", Guid.CreateVersion7());
        await NoteAsync(other, "round.publish", "round", Guid.CreateVersion7());
        await NoteAsync(other, "account.stop", "account", me.AccountId!);
        var browser = site.Browser(mine);
        var did = await browser.TextAsync("/en/account/history");
        Assert.Contains("opened a twinning round", did, StringComparison.Ordinal);
        Assert.DoesNotContain("published a twinning round", did, StringComparison.Ordinal);
        var done = await browser.TextAsync("/en/account/history?show=account");
        Assert.Contains("stopped an account", done, StringComparison.Ordinal);
        Assert.DoesNotContain("opened a twinning round", done, StringComparison.Ordinal);
        // Who decided for the network is not named.
        Assert.DoesNotContain(theirs.Name, done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R14_managers_read_the_history_of_their_organisation_and_no_foreign_one()
    {
        var (own, foreign) = (await People.OrganisationAsync(site, "Has a history"), await People.OrganisationAsync(site, "Has another history"));
        var (manager, curator) = (new TestPerson("Reads the history") { Organisation = own }, new TestPerson("Curator in the history", NetworkRole.Curator));
        await NoteAsync(await site.ActorAsync(manager), "organisation.edit", "organisation", own, own);
        await NoteAsync(await site.ActorAsync(curator), "organisation.verify", "organisation", own, own);
        await NoteAsync(await site.ActorAsync(curator), "organisation.suspend", "organisation", foreign, foreign);
        var browser = site.Browser(manager);
        var page = await browser.TextAsync($"/en/organisations/{own}/history");
        Assert.Contains("verified an organisation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("suspended an organisation", page, StringComparison.Ordinal);
        Assert.DoesNotContain(curator.Name, page, StringComparison.Ordinal);
        Assert.Equal(404, await browser.StatusAsync($"/en/organisations/{foreign}/history"));
        Assert.Equal(404, await site.Browser(new TestPerson("Editor only") { Organisation = own, OrganisationRole = OrganisationRole.Editor }).StatusAsync($"/en/organisations/{own}/history"));
    }

    [Fact]
    public async Task Every_regular_task_has_words_that_people_understand()
    {
        var names = await site.AskAsync(_ => Task.FromResult(site.Services.GetService(typeof(PeriodicRunner)) is PeriodicRunner runner ? runner.Names() : []));
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, n => !TaskWords.Names.ContainsKey(n));
    }

    private Task NoteAsync(Actor actor, string action, string kind, object record, Guid? organisation = null) => site.UseCaseAsync<AppDbContext>(async db =>
    {
        new AuditTrail(db, TimeProvider.System).Note(actor, action, kind, record, organisation);
        await db.SaveChangesAsync(Cancel);
    });

    private static async Task<int> RowsAsync(HttpClient browser, string path) => Html.Parse(await browser.TextAsync(path)).QuerySelectorAll("tbody tr").Length;
}

public sealed partial class TrailWordsTests
{
    [Fact]
    public void R14_every_action_that_is_noted_has_words_that_people_understand()
    {
        var noted = Repository.Files("src/Patrin", "*.cs").SelectMany(f => Actions().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.True(noted.Count > 40, "the actions are not found in the source any more");
        Assert.DoesNotContain(noted, a => !TrailWords.Actions.ContainsKey(a));
    }

    [Fact]
    public void R14_actions_that_are_put_together_have_words_too()
    {
        string[] decisions = [.. Enum.GetNames<Patrin.Modules.People.Moderation.DecisionKind>().Select(d => "moderation." + d.ToLowerInvariant()),
            .. Enum.GetNames<Patrin.Modules.People.Curate.OrganisationDecision>().Select(d => "organisation." + d.ToLowerInvariant()),
            "claim.ACCEPT", "claim.CORRECT", "claim.REJECT", "claim.REOPEN", "claim.PREFER"];
        Assert.DoesNotContain(decisions, a => !TrailWords.Actions.ContainsKey(a));
    }

    /// <summary>The action is the second argument of Note and ChangeAsync, sometimes the second branch of a choice.</summary>
    [GeneratedRegex("""(?:Note\([^;"]*|ChangeAsync\(actor, |Note\([^;"]*"[a-z.-]+" : )"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)",""")]
    private static partial Regex Actions();
}
