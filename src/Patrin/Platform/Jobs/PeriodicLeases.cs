using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;

namespace Patrin.Platform.Jobs;

/// <summary>Who may run a periodic task now: decided by one conditional update, so that of several nodes one gets it.</summary>
public sealed class PeriodicLeases(AppDbContext db, TimeProvider clock)
{
    /// <summary>A holder that does not renew within this time has crashed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<PeriodicRun?> FindAsync(string name, CancellationToken cancel) =>
        db.Set<PeriodicRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Name == name, cancel);

    /// <summary>Makes the row of a new task, due at once.</summary>
    public async Task AddMissingAsync(string name, CancellationToken cancel)
    {
        if (await db.Set<PeriodicRun>().AnyAsync(r => r.Name == name, cancel))
            return;
        var now = Now;
        // Another node may be quicker; both engines know this form.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO periodic_runs (name, next_at, lease_holder, last_failed, last_result) VALUES ({name}, {now}, '', {false}, '') ON CONFLICT DO NOTHING", cancel);
    }

    /// <summary>Takes the task when it is due, or in any case when <paramref name="anyway"/>, unless somebody runs it.</summary>
    public async Task<bool> TakeAsync(string name, TimeSpan every, string holder, bool anyway, CancellationToken cancel)
    {
        // Instants further ahead than they can be come from a clock that was put back: they do not hold a task up.
        var (now, latestNext, latestLease) = (Now, Now + every, Now + Lease);
        return await db.Set<PeriodicRun>()
            .Where(r => r.Name == name && (anyway || r.NextAt <= now || r.NextAt > latestNext))
            .Where(r => r.LeaseUntil == null || r.LeaseUntil <= now || r.LeaseUntil > latestLease)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseUntil, latestLease).SetProperty(r => r.LeaseHolder, holder), cancel) == 1;
    }

    /// <summary>False when the task was lost to another node.</summary>
    public async Task<bool> RenewAsync(string name, string holder, CancellationToken cancel)
    {
        var until = Now + Lease;
        return await Held(name, holder).ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseUntil, until), cancel) == 1;
    }

    /// <summary>Hands back a run that was cut off: whoever comes next begins it again.</summary>
    public Task ReleaseAsync(string name, string holder, CancellationToken cancel) =>
        Held(name, holder).ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseUntil, (DateTime?)null), cancel);

    public Task FinishAsync(string name, string holder, DateTime startedAt, TimeSpan every, bool failed, string result, CancellationToken cancel) =>
        Held(name, holder).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.LeaseUntil, (DateTime?)null).SetProperty(r => r.NextAt, startedAt + every)
                .SetProperty(r => r.LastAt, startedAt).SetProperty(r => r.LastFailed, failed).SetProperty(r => r.LastResult, result),
            cancel);

    /// <summary>Makes the task due now, on whichever node looks first.</summary>
    public Task MakeDueAsync(string name, CancellationToken cancel)
    {
        var now = Now;
        return db.Set<PeriodicRun>().Where(r => r.Name == name).ExecuteUpdateAsync(s => s.SetProperty(r => r.NextAt, now), cancel);
    }

    private IQueryable<PeriodicRun> Held(string name, string holder) =>
        db.Set<PeriodicRun>().Where(r => r.Name == name && r.LeaseHolder == holder && r.LeaseUntil != null);
}
