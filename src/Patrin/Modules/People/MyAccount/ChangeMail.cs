using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.SignIn;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.MyAccount;

/// <summary>
/// Changes the address of an account once both addresses have agreed (quality.md R-28). Whether the new one belongs to somebody else
/// is not told: then simply nothing can be confirmed.
/// </summary>
public sealed class ChangeMail(
    AppDbContext db, OneTimeTokens tokens, AccountMails mails, EndSessions end, SignInLimits limits, AuditTrail audit, TimeProvider clock)
{
    public async Task AskAsync(string? mail, Actor actor, HttpContext http, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        var address = MailAddress.Require("Mail", mail);
        await limits.MailAsync(address, http, cancel);
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<MailChange>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await tokens.VoidAsync(TokenPurpose.ConfirmMail, account.Id, cancel);
        await tokens.VoidAsync(TokenPurpose.ApproveMailChange, account.Id, cancel);
        db.Add(new MailChange { AccountId = account.Id, NewMail = address, EndsAt = clock.GetUtcNow().UtcDateTime + OneTimeTokens.Recovery });
        await mails.MailChangeAsync(account, account.Email!, tokens.Issue(TokenPurpose.ApproveMailChange, OneTimeTokens.Recovery, account), isNew: false, cancel);
        await mails.MailChangeAsync(account, address, tokens.Issue(TokenPurpose.ConfirmMail, OneTimeTokens.Recovery, account, address), isNew: true, cancel);
        audit.Note(actor, "account.mail-ask", "account", account.Id, fields: ["mail"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>One address agrees. Null when the link works no more; else whether the change is done.</summary>
    public async Task<bool?> AgreeAsync(TokenPurpose purpose, string token, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await tokens.UseAsync(purpose, token, cancel) is not { AccountId: { } id } used)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var change = await db.Set<MailChange>().FirstOrDefaultAsync(c => c.AccountId == id && c.EndsAt > now, cancel);
        if (change is null || (used.Mail.Length > 0 && used.Mail != change.NewMail))
            return null;
        if (purpose == TokenPurpose.ConfirmMail)
            change.ConfirmedAt = now;
        else
            change.ApprovedAt = now;
        var done = change is { ConfirmedAt: not null, ApprovedAt: not null };
        if (done)
            done = await TakeAsync(change, cancel);
        // Half of the way is a change too: the trail shows which address agreed when.
        if (!done)
            audit.Note(new("self") { AccountId = id }, "account.mail-agree", "account", id, fields: ["mail"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return done;
    }

    private async Task<bool> TakeAsync(MailChange change, CancellationToken cancel)
    {
        var key = change.NewMail.ToUpperInvariant();
        db.Remove(change);
        if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == key && a.Id != change.AccountId, cancel))
            return false;
        var account = await db.Accounts.SingleAsync(a => a.Id == change.AccountId, cancel);
        account.Email = account.UserName = change.NewMail;
        account.NormalizedEmail = account.NormalizedUserName = key;
        account.EmailConfirmed = true;
        account.RenewStamp();
        audit.Note(new(account.DisplayName) { AccountId = account.Id }, "account.mail", "account", account.Id, fields: ["mail"]);
        await end.AllAsync(account.Id, except: null, cancel);
        return true;
    }
}
