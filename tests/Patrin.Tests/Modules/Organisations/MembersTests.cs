using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Modules.People.Invitations;
using Patrin.Modules.People.Members;
using Patrin.Modules.People.Notices;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Privacy;
using Patrin.Platform.Secrets;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Organisations;

public sealed class MembersOnSqlite(SqliteSite site) : MembersTests(site), IClassFixture<SqliteSite>;

public sealed class MembersOnPostgres(PostgresSite site) : MembersTests(site), IClassFixture<PostgresSite>;

public abstract class MembersTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_colleague_is_invited_by_mail_and_accepts_without_an_account()
    {
        var (id, manager) = await OrganisationAsync("Invites by mail");
        var browser = site.Browser(manager);
        await browser.SendAsync($"/en/organisations/{id}/invitations", $"/en/organisations/{id}/invitations", ("Form.Mail", "colleague@invite.example"), ("Form.Role", "Publisher"), ("Form.Language", "ro"));
        var token = await site.LinkAsync("colleague@invite.example", "/ro/invitations/");
        var answer = await site.Visitor().SendAsync($"/en/invitations/{token}", $"/en/invitations/{token}", ("Form.Name", "New colleague"), ("Form.Role", "Manager"));
        Assert.Equal($"/en/organisations/{id}", answer.Headers.Location?.OriginalString);
        // The role is the one in the invitation, whatever the form says.
        Assert.Equal(OrganisationRole.Publisher, await site.AskAsync(db => db.Memberships.Where(m => m.Account.DisplayName == "New colleague").Select(m => m.Role).SingleAsync(Cancel)));
        Assert.Contains("New colleague", await browser.TextAsync($"/en/organisations/{id}/members"), StringComparison.Ordinal);
        Assert.DoesNotContain("New colleague", await site.Visitor().TextAsync($"/en/organisations/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R28_an_invitation_that_is_unknown_used_over_or_taken_back_looks_the_same()
    {
        var (id, manager) = await OrganisationAsync("Invites in many ways");
        var actor = await site.ActorAsync(manager);
        var used = await InviteAsync(id, actor, "used@invite.example");
        await site.UseCaseAsync<AcceptInvitation>(a => a.RunAsync(used, new() { Name = "Used" }, Actor.Visitor, Cancel));
        var over = await InviteAsync(id, actor, "over@invite.example");
        await site.AskAsync(db => db.Set<Invitation>().Where(i => i.Mail == "over@invite.example").ExecuteUpdateAsync(s => s.SetProperty(i => i.EndsAt, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)), Cancel));
        var back = await InviteAsync(id, actor, "back@invite.example");
        var invitation = await site.AskAsync(db => db.Set<Invitation>().Where(i => i.Mail == "back@invite.example").Select(i => i.Id).SingleAsync(Cancel));
        await site.UseCaseAsync<ChangeInvitation>(c => c.RunAsync(id, invitation, InvitationChange.Withdraw, actor, Cancel));
        var pages = new List<string>();
        foreach (var token in new[] { used, over, back, RandomToken.Make() })
        {
            pages.Add((await site.Visitor().TextAsync($"/en/invitations/{token}")).Replace(token, "", StringComparison.Ordinal));
            // By every way: signed in as somebody else too.
            await site.UseCaseAsync<AcceptInvitation>(async a => Assert.Null(await a.RunAsync(token, new() { Name = "Late" }, actor, Cancel)));
        }

        Assert.Single(pages.Distinct());
    }

    [Fact]
    public async Task An_invitation_sent_again_makes_the_old_link_useless()
    {
        var (id, manager) = await OrganisationAsync("Sends again");
        var actor = await site.ActorAsync(manager);
        var old = await InviteAsync(id, actor, "again@invite.example");
        var invitation = await site.AskAsync(db => db.Set<Invitation>().Where(i => i.Mail == "again@invite.example").Select(i => i.Id).SingleAsync(Cancel));
        await site.UseCaseAsync<ChangeInvitation>(c => c.RunAsync(id, invitation, InvitationChange.SendAgain, actor, Cancel));
        var token = await site.LinkAsync("again@invite.example", "/invitations/");
        Assert.NotEqual(old, token);
        await site.UseCaseAsync<AcceptInvitation>(async a => Assert.Null(await a.FindAsync(old, Cancel)));
        await site.UseCaseAsync<AcceptInvitation>(async a => Assert.NotNull(await a.FindAsync(token, Cancel)));
    }

    [Fact]
    public async Task R12_an_invitation_that_a_hundred_accept_at_once_is_used_once()
    {
        var (id, manager) = await OrganisationAsync("Raced invitation");
        var token = await InviteAsync(id, await site.ActorAsync(manager), "raced@invite.example");
        var guests = new List<Actor>();
        for (var i = 0; i < 20; i++)
            guests.Add(await site.ActorAsync(new($"Raced guest {i}")));
        // Half of them signed in, half as new people.
        var faults = await site.RaceAsync<AcceptInvitation>(100, async (accept, i) =>
        {
            if (await accept.RunAsync(token, new() { Name = "Raced newcomer" }, i % 2 == 0 ? guests[i % 20] : Actor.Visitor, Cancel) is null)
                throw new InvalidOperationException("used");
        });
        Assert.Equal(1, faults.Count(f => f is null));
        Assert.Equal(2, await site.AskAsync(db => db.Memberships.CountAsync(m => m.OrganisationId == id, Cancel)));
    }

    [Fact]
    public async Task R12_two_managers_who_leave_at_once_never_leave_nobody_silently()
    {
        for (var round = 0; round < 10; round++)
        {
            var (id, first) = await OrganisationAsync($"Left at once {round}");
            var second = new TestPerson($"Second of {round}") { Organisation = id };
            Actor[] managers = [await site.ActorAsync(first), await site.ActorAsync(second)];
            var faults = await site.RaceAsync<LeaveOrganisation>(2, (leave, i) => leave.RunAsync(id, new(), managers[i], Cancel));
            Assert.Equal(1, faults.Count(f => f is null));
            Assert.IsType<RuleBroken>(faults.Single(f => f is not null));
            Assert.Equal(1, await site.ManagersAsync(id));
        }
    }

    [Fact]
    public async Task R12_two_managers_who_end_each_other_leave_one()
    {
        for (var round = 0; round < 10; round++)
        {
            var (id, first) = await OrganisationAsync($"Ended each other {round}");
            Actor[] managers = [await site.ActorAsync(first), await site.ActorAsync(new($"Other of {round}") { Organisation = id })];
            var memberships = await site.AskAsync(db => db.Memberships.Where(m => m.OrganisationId == id).ToListAsync(Cancel));
            var faults = await site.RaceAsync<ChangeMember>(2, (change, i) =>
                change.RunAsync(id, memberships.Single(m => m.AccountId != managers[i].AccountId).Id, new(null, 0), managers[i], Cancel));
            Assert.Equal((1, 1), (faults.Count(f => f is null), await site.ManagersAsync(id)));
        }
    }

    [Fact]
    public async Task R12_an_action_after_the_role_was_taken_away_does_nothing()
    {
        var (id, manager) = await OrganisationAsync("Role against action");
        var other = await site.ActorAsync(new("Acts too late") { Organisation = id });
        var membership = await site.AskAsync(db => db.Memberships.SingleAsync(m => m.AccountId == other.AccountId, Cancel));
        var keeper = await site.ActorAsync(manager);
        await site.UseCaseAsync<ChangeMember>(c => c.RunAsync(id, membership.Id, new(OrganisationRole.Editor, 0), keeper, Cancel));
        // The actor was read before: it still says manager. The use case asks again.
        await site.UseCaseAsync<Invite>(i => Assert.ThrowsAsync<NotAllowed>(() => i.RunAsync(id, new() { Mail = "late@invite.example" }, other, Cancel)));
        Assert.False(await site.AskAsync(db => db.Set<Invitation>().AnyAsync(i => i.Mail == "late@invite.example", Cancel)));
    }

    [Fact]
    public async Task R12_two_managers_who_change_one_member_do_not_overwrite_each_other()
    {
        var (id, manager) = await OrganisationAsync("Changed twice");
        var member = await site.ActorAsync(new("Changed member") { Organisation = id, OrganisationRole = OrganisationRole.Editor });
        var membership = await site.AskAsync(db => db.Memberships.SingleAsync(m => m.AccountId == member.AccountId, Cancel));
        var actor = await site.ActorAsync(manager);
        var faults = await site.RaceAsync<ChangeMember>(10, (change, i) =>
            change.RunAsync(id, membership.Id, new(i % 2 == 0 ? OrganisationRole.Publisher : OrganisationRole.Manager, 0), actor, Cancel));
        Assert.Equal(1, faults.Count(f => f is null));
        Assert.All(faults.Where(f => f is not null), f => Assert.IsType<ChangedMeanwhile>(f));
        Assert.Equal(1, await site.AskAsync(db => db.Memberships.CountAsync(m => m.AccountId == member.AccountId && m.To == null, Cancel)));
    }

    [Fact]
    public async Task R33_role_removed_is_effective_at_once()
    {
        var (id, manager) = await OrganisationAsync("Role removed");
        var colleague = new TestPerson("Removed colleague") { Organisation = id };
        var browser = site.Browser(colleague);
        Assert.Equal(200, await browser.StatusAsync($"/en/organisations/{id}/invitations"));
        var account = await People.AccountAsync(site, colleague);
        var membership = await site.AskAsync(db => db.Memberships.Where(m => m.AccountId == account).Select(m => m.Id).SingleAsync(Cancel));
        var answer = await site.Browser(manager).SendAsync($"/en/organisations/{id}/members/{membership}", $"/en/organisations/{id}/members/{membership}?handler=End", ("version", "0"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(404, await browser.StatusAsync($"/en/organisations/{id}/invitations"));
        Assert.Equal(404, await browser.StatusAsync($"/en/organisations/{id}/members"));
    }

    [Fact]
    public async Task R31_a_membership_of_another_organisation_cannot_be_changed_through_ones_own()
    {
        var (own, manager) = await OrganisationAsync("Own for the foreign test");
        var (_, stranger) = await OrganisationAsync("Foreign for the foreign test");
        var account = await People.AccountAsync(site, stranger);
        var foreign = await site.AskAsync(db => db.Memberships.Where(m => m.AccountId == account).Select(m => m.Id).SingleAsync(Cancel));
        var browser = site.Browser(manager);
        Assert.Equal(404, await browser.StatusAsync($"/en/organisations/{own}/members/{foreign}"));
        var answer = await browser.SendAsync($"/en/organisations/{own}/invitations", $"/en/organisations/{own}/members/{foreign}?handler=End", ("version", "0"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(await site.AskAsync(db => db.Memberships.Where(m => m.Id == foreign).Select(m => m.To).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task The_last_manager_hands_over_to_a_member_in_one_step()
    {
        var (id, manager) = await OrganisationAsync("Handed over");
        var next = new TestPerson("Next manager") { Organisation = id, OrganisationRole = OrganisationRole.Editor };
        var account = await People.AccountAsync(site, next);
        var membership = await site.AskAsync(db => db.Memberships.Where(m => m.AccountId == account).Select(m => m.Id).SingleAsync(Cancel));
        var browser = site.Browser(manager);
        var page = $"/en/organisations/{id}/leave";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(page, page)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(page, page, ("Form.Handover", "Member"), ("Form.To", Guid.NewGuid().ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(page, page, ("Form.Handover", "Member"), ("Form.To", membership.ToString()))).StatusCode);
        Assert.Equal((404, 200), (await browser.StatusAsync(page), await site.Browser(next).StatusAsync($"/en/organisations/{id}/invitations")));
    }

    [Fact]
    public async Task The_last_manager_stays_until_the_invited_one_accepts()
    {
        var (id, manager) = await OrganisationAsync("Handed over by mail");
        var page = $"/en/organisations/{id}/leave";
        var browser = site.Browser(manager);
        await browser.SendAsync(page, page, ("Form.Handover", "Invite"), ("Form.Mail", "successor@invite.example"));
        Assert.Equal(200, await browser.StatusAsync(page));
        var token = await site.LinkAsync("successor@invite.example", "/invitations/");
        await site.UseCaseAsync<AcceptInvitation>(a => a.RunAsync(token, new() { Name = "Successor" }, Actor.Visitor, Cancel));
        Assert.Equal((404, 1), (await browser.StatusAsync(page), await site.ManagersAsync(id)));
    }

    [Fact]
    public async Task Who_knowingly_leaves_nobody_has_it_said_to_curators_and_on_the_page()
    {
        var curator = await People.AccountAsync(site, new("Members curator", NetworkRole.Curator));
        var (id, manager) = await OrganisationAsync("Left with nobody");
        var page = $"/en/organisations/{id}/leave";
        await site.Browser(manager).SendAsync(page, page, ("Form.Handover", "Nobody"));
        Assert.True(await site.AskAsync(db => db.Notices.AnyAsync(n => n.AccountId == curator && n.Path == $"/curate/organisations/{id}", Cancel)));
        Assert.Contains("looks for a manager", await site.Visitor().TextAsync($"/en/organisations/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_account_leaves_no_membership_and_curators_learn_of_a_missing_manager()
    {
        var curator = await People.AccountAsync(site, new("Erasure curator", NetworkRole.Curator));
        var (id, manager) = await OrganisationAsync("Manager is erased");
        var account = await People.AccountAsync(site, manager);
        await site.UseCaseAsync<IServiceProvider>(async services =>
        {
            var records = services.GetServices<IPersonalData>().Single(p => p is MembershipRecords);
            Assert.Contains("Manager is erased", System.Text.Json.JsonSerializer.Serialize(await records.ExportAsync(account, Cancel)), StringComparison.Ordinal);
            await records.EraseAsync(account, Cancel);
            await services.GetRequiredService<AppDbContext>().SaveChangesAsync(Cancel);
        });
        Assert.False(await site.AskAsync(db => db.Memberships.AnyAsync(m => m.AccountId == account, Cancel)));
        Assert.True(await site.AskAsync(db => db.Notices.AnyAsync(n => n.AccountId == curator && n.Path == $"/curate/organisations/{id}", Cancel)));
    }

    private async Task<(Guid Id, TestPerson Manager)> OrganisationAsync(string name)
    {
        var id = await People.OrganisationAsync(site, name);
        var manager = new TestPerson("Manager of " + name) { Organisation = id };
        await People.AccountAsync(site, manager);
        return (id, manager);
    }

    private async Task<string> InviteAsync(Guid id, Actor actor, string mail)
    {
        await site.UseCaseAsync<Invite>(i => i.RunAsync(id, new() { Mail = mail, Role = OrganisationRole.Editor }, actor, Cancel));
        return await site.LinkAsync(mail, "/invitations/");
    }
}
