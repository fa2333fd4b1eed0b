using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Modules.People.Curate;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Administration;

public sealed class AdminOrganisationsOnSqlite(SqliteSite site) : AdminOrganisationsTests(site), IClassFixture<SqliteSite>;

public sealed class AdminOrganisationsOnPostgres(PostgresSite site) : AdminOrganisationsTests(site), IClassFixture<PostgresSite>;

public abstract class AdminOrganisationsTests(Site site)
{
    private static readonly TestPerson First = new("First organisations administrator", NetworkRole.Administrator), Second = new("Second organisations administrator", NetworkRole.Administrator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organisation_without_a_manager_is_shown_first()
    {
        var lonely = await People.OrganisationAsync(site, "Nobody manages this one");
        var managed = await People.OrganisationAsync(site, "Somebody manages this one");
        await People.AccountAsync(site, new("Manages one") { Organisation = managed });
        await People.AccountAsync(site, new("Only edits") { Organisation = lonely, OrganisationRole = OrganisationRole.Editor });
        var page = Html.Parse(await site.Browser(First).TextAsync("/en/admin/organisations"));
        Assert.Contains("Without a manager", page.QuerySelector(".tabs [aria-current]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("tbody th"), h => h.TextContent == "Nobody manages this one");
        Assert.DoesNotContain(page.QuerySelectorAll("tbody th"), h => h.TextContent == "Somebody manages this one");
        Assert.Contains("No manager", await site.Browser(First).TextAsync("/en/admin/organisations?view=all&q=nobody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R33_a_suspension_by_an_administrator_counts_at_once()
    {
        var id = await People.OrganisationAsync(site, "Suspended by an administrator");
        var manager = site.Browser(new TestPerson("Manager of the suspended one") { Organisation = id });
        Assert.Equal(200, await manager.StatusAsync($"/en/organisations/{id}/members"));
        var answer = await DecideAsync(First, id, "Suspend", "Nobody answers our mails");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(404, await manager.StatusAsync($"/en/organisations/{id}/members"));
        await DecideAsync(First, id, "Lift", "");
        Assert.Equal(200, await manager.StatusAsync($"/en/organisations/{id}/members"));
        Assert.Equal(["organisation.suspend", "organisation.lift"], await site.AskAsync(db => db.AuditEntries.Where(e => e.OrganisationId == id).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task R68_closing_takes_two_administrators_within_seven_days()
    {
        var id = await People.OrganisationAsync(site, "To be closed by two");
        await DecideAsync(First, id, "AskToClose", "It was dissolved");
        // The same person is offered no second step and refused when calling it directly.
        Assert.DoesNotContain("Close it for ever", await site.Browser(First).TextAsync($"/en/admin/organisations/{id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideAsync(First, id, "Close", "")).StatusCode);

        // The second person reads who asked, and why, before they confirm.
        var seen = Html.Parse(await site.Browser(Second).TextAsync($"/en/admin/organisations/{id}")).QuerySelector("dl.kv")!.TextContent;
        Assert.Contains(First.Name + " asked to close it.", seen, StringComparison.Ordinal);
        Assert.Contains("It was dissolved", seen, StringComparison.Ordinal);

        // After a week the wish is void: the second person asks anew instead of confirming.
        await site.AskAsync(db => db.Organisations.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.ClosingAskedAt, DateTime.UtcNow.AddDays(-8)), Cancel));
        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(Second, id, "Close", "")).StatusCode);
        await DecideAsync(Second, id, "AskToClose", "It was dissolved, see the register");
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(First, id, "Close", "")).StatusCode);
        Assert.Equal(OrganisationState.Closed, await site.AskAsync(db => db.Organisations.Where(o => o.Id == id).Select(o => o.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task R31_an_administrator_does_not_do_the_curators_work()
    {
        var id = await People.OrganisationAsync(site, "Waits for a curator", more: o => o.State = OrganisationState.Waiting);
        Assert.Equal(HttpStatusCode.BadRequest, (await DecideAsync(First, id, "Approve", "")).StatusCode);
        var actor = await site.ActorAsync(First);
        await site.UseCaseAsync<DecideOnOrganisation>(d => Assert.ThrowsAsync<NotAllowed>(() => d.RunAsync(id, OrganisationDecision.Approve, "", 0, actor, Cancel)));
    }

    [Fact]
    public async Task R68_nobody_decides_about_an_organisation_of_their_own()
    {
        var id = await People.OrganisationAsync(site, "Own organisation of an administrator");
        var own = new TestPerson("Administrator and member", NetworkRole.Administrator) { Organisation = id };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideAsync(own, id, "Suspend", "I may not")).StatusCode);
    }

    private async Task<HttpResponseMessage> DecideAsync(TestPerson person, Guid id, string decision, string words)
    {
        var version = await site.AskAsync(db => db.Organisations.Where(o => o.Id == id).Select(o => o.Version).SingleAsync(Cancel));
        var page = $"/en/admin/organisations/{id}";
        // A page with a form that carries the token; this one has none for somebody's own organisation.
        return await site.Browser(person).SendAsync("/en/account", page, ("decision", decision), ("words", words), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
