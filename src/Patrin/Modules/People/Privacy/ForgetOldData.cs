using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Moderation;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;
using Patrin.Platform.Mail;

namespace Patrin.Modules.People.Privacy;

/// <summary>Removes what is kept for a time only: networks of sessions and reports, sent mails, what proved a reported text, old export links.</summary>
public sealed class ForgetOldData(AppDbContext db, TimeProvider clock) : IPeriodicTask
{
    public static readonly TimeSpan Networks = TimeSpan.FromDays(30), SentMails = TimeSpan.FromDays(30);

    public string Name => "forget-old-data";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (network, sent, evidence) = (now - Networks, now - SentMails, now.AddMonths(-ModerationCase.Months));
        var removed = await db.Sessions.Where(s => s.StartedAt < network).ExecuteDeleteAsync(cancel);
        removed += await db.Reports.Where(r => r.At < network && r.NetworkMark != "").ExecuteUpdateAsync(s => s.SetProperty(r => r.NetworkMark, ""), cancel);
        removed += await db.Set<MailMessage>().Where(m => m.State == MailState.Sent && m.SentAt < sent).ExecuteDeleteAsync(cancel);
        removed += await ForgetEvidenceAsync(evidence, cancel);
        removed += await db.Set<DataExport>().Where(e => e.EndsAt < now).ExecuteDeleteAsync(cancel);
        return TaskResult.Of((TaskDid.OldDataRemoved, removed));
    }

    /// <summary>Six months after the case was opened, and not while somebody still waits for a decision.</summary>
    private async Task<int> ForgetEvidenceAsync(DateTime before, CancellationToken cancel)
    {
        var old = db.ModerationCases.Where(c => c.OpenedAt < before && c.State == CaseState.Decided);
        var ids = old.Select(c => c.Id);
        var reports = await db.Reports.Where(r => ids.Contains(r.CaseId) && (r.ReporterMail != "" || r.ReporterName != "" || r.SealedCode != "")).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.ReporterMail, "").SetProperty(r => r.ReporterName, "").SetProperty(r => r.SealedCode, ""), cancel);
        return reports + await old.Where(c => c.Evidence != "").ExecuteUpdateAsync(s => s.SetProperty(c => c.Evidence, ""), cancel);
    }
}
