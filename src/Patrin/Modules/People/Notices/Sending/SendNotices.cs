using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.People.Notices.Sending;

/// <summary>
/// Turns notices into mails as each reader chose: at once, or in one digest a day or week. A notice is settled in the transaction
/// that writes its mail, so that it is mailed once.
/// </summary>
public sealed class SendNotices(AppDbContext db, WriteDigest write, TimeProvider clock) : IPeriodicTask
{
    private const int AccountsAtOnce = 200, NoticesAMail = 100;

    private static readonly NoticeTopic[] UsuallyAtOnce = With(MailPace.AtOnce), UsuallyDaily = With(MailPace.Daily), UsuallyWeekly = With(MailPace.Weekly);

    public string Name => "notices";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var readers = await Due(now).Select(n => n.AccountId).Distinct().OrderBy(a => a).Take(AccountsAtOnce).ToListAsync(cancel);
        var mails = 0;
        foreach (var reader in readers)
        {
            if (await OneAsync(reader, now, cancel))
                mails++;
            db.ChangeTracker.Clear();
        }

        return TaskResult.Of((TaskDid.MailsWritten, mails));
    }

    /// <summary>The end of the last digest day: six in the morning, UTC.</summary>
    internal static DateTime LastDay(DateTime now) => now.AddHours(-6).Date.AddHours(6);

    /// <summary>The end of the last digest week: Monday at six.</summary>
    internal static DateTime LastWeek(DateTime now)
    {
        var day = LastDay(now);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private async Task<bool> OneAsync(Guid reader, DateTime now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == reader, cancel);
        var due = await Due(now).Where(n => n.AccountId == reader).OrderBy(n => n.At).ThenBy(n => n.Id).Take(NoticesAMail).AsNoTracking().ToListAsync(cancel);
        var silent = await db.NoticeChoices.Where(c => c.AccountId == reader && c.Pace == MailPace.None).Select(c => c.Topic).ToListAsync(cancel);
        var reachable = account.State == AccountState.Active && account.Email is { Length: > 0 };
        List<Notice> mailed = reachable ? [.. due.Where(n => n.Topic == NoticeTopic.Security || !silent.Contains(n.Topic))] : [];
        var (all, sent) = (due.Select(n => n.Id).ToList(), mailed.Select(n => n.Id).ToList());
        var settled = await db.Notices.Where(n => all.Contains(n.Id) && n.SettledAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.SettledAt, now), cancel);
        await db.Notices.Where(n => sent.Contains(n.Id)).ExecuteUpdateAsync(s => s.SetProperty(n => n.MailedAt, now), cancel);
        // Somebody else was quicker with one of them: nothing of this is kept.
        if (settled != all.Count)
            return false;
        if (mailed.Count > 0)
            await write.AddAsync(account, mailed, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return mailed.Count > 0;
    }

    /// <summary>Notices whose time has come; those nobody wants by mail are among them, to be settled.</summary>
    private IQueryable<Notice> Due(DateTime now)
    {
        var (day, week) = (LastDay(now), LastWeek(now));
        var choices = db.NoticeChoices;
        return from n in db.Notices
               where n.SettledAt == null && n.At <= now
               from c in choices.Where(c => c.AccountId == n.AccountId && c.Topic == n.Topic).DefaultIfEmpty()
               where n.Topic == NoticeTopic.Security
                   || (c == null && (UsuallyAtOnce.Contains(n.Topic) || (UsuallyDaily.Contains(n.Topic) && n.At < day) || (UsuallyWeekly.Contains(n.Topic) && n.At < week)))
                   || (c != null && (c.Pace == MailPace.AtOnce || c.Pace == MailPace.None || (c.Pace == MailPace.Daily && n.At < day) || (c.Pace == MailPace.Weekly && n.At < week)))
               select n;
    }

    private static NoticeTopic[] With(MailPace pace) => [.. Enum.GetValues<NoticeTopic>().Where(t => NoticeTopics.Usual(t) == pace)];
}
