using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Platform.Mail;

/// <summary>Takes the text out of sent messages after a week and the rows away after a month.</summary>
public sealed class ForgetMail(AppDbContext db, MailFolder folder, TimeProvider clock) : IPeriodicTask
{
    public string Name => "mail-forget";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (week, month) = (now.AddDays(-7), now.AddDays(-30));
        var messages = db.Set<MailMessage>();
        var emptied = await messages.Where(m => m.State == MailState.Sent && m.DueAt < week && m.Body != "")
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Body, "").SetProperty(m => m.Subject, "").SetProperty(m => m.UnsubscribeAddress, ""), cancel);
        var gone = await messages.Where(m => (m.State == MailState.Sent || m.State == MailState.Failed) && m.DueAt < month).ExecuteDeleteAsync(cancel);
        await folder.SweepAsync(withoutText: false, cancel);
        return TaskResult.Of((TaskDid.MailTextsRemoved, emptied), (TaskDid.MailsRemoved, gone));
    }
}
