using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Administration.Jobs;
using Patrin.Platform;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Settings;
using Patrin.Platform.Ui.Tags;

namespace Patrin.Modules.Administration.Health;

/// <summary>One sign of health, in the reader's language.</summary>
/// <param name="Title">What was looked at.</param>
/// <param name="Tone">How it is.</param>
/// <param name="Says">What was found.</param>
/// <param name="Do">What to do; empty when all is well.</param>
public sealed record HealthSign(string Title, Tone Tone, string Says, string Do = "");

/// <summary>What an administrator should know about the server (quality.md R-70). Looks only; changes nothing.</summary>
public sealed class CheckHealth(AppDbContext db, PatrinOptions options, IKeyManager keys, Texts texts, TimeProvider clock)
{
    /// <summary>Older than this is an alert.</summary>
    public static readonly TimeSpan BackupLimit = TimeSpan.FromDays(8), AuditLimit = TimeSpan.FromDays(2), MailLimit = TimeSpan.FromHours(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="tasks">The regular tasks as they are now.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<HealthSign>> RunAsync(IReadOnlyList<TaskLine> tasks, CancellationToken cancel) =>
        [await DatabaseAsync(cancel), Disk(), await MailAsync(cancel), Backups(), await HistoryAsync(cancel), Keys(), Tasks(tasks)];

    private async Task<HealthSign> DatabaseAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await db.Set<SiteRow>().AsNoTracking().AnyAsync(cancel);
        var took = watch.ElapsedMilliseconds;
        var title = texts["Database"];
        return took > 500
            ? new(title, Tone.Wait, texts["It answers slowly: {0} ms.", texts.Number(took)], texts["Look again in a few minutes. If it stays slow, ask whoever runs the server whether the machine or its disk is overloaded."])
            : new(title, Tone.Ok, texts["It answers at once."]);
    }

    private HealthSign Disk()
    {
        var title = texts["Room on the disk"];
        try
        {
            var drive = new DriveInfo(options.DataDirectory);
            var free = 100m * drive.AvailableFreeSpace / drive.TotalSize;
            var says = texts["{0} free.", texts.Percent(decimal.Round(free, 1))];
            return free >= 10 ? new(title, Tone.Ok, says) : new(title, Tone.No, says, texts["Ask whoever runs the server to make room. Below that, uploads and new work are refused."]);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return new(title, Tone.Unk, texts["It cannot be seen from here."]);
        }
    }

    private async Task<HealthSign> MailAsync(CancellationToken cancel)
    {
        var (title, late) = (texts["Mail"], Now - MailLimit);
        if (options.Settings.Smtp is null)
            return new(title, options.Demo ? Tone.Unk : Tone.Wait, texts["No mail server is set up: nobody gets a message."], texts["Ask whoever runs the server to set up mail; the page “Configuration” of the handbook says how."]);
        var failed = await db.Set<MailMessage>().CountAsync(m => m.State == MailState.Failed, cancel);
        var oldest = await db.Set<MailMessage>().Where(m => m.State == MailState.Queued).OrderBy(m => m.DueAt).Select(m => (DateTime?)m.DueAt).FirstOrDefaultAsync(cancel);
        if (oldest < late)
            return new(title, Tone.No, texts["Messages have been waiting since {0}.", texts.Instant(oldest.Value)], texts["The mail server does not answer, or sending has stopped. Look at “Regular tasks”, then ask whoever runs the mail server."]);
        return failed > 0
            ? new(title, Tone.Wait, texts.Plural(failed, "{0} message was not sent.", "{0} messages were not sent."), texts["Look at “Mail that goes out”: the reason stands there, and you can try again."])
            : new(title, Tone.Ok, texts["Messages go out."]);
    }

    private HealthSign Backups()
    {
        var title = texts["Backup"];
        if (options.Postgres is not null)
            return new(title, Tone.Unk, texts["The database server makes them; Patrin cannot see them."], texts["Ask whoever runs the server when a backup was last put back to try it out."]);
        if (Backup.LastAt(options) is not { } last)
            return new(title, Tone.No, texts["There is none yet."], texts["Ask whoever runs the server to run “patrin backup” every day and to keep the file on another machine."]);
        return Now - last <= BackupLimit
            ? new(title, Tone.Ok, texts["The last one was made on {0}.", texts.Date(last)])
            : new(title, Tone.No, texts["The last one was made on {0}.", texts.Date(last)], texts["Ask whoever runs the server to run “patrin backup” every day and to keep the file on another machine."]);
    }

    private async Task<HealthSign> HistoryAsync(CancellationToken cancel)
    {
        var title = texts["History that nobody changed"];
        var run = await db.Set<PeriodicRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Name == CheckAudit.TaskName, cancel);
        if (run?.LastAt is not { } last)
            return new(title, Tone.Unk, texts["Not checked yet. The check runs once a day."]);
        if (run.LastFailed)
            return new(title, Tone.No, texts["The check of {0} failed: entries were changed, are missing, or could not be read.", texts.Date(last)],
                texts["Change nothing. Ask whoever runs the server to run “patrin verify-audit” and to keep the newest and an older backup."]);
        return Now - last <= AuditLimit ? new(title, Tone.Ok, texts["Checked on {0}: every entry is in its place.", texts.Date(last)])
            : new(title, Tone.Wait, texts["Last checked on {0}.", texts.Date(last)], texts["Start the check under “Regular tasks”."]);
    }

    private HealthSign Keys()
    {
        var (title, now) = (texts["Keys of the sign-in"], clock.GetUtcNow());
        try
        {
            var good = keys.GetAllKeys().Count(k => !k.IsRevoked && k.ExpirationDate > now);
            return good > 0 ? new(title, Tone.Ok, texts["In order; they renew themselves."]) : new(title, Tone.Unk, texts["They are made at the next start."]);
        }
#pragma warning disable CA1031 // Whatever is wrong with the ring, the page must say so instead of failing.
        catch (Exception fault) when (fault is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new(title, Tone.No, texts["They cannot be read."], texts["The file “master.key” does not fit this database. Ask whoever runs the server to put the right one back from the backup."]);
        }
    }

    private HealthSign Tasks(IReadOnlyList<TaskLine> lines)
    {
        var title = texts["Regular tasks"];
        var (failed, late) = (lines.Count(t => t.State == TaskState.Failed), lines.Count(t => t.State == TaskState.Late));
        if (late > 0)
            return new(title, Tone.No, texts.Plural(late, "{0} task is late.", "{0} tasks are late."), texts["Tasks have stopped. Ask whoever runs the server to start Patrin again."]);
        return failed > 0 ? new(title, Tone.Wait, texts.Plural(failed, "{0} task failed.", "{0} tasks failed."), texts["Look at “Regular tasks” and run it again."])
            : new(title, Tone.Ok, texts["All ran well."]);
    }
}
