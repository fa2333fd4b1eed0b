using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Twinning.Contracts;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Twinning;

/// <summary>Shows on the page of a place whom the newest published round proposes as its partner.</summary>
internal sealed class ProposedPairs(AppDbContext db, ProposedPairsQuery query, PlaceQueries places, Texts texts) : IPlaceTies
{
    public async Task<IReadOnlyList<PlaceTie>> OfAsync(string key, CancellationToken cancel)
    {
        var pairs = await query.OfAsync(db, key, cancel);
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
