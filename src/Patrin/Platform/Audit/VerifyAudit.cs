using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;

namespace Patrin.Platform.Audit;

/// <summary>What a walk along the chain found.</summary>
/// <param name="Entries">Entries looked at.</param>
/// <param name="BadNumber">Number of the first bad entry; null when all is well.</param>
/// <param name="Fault">What is wrong there, in English; empty when all is well.</param>
public sealed record AuditFinding(long Entries, long? BadNumber, string Fault);

/// <summary>Walks the whole chain: gaps, hashes, the head and its seal. Reads in pages and changes nothing.</summary>
public sealed class VerifyAudit(AppDbContext db, MasterKey key)
{
    private const int PageSize = 1000;

    public async Task<AuditFinding> RunAsync(CancellationToken cancel)
    {
        // Entries that are added while we walk lie behind the head we began with.
        var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == 1, cancel);
        if (head is null)
            return new(0, 0, "the head of the chain is missing");
        var (last, hash) = (0L, "");
        while (true)
        {
            var after = last;
            var page = await db.AuditEntries.AsNoTracking().Where(e => e.Number > after && e.Number <= head.Number).OrderBy(e => e.Number).Take(PageSize).ToListAsync(cancel);
            foreach (var entry in page)
            {
                if (entry.Number != last + 1)
                    return new(last, last + 1, "the entry is missing");
                if (entry.Hash != AuditChain.Hash(entry, hash))
                    return new(last, entry.Number, "the entry was changed");
                (last, hash) = (entry.Number, entry.Hash);
            }

            if (page.Count == 0)
                return await EndAsync(head, last, hash, cancel);
        }
    }

    private async Task<AuditFinding> EndAsync(AuditHead head, long last, string hash, CancellationToken cancel)
    {
        if (last < head.Number)
            return new(last, last + 1, "the entry is missing");
        if (hash != head.Hash)
            return new(last, last, "the entry does not fit the head");
        if ((head.Number > 0 || head.Seal.Length > 0) && head.Seal != AuditChain.Seal(key, head.Number, head.Hash))
            return new(last, last, "the seal of the head is not ours: the end of the chain was cut off or changed");
        // Without a head that moved, nothing may stand behind it.
        var now = await db.Set<AuditHead>().AsNoTracking().Select(h => h.Number).SingleAsync(cancel);
        return await db.AuditEntries.AnyAsync(e => e.Number > now, cancel) ? new(last, now + 1, "the entry stands behind the head") : new(last, null, "");
    }
}
