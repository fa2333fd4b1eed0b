using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Jobs;
using Patrin.Platform.Mail;

namespace Patrin.Modules.Administration.Mails;

/// <summary>Sends a failed message again, or gives up one that waits. Nobody reads or changes what it says.</summary>
public sealed class ChangeMail(AppDbContext db, AuditTrail audit, PeriodicWake wake, TimeProvider clock)
{
    public async Task RetryAsync(Guid message, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Only one that failed: a second click, or a second administrator, changes nothing.
        var changed = await db.Set<MailMessage>().Where(m => m.Id == message && m.State == MailState.Failed).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MailState.Queued).SetProperty(m => m.DueAt, now).SetProperty(m => m.Tries, 0).SetProperty(m => m.Error, ""), cancel);
        if (changed == 0)
            throw new RuleBroken("", "This message does not wait for you any more.");
        audit.Note(actor, "mail.retry", "mail", message);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        wake.Wake(SendMail.TaskName);
    }

    public async Task GiveUpAsync(Guid message, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var changed = await db.Set<MailMessage>().Where(m => m.Id == message && m.State == MailState.Queued).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.Error, MailErrors.Cancelled), cancel);
        if (changed == 0)
            throw new RuleBroken("", "This message does not wait for you any more.");
        audit.Note(actor, "mail.give-up", "mail", message);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
