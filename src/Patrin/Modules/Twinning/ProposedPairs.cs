using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Twinning.Contracts;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Twinning;

/// <summary>Shows on the page of a place whom the newest published round proposes as its partner.</summary>
public sealed class ProposedPairs(AppDbContext db, PlaceQueries places, Texts texts) : IPlaceTies
{
    public async Task<IReadOnlyList<PlaceTie>> OfAsync(string key, CancellationToken cancel)
    {
        var rounds = db.Rounds.Where(r => r.Status == RoundStatus.Published);
        var pairs = await db.RoundPairs.AsNoTracking().Where(p => p.PlaceA == key || p.PlaceB == key)
            .Join(rounds, p => p.RoundId, r => r.Id, (p, r) => new { p.PlaceA, p.PlaceB, p.Score, r.Number })
            .OrderByDescending(p => p.Number).ThenByDescending(p => p.Score).Take(RoundRules.MaxCapacity).ToListAsync(cancel);
        if (pairs.Count == 0)
            return [];
        var newest = pairs.Where(p => p.Number == pairs[0].Number).ToList();
        var cards = await places.ByKeysAsync(newest.Select(p => p.PlaceA == key ? p.PlaceB : p.PlaceA), cancel);
        return [.. newest.Select(p => new PlaceTie(
            texts["Proposed partner: {0}", cards.GetValueOrDefault(p.PlaceA == key ? p.PlaceB : p.PlaceA)?.Name ?? ""],
            TwinningLinks.Pair(p.Number, p.PlaceA, p.PlaceB),
            IsProposed: true))];
    }
}
