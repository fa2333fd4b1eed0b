using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;

namespace Patrin.Modules.Twinning;

/// <summary>A pair of a published round, as far as a profile needs it.</summary>
internal sealed record ProposedPair(string PlaceA, string PlaceB, int Score, int Number);

/// <summary>The pairs of one place in published rounds, newest round first. Compiled once: every profile asks for it.</summary>
internal sealed class ProposedPairsQuery
{
    private readonly Func<AppDbContext, string, IAsyncEnumerable<ProposedPair>> _pairs = EF.CompileAsyncQuery((AppDbContext db, string key) =>
        db.Set<RoundPair>().AsNoTracking().Where(p => p.PlaceA == key || p.PlaceB == key)
            .Join(db.Set<Round>().Where(r => r.Status == RoundStatus.Published), p => p.RoundId, r => r.Id, (p, r) => new { p.PlaceA, p.PlaceB, p.Score, r.Number })
            .OrderByDescending(p => p.Number).ThenByDescending(p => p.Score).Take(RoundRules.MaxCapacity)
            .Select(p => new ProposedPair(p.PlaceA, p.PlaceB, p.Score, p.Number)));

    public async Task<IReadOnlyList<ProposedPair>> OfAsync(AppDbContext db, string key, CancellationToken cancel)
    {
        var found = new List<ProposedPair>();
        await foreach (var pair in _pairs(db, key).WithCancellation(cancel))
            found.Add(pair);
        return found;
    }
}
