using Microsoft.EntityFrameworkCore;
using Npgsql;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;
using Patrin.Platform.Mail;

namespace Patrin.Platform.Privacy;

/// <summary>
/// Removes the bytes of what was erased from the files of the database (quality.md R-61): a deleted row alone stays readable
/// in the write-ahead log of SQLite and in the table files of PostgreSQL. Mails that were written as files go as well.
/// </summary>
public sealed class PurgeErased(AppDbContext db, IEnumerable<IPersonalData> parts, MailFolder mails, TimeProvider clock) : IPeriodicTask
{
    public string Name => "purge-erased";

    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <summary>Purges when somebody was erased since the last time.</summary>
    async Task<TaskResult> IPeriodicTask.RunAsync(CancellationToken cancel)
    {
        var waiting = await db.Erasures.CountAsync(e => e.PurgedAt == null, cancel);
        if (waiting > 0)
            await RunAsync(cancel);
        return TaskResult.Of((TaskDid.DeletionsWiped, waiting));
    }

    /// <summary>Purges now.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Erasures.Where(e => e.PurgedAt == null).ExecuteUpdateAsync(s => s.SetProperty(e => e.PurgedAt, now), cancel);
        try
        {
            await mails.SweepAsync(withoutText: true, cancel);
            await (db.Database.IsNpgsql() ? RewriteTablesAsync(cancel) : RewriteFileAsync(cancel));
        }
        catch
        {
            await db.Erasures.Where(e => e.PurgedAt == now).ExecuteUpdateAsync(s => s.SetProperty(e => e.PurgedAt, (DateTime?)null), CancellationToken.None);
            throw;
        }
    }

    private async Task RewriteFileAsync(CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        await db.Database.ExecuteSqlRawAsync("VACUUM", cancel);
        // VACUUM itself goes through the log.
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    private async Task RewriteTablesAsync(CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var tables = parts.SelectMany(p => p.Tables).Distinct().Order(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            // The names come from the program, and they cannot be parameters.
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync($"VACUUM (FULL, ANALYZE) \"{table}\"", cancel);
#pragma warning restore EF1002
        }

        // The planner keeps frequent values of columns. Only the server's owner may rewrite them; others get a warning and old values go with time.
        await db.Database.ExecuteSqlRawAsync("VACUUM (FULL) pg_catalog.pg_statistic", cancel);
        await WriteOutAsync(cancel);
    }

    /// <summary>The server unlinks the old files at a checkpoint; where this role may not ask for one it comes by itself within minutes.</summary>
    private async Task WriteOutAsync(CancellationToken cancel)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("CHECKPOINT", cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
        }
    }
}
