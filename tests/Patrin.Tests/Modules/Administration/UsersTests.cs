using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Modules.People.Administer.Users;
using Patrin.Modules.People.Recovery;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Errors;
using Patrin.Platform.Mail;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Administration;

public sealed class UsersOnSqlite(SqliteSite site) : UsersTests(site), IClassFixture<SqliteSite>;

public sealed class UsersOnPostgres(PostgresSite site) : UsersTests(site), IClassFixture<PostgresSite>;

public abstract class UsersTests(Site site)
{
    private static readonly TestPerson Administrator = new("Users administrator", NetworkRole.Administrator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R58_people_are_found_one_by_one_and_never_listed()
    {
        await People.AccountAsync(site, new("Ștefania Căldărar"));
        var browser = site.Browser(Administrator);
        Assert.DoesNotContain("Căldărar", await browser.TextAsync("/en/admin/users"), StringComparison.Ordinal);
        Assert.Contains("Write at least three letters", await browser.TextAsync("/en/admin/users?q=st"), StringComparison.Ordinal);
        Assert.Contains("Ștefania Căldărar", await browser.TextAsync("/en/admin/users?q=stef"), StringComparison.Ordinal);
        Assert.Contains("Ștefania Căldărar", await browser.TextAsync("/en/admin/users?q=caldar"), StringComparison.Ordinal);
        Assert.Contains("Ștefania Căldărar", await browser.TextAsync("/en/admin/users?q=" + Uri.EscapeDataString(new TestPerson("Ștefania Căldărar").Mail)), StringComparison.Ordinal);
        // Neither the middle of a name nor a part of an address, nor signs that databases read as "anything".
        foreach (var part in (string[])["efania", "@example.org", "%25%25%25", "___"])
            Assert.DoesNotContain("Căldărar", await browser.TextAsync("/en/admin/users?q=" + part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R26_a_stopped_account_is_out_at_once_and_told_why_and_can_be_opened_again()
    {
        var person = new TestPerson("Gets stopped");
        var theirs = site.Browser(person);
        Assert.Equal(200, await theirs.StatusAsync("/en/account"));
        var id = await People.AccountAsync(site, person);
        var page = $"/en/admin/users/{id}";
        var browser = site.Browser(Administrator);

        // The page of the account leads to a step of its own; there is no other way.
        var step = page + "/stop";
        Assert.Contains(step, await browser.TextAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(step, step, ("Reason", " "))).StatusCode);
        Assert.Equal(200, await theirs.StatusAsync("/en/account"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(step, step, ("Reason", "Somebody else uses this account"))).StatusCode);
        Assert.Equal(302, await theirs.StatusAsync("/en/account"));
        Assert.Equal(302, await site.Browser(person).StatusAsync("/en/account"));
        var mail = await site.AskAsync(db => db.Set<MailMessage>().Where(m => m.To == person.Mail).OrderByDescending(m => m.Id).FirstAsync(Cancel));
        Assert.Contains("Somebody else uses this account", mail.Body, StringComparison.Ordinal);
        Assert.Contains("Gets stopped", await browser.TextAsync("/en/admin/users?stopped=true"), StringComparison.Ordinal);

        await browser.SendAsync(page, page + "?handler=Restore", ("Reason", "It was a mistake"));
        Assert.Equal(200, await site.Browser(person).StatusAsync("/en/account"));
        var entries = await EntriesAsync(id);
        Assert.Equal(["account.stop", "account.restore"], entries);
    }

    [Fact]
    public async Task R28_an_administrator_sends_a_link_and_never_sees_it()
    {
        var person = new TestPerson("Lost the password");
        var id = await People.AccountAsync(site, person);
        var page = $"/en/admin/users/{id}";
        var answer = await site.Browser(Administrator).SendAsync(page, page + "?handler=Reset");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(await site.AskAsync(db => db.Set<AskedMail>().AnyAsync(m => m.Mail == person.Mail && m.What == AskedFor.PasswordReset, Cancel)));
        await site.RunTaskAsync("asked-mails");
        var token = await site.LinkAsync(person.Mail, "/sign-in/reset/");
        Assert.NotEmpty(token);
        foreach (var seen in (string[])[page, page + "?said=reset", "/en/admin/mails?state=queued", "/en/admin/audit"])
            Assert.DoesNotContain(token, await site.Browser(Administrator).TextAsync(seen), StringComparison.Ordinal);
        Assert.Equal(["account.send-reset"], await EntriesAsync(id));
    }

    [Fact]
    public async Task R26_an_administrator_ends_all_sessions_of_somebody()
    {
        var person = new TestPerson("Left a device behind");
        HttpClient[] devices = [site.Browser(person), site.Browser(person)];
        var id = await People.AccountAsync(site, person);
        var page = $"/en/admin/users/{id}";
        await site.Browser(Administrator).SendAsync(page, page + "?handler=Sessions");
        foreach (var device in devices)
            Assert.Equal(302, await device.StatusAsync("/en/account"));
        Assert.Equal(["account.end-sessions"], await EntriesAsync(id));
        Assert.Equal(200, await site.Browser(person).StatusAsync("/en/account"));
    }

    [Fact]
    public async Task R27_an_account_is_stopped_only_after_a_fresh_proof()
    {
        var person = new TestPerson("Stopped by whom");
        var id = await People.AccountAsync(site, person);
        var step = $"/en/admin/users/{id}/stop";
        var administrator = new TestPerson("Left the desk", NetworkRole.Administrator);
        var browser = site.Browser(administrator);
        var own = await People.AccountAsync(site, administrator);
        var old = DateTime.UtcNow - FreshProof.Lasts - TimeSpan.FromMinutes(1);
        await site.AskAsync(db => db.Sessions.Where(s => s.AccountId == own).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, old), Cancel));

        var seen = await browser.GetAsync(new Uri(step, UriKind.Relative), Cancel);
        Assert.StartsWith("/en/account/prove?next=", seen.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var posted = await browser.SendAsync("/en/account", step, ("Reason", "Nobody asked for this"));
        Assert.StartsWith("/en/account/prove?next=", posted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var stale = await site.ActorAsync(administrator) with { ProvedAt = old };
        await site.UseCaseAsync<ChangeAccount>(c => Assert.ThrowsAsync<ProofMissing>(() => c.StopAsync(id, "Nobody asked for this", stale, Cancel)));
        Assert.Equal(AccountState.Active, await site.AskAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task R31_nobody_stops_themselves_and_only_an_administrator_stops_others()
    {
        var own = await site.ActorAsync(Administrator);
        await site.UseCaseAsync<ChangeAccount>(c => Assert.ThrowsAsync<RuleBroken>(() => c.StopAsync(own.AccountId!.Value, "Enough", own, Cancel)));
        var victim = await People.AccountAsync(site, new("Stays open"));
        var curator = await site.ActorAsync(new("Curator who tries", NetworkRole.Curator));
        await site.UseCaseAsync<ChangeAccount>(async c =>
        {
            await Assert.ThrowsAsync<NotAllowed>(() => c.StopAsync(victim, "No reason", curator, Cancel));
            await Assert.ThrowsAsync<NotAllowed>(() => c.RestoreAsync(victim, "No reason", curator, Cancel));
            await Assert.ThrowsAsync<NotAllowed>(() => c.SendResetAsync(victim, curator, Cancel));
            await Assert.ThrowsAsync<NotAllowed>(() => c.EndSessionsAsync(victim, curator, Cancel));
        });
        Assert.Equal(AccountState.Active, await site.AskAsync(db => db.Accounts.Where(a => a.Id == victim).Select(a => a.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task R12_of_two_administrators_who_stop_each_other_one_stays()
    {
        Actor[] both = [await site.ActorAsync(new("Stops the other one", NetworkRole.Administrator)), await site.ActorAsync(new("Stops back", NetworkRole.Administrator))];
        await site.ActorAsync(new("Third administrator", NetworkRole.Administrator));
        var faults = await site.RaceAsync<ChangeAccount>(2, (change, i) => change.StopAsync(both[1 - i].AccountId!.Value, "Race", both[i], Cancel));
        Assert.Equal(1, faults.Count(f => f is null));
    }

    private Task<List<string>> EntriesAsync(Guid account) => site.AskAsync(db => db.AuditEntries
        .Where(e => e.Kind == "account" && e.RecordId == account.ToString() && e.Action.StartsWith("account.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Cancel));
}
