using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Jobs;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Privacy;

/// <summary>Somebody was told that their unused account will be removed. Number 3: those who look after the site were told that it cannot be.</summary>
public sealed class RetentionWarning
{
    public required Guid AccountId { get; init; }

    public required int Number { get; init; }

    public required DateTime At { get; set; }
}

internal sealed class RetentionWarningMapping : IEntityTypeConfiguration<RetentionWarning>
{
    public void Configure(EntityTypeBuilder<RetentionWarning> builder)
    {
        builder.ToTable("retention_warnings");
        builder.HasKey(w => new { w.AccountId, w.Number });
        builder.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Accounts that nobody used for 24 months are erased, after two warnings by mail: 60 and 14 days before.</summary>
public sealed class RetireInactive(AppDbContext db, EraseAccount erase, Notify notify, Outbox outbox, PublicLinks links, Texts texts, TimeProvider clock) : IPeriodicTask
{
    public const int Months = 24;
    private const int AtOnce = 200;

    private static readonly (int Number, TimeSpan Before)[] Warnings = [(1, TimeSpan.FromDays(60)), (2, TimeSpan.FromDays(14))];

    public string Name => "retire-inactive-accounts";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (warned, erased) = (0, 0);
        foreach (var (number, before) in Warnings)
        {
            foreach (var account in await UnusedSinceAsync((now + before).AddMonths(-Months), cancel))
                warned += await WarnAsync(account, number, now, cancel) ? 1 : 0;
        }

        foreach (var account in await UnusedSinceAsync(now.AddMonths(-Months), cancel))
            erased += await EraseAsync(account, now, cancel) ? 1 : 0;
        return TaskResult.Of((TaskDid.PeopleWarned, warned), (TaskDid.AccountsRemoved, erased));
    }

    private Task<List<Account>> UnusedSinceAsync(DateTime day, CancellationToken cancel) => db.Accounts.AsNoTracking()
        .Where(a => a.State == AccountState.Active && (a.SignedInAt ?? a.CreatedAt) < day).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancel);

    private async Task<bool> WarnAsync(Account account, int number, DateTime now, CancellationToken cancel)
    {
        var used = account.SignedInAt ?? account.CreatedAt;
        var warnings = await db.Set<RetentionWarning>().Where(w => w.AccountId == account.Id).ToListAsync(cancel);
        // Somebody who came back and went again is warned anew.
        db.RemoveRange(warnings.Where(w => w.At < used));
        if (warnings.Exists(w => w.At >= used && w.Number == number) || (number > 1 && !warnings.Exists(w => w.At >= used && w.Number == number - 1 && w.At < now)))
            return false;
        await db.SaveChangesAsync(cancel);
        db.Add(new RetentionWarning { AccountId = account.Id, Number = number, At = now });
        if (account.Email is { } mail)
        {
            var link = await links.ToAsync(account.Language, "/sign-in", cancel);
            var (subject, body) = texts.In(account.Language, () => (
                texts["Your account will be removed"],
                texts["You have not used your account for a long time. We remove accounts that nobody used for 24 months. To keep yours, sign in once: {0}", link]));
            outbox.Add(mail, account.Id, account.Language, subject, body);
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Only after both warnings, the last of them a week old.</summary>
    private async Task<bool> EraseAsync(Account account, DateTime now, CancellationToken cancel)
    {
        var used = account.SignedInAt ?? account.CreatedAt;
        var week = now - TimeSpan.FromDays(7);
        if (await db.Set<RetentionWarning>().CountAsync(w => w.AccountId == account.Id && w.At >= used && w.At <= week && w.Number <= 2, cancel) < 2)
            return false;
        try
        {
            await erase.RunAsync(account.Id, Actor.System, cancel);
            return true;
        }
        catch (RuleBroken)
        {
            await TellAsync(account.Id, now, cancel);
            return false;
        }
    }

    /// <summary>An organisation or the site would be left alone: administrators are told, once.</summary>
    private async Task TellAsync(Guid account, DateTime now, CancellationToken cancel)
    {
        if (await db.Set<RetentionWarning>().AnyAsync(w => w.AccountId == account && w.Number == 3, cancel))
            return;
        db.Add(new RetentionWarning { AccountId = account, Number = 3, At = now });
        await notify.RoleAsync(NetworkRole.Administrator, NoticeTopic.Tasks, "/organisations",
            new(Text.Key("An account that nobody uses cannot be removed: it is the last manager of an organisation, or the last administrator.")), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
