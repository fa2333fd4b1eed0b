using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;

namespace Patrin.Platform.Privacy;

/// <summary>
/// Remembers by hashes who was erased, in the database and beside it, and erases them again when an older database was put
/// back (quality.md R-62). Runs at every start before the port opens, and is called by the restore verb.
/// </summary>
public sealed class ErasureLedger(AppDbContext db, MasterKey key, ErasureLog log, TimeProvider clock)
{
    private const string Purpose = "erasure";

    /// <summary>Notes an erasure in the transaction that carries it out.</summary>
    public async Task NoteAsync(Guid account, CancellationToken cancel)
    {
        var (mark, now) = (MarkOf(account), clock.GetUtcNow().UtcDateTime);
        if (!await db.Erasures.AnyAsync(e => e.Mark == mark, cancel))
            db.Add(new Erasure { Mark = mark, At = now });
        // Before the commit: a power cut between the two lets the erasure happen at the next start, never un-happen.
        if (!(await log.ReadAsync(cancel)).Contains(mark))
            log.Append(mark, now);
    }

    /// <summary>Erases again whoever the ledger knows and the database still holds. Returns how many.</summary>
    public static async Task<int> ReplayAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<ErasureLedger>();
        var marks = await ledger.MarksAsync(cancel);
        if (marks.Count == 0)
            return 0;
        var accounts = scope.ServiceProvider.GetRequiredService<IErasableAccounts>();
        var found = new List<Guid>();
        await foreach (var account in accounts.NotErasedAsync().WithCancellation(cancel))
        {
            if (marks.Contains(ledger.MarkOf(account)))
                found.Add(account);
        }

        foreach (var account in found)
            await accounts.EraseAgainAsync(account, cancel);
        if (found.Count > 0)
            await scope.ServiceProvider.GetRequiredService<PurgeErased>().RunAsync(cancel);
        return found.Count;
    }

    /// <summary>All marks; what only the database knew is written to the log as well.</summary>
    private async Task<IReadOnlySet<string>> MarksAsync(CancellationToken cancel)
    {
        var marks = (await log.ReadAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var erasure in await db.Erasures.AsNoTracking().ToListAsync(cancel))
        {
            if (marks.Add(erasure.Mark))
                log.Append(erasure.Mark, erasure.At);
        }

        return marks;
    }

    private string MarkOf(Guid account) => key.Mark(Purpose, account.ToString());
}
