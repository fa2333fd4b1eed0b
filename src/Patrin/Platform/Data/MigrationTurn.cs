using Microsoft.EntityFrameworkCore;

namespace Patrin.Platform.Data;

/// <summary>
/// Brings the schema up to date, one process at a time. On SQLite the framework marks "somebody migrates" with a row and takes it away
/// afterwards; a process that is killed in between leaves the row, and no later start would get past it. Here the turn is a lock on
/// a file, which the system takes back from whoever dies, and a row that is left over is removed by the next who has the turn.
/// </summary>
internal static class MigrationTurn
{
    private const string LockTable = "__EFMigrationsLock";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5), Step = TimeSpan.FromMilliseconds(100);

    public static async Task MigrateAsync(AppDbContext db, PatrinOptions options, CancellationToken cancel)
    {
        // The usual start finds nothing to do and writes nothing.
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            return;
        // The other engine's lock ends with its connection.
        if (options.Postgres is not null)
        {
            await db.Database.MigrateAsync(cancel);
            return;
        }

        await using var turn = await TakeAsync(Path.Combine(options.DataDirectory, "migration.lock"), cancel);
        if (await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = {LockTable}").SingleAsync(cancel) > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private static async Task<FileStream> TakeAsync(string file, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += Step)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LongestWait)
            {
                await Task.Delay(Step, cancel);
            }
        }
    }
}
