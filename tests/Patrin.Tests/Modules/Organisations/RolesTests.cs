using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Modules.People.Roles;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Organisations;

public sealed class RolesOnSqlite(SqliteSite site) : RolesTests(site), IClassFixture<SqliteSite>;

public sealed class RolesOnPostgres(PostgresSite site) : RolesTests(site), IClassFixture<PostgresSite>;

public abstract class RolesTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R12_of_two_administrators_who_end_each_other_one_stays()
    {
        // Both alone: whoever other tests made administrator is set aside.
        await site.AskAsync(db => db.RoleGrants.ExecuteDeleteAsync(Cancel));
        Actor[] both = [await site.ActorAsync(new("First administrator", NetworkRole.Administrator)), await site.ActorAsync(new("Second administrator", NetworkRole.Administrator))];
        var grants = await site.AskAsync(db => db.RoleGrants.ToListAsync(Cancel));
        var faults = await site.RaceAsync<ChangeRoles>(2, (change, i) => change.EndAsync(grants.Single(g => g.AccountId != both[i].AccountId).Id, "Race", both[i], Cancel));
        Assert.Equal(1, faults.Count(f => f is null));
        var left = await site.AskAsync(db => db.RoleGrants.SingleAsync(g => g.To == null, Cancel));

        // The last one cannot take the role off, not even when another one's role ends next week.
        var last = both.Single(b => b.AccountId == left.AccountId);
        await site.UseCaseAsync<ChangeRoles>(c => Assert.ThrowsAsync<RuleBroken>(() => c.EndAsync(left.Id, "Tired", last, Cancel)));
        var guest = new TestPerson("Administrator for a week");
        await People.AccountAsync(site, guest);
        await site.UseCaseAsync<ChangeRoles>(c => c.GrantAsync(new() { Mail = guest.Mail, Role = NetworkRole.Administrator, To = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(7)), Reason = "Holiday" }, last, Cancel));
        await site.UseCaseAsync<ChangeRoles>(c => Assert.ThrowsAsync<RuleBroken>(() => c.EndAsync(left.Id, "Tired", last, Cancel)));
    }

    [Fact]
    public async Task R33_a_role_counts_and_ends_at_once_and_old_sessions_end()
    {
        var administrator = new TestPerson("Roles administrator", NetworkRole.Administrator);
        var person = new TestPerson("Becomes curator");
        var before = site.Browser(person);
        Assert.Equal(200, await before.StatusAsync("/en/organisations"));
        var browser = site.Browser(administrator);
        var answer = await browser.SendAsync("/en/admin/roles", "/en/admin/roles", ("Form.Mail", person.Mail), ("Form.Role", "Curator"), ("Form.Reason", "Decided by the board"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var account = await People.AccountAsync(site, person);
        Assert.False(await site.AskAsync(db => db.Sessions.AnyAsync(s => s.AccountId == account, Cancel)));
        var after = site.Browser(person);
        Assert.Equal(200, await after.StatusAsync("/en/curate/organisations"));
        var grant = await site.AskAsync(db => db.RoleGrants.Where(g => g.AccountId == account).Select(g => g.Id).SingleAsync(Cancel));
        await browser.SendAsync($"/en/admin/roles/{grant}", $"/en/admin/roles/{grant}", ("Reason", "Moved on"));
        Assert.Equal(302, await after.StatusAsync("/en/curate/organisations"));
        Assert.Equal(403, await site.Browser(person).StatusAsync("/en/curate/organisations"));
    }

    [Fact]
    public async Task R27_roles_are_given_and_ended_only_after_a_fresh_proof()
    {
        var administrator = new TestPerson("Roles without a proof", NetworkRole.Administrator);
        var browser = site.Browser(administrator);
        var own = await People.AccountAsync(site, administrator);
        var old = DateTime.UtcNow - FreshProof.Lasts - TimeSpan.FromMinutes(1);
        await site.AskAsync(db => db.Sessions.Where(s => s.AccountId == own).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, old), Cancel));
        var posted = await browser.SendAsync("/en/account", "/en/admin/roles", ("Form.Mail", administrator.Mail), ("Form.Role", "Curator"), ("Form.Reason", "Nobody asked"));
        Assert.StartsWith("/en/account/prove?next=", posted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var grant = await site.AskAsync(db => db.RoleGrants.Where(g => g.AccountId == own).Select(g => g.Id).SingleAsync(Cancel));
        var stale = await site.ActorAsync(administrator) with { ProvedAt = old };
        await site.UseCaseAsync<ChangeRoles>(async c =>
        {
            await Assert.ThrowsAsync<ProofMissing>(() => c.EndAsync(grant, "Nobody asked", stale, Cancel));
            await Assert.ThrowsAsync<ProofMissing>(() => c.GrantAsync(new() { Mail = administrator.Mail, Role = NetworkRole.Curator, Reason = "Nobody asked" }, stale, Cancel));
        });
        Assert.Equal(1, await site.AskAsync(db => db.RoleGrants.CountAsync(g => g.AccountId == own && g.To == null, Cancel)));
    }

    [Fact]
    public async Task R32_only_an_administrator_gives_roles_whatever_the_form_says()
    {
        var plain = new TestPerson("Wants to be administrator");
        var answer = await site.Browser(plain).SendAsync("/en/organisations", "/en/admin/roles", ("Form.Mail", plain.Mail), ("Form.Role", "Administrator"), ("Form.Reason", "Please"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var actor = await site.ActorAsync(plain);
        await site.UseCaseAsync<ChangeRoles>(c => Assert.ThrowsAsync<NotAllowed>(() => c.GrantAsync(new() { Mail = plain.Mail, Role = NetworkRole.Administrator, Reason = "Please" }, actor, Cancel)));
        var account = await People.AccountAsync(site, plain);
        Assert.False(await site.AskAsync(db => db.RoleGrants.AnyAsync(g => g.AccountId == account, Cancel)));
    }
}
