using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Roles;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Jobs;
using Patrin.Platform.Localization;
using Patrin.Platform.Text;

namespace Patrin.Modules.People.Administer.Users;

/// <summary>What an administrator can do to somebody's account. Never: see or choose a password, see a link, add a factor.</summary>
public sealed class ChangeAccount(
    AppDbContext db, AdministratorsTurn turns, EndSessions sessions, StoppedMails mails, Notify notify, AuditTrail audit, PeriodicWake wake, TimeProvider clock)
{
    public async Task StopAsync(Guid account, string? reason, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        actor.RequireFresh(clock);
        var said = PlainText.Reason("Reason", reason, Account.ReasonMax);
        if (account == actor.AccountId)
            throw new RuleBroken("", "This is your own account. Another administrator must stop it.");
        await using var transaction = await turns.TakeAsync(actor, cancel);
        var found = await FindAsync(account, AccountState.Active, "This account is stopped already.", cancel);
        if (await turns.IsAdministratorAsync(account, cancel))
            await turns.RequireAnotherAsync(account, cancel);
        await TellOfLonelyAsync(account, cancel);
        (found.State, found.StateReason) = (AccountState.Disabled, said);
        found.RenewStamp();
        await sessions.AllAsync(account, null, cancel);
        await mails.StoppedAsync(found, said, cancel);
        audit.Note(actor, "account.stop", "account", account, fields: ["state"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    public async Task RestoreAsync(Guid account, string? reason, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        var said = PlainText.Reason("Reason", reason, Account.ReasonMax);
        await using var transaction = await turns.TakeAsync(actor, cancel);
        var found = await FindAsync(account, AccountState.Disabled, "This account is open already.", cancel);
        (found.State, found.StateReason) = (AccountState.Active, "");
        found.RenewStamp();
        await mails.OpenedAsync(found, said, cancel);
        audit.Note(actor, "account.restore", "account", account, fields: ["state"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The person gets the same link as on the sign-in page; nobody else sees it (quality.md R-28).</summary>
    public async Task SendResetAsync(Guid account, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        var found = await FindAsync(account, AccountState.Active, "This account is stopped. Open it first.", cancel);
        db.Add(new AskedMail { What = AskedFor.PasswordReset, Mail = found.Email!, At = clock.GetUtcNow().UtcDateTime });
        audit.Note(actor, "account.send-reset", "account", account);
        await db.SaveChangesAsync(cancel);
        wake.Wake(AnswerAskedMails.TaskName);
    }

    public async Task EndSessionsAsync(Guid account, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await sessions.AllAsync(account, account == actor.AccountId ? actor.SessionId : null, cancel);
        notify.Account(account, NoticeTopic.Security, "/account/security", new(Text.Key("An administrator ended your sessions. Sign in again to go on.")));
        audit.Note(actor, "account.end-sessions", "account", account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Organisations that have no other manager who can act today.</summary>
    public Task<HashSet<Guid>> OnlyManagerOfAsync(Guid account, CancellationToken cancel) =>
        db.Memberships.Managing(clock.GetUtcNow().UtcDateTime).OnlyOf(account).Select(m => m.OrganisationId).ToHashSetAsync(cancel);

    private async Task<Account> FindAsync(Guid account, AccountState state, string otherwise, CancellationToken cancel) =>
        await db.Accounts.FirstOrDefaultAsync(a => a.Id == account && a.State == state, cancel) ?? throw new RuleBroken("", otherwise);

    /// <summary>An organisation never loses its last manager in silence.</summary>
    private async Task TellOfLonelyAsync(Guid account, CancellationToken cancel)
    {
        foreach (var organisation in await OnlyManagerOfAsync(account, cancel))
        {
            var name = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
            await notify.RoleAsync(NetworkRole.Curator, NoticeTopic.Tasks, OrganisationLinks.Curate(organisation), new(Text.Key("{0} has no manager any more."), name), cancel);
        }
    }
}
