using Patrin.Modules.Places.Contracts;

namespace Patrin.Modules.Twinning.Browse;

/// <summary>One kind of work, with the places that want it and those where it runs.</summary>
public sealed record Exchange(string Code, IReadOnlyList<PlaceCard> Seeking, IReadOnlyList<PlaceCard> Offering)
{
    /// <summary>Wanted and running first, then wanted and nowhere running, then running and not asked for.</summary>
    public static IReadOnlyList<Exchange> Of(IReadOnlyList<PlaceCard> places)
    {
        var seeking = places.SelectMany(place => place.Needs.Select(need => (need.Code, place))).ToLookup(pair => pair.Code, pair => pair.place);
        var offering = places.SelectMany(place => place.Offers.Select(offer => (offer.Code, place))).ToLookup(pair => pair.Code, pair => pair.place);
        return [.. seeking.Select(group => group.Key).Union(offering.Select(group => group.Key))
            .Select(code => new Exchange(code, [.. seeking[code].DistinctBy(p => p.Key)], [.. offering[code].DistinctBy(p => p.Key)]))
            .OrderBy(exchange => exchange.Seeking.Count == 0).ThenBy(exchange => exchange.Offering.Count == 0)
            .ThenByDescending(exchange => exchange.Seeking.Count).ThenBy(exchange => exchange.Code, StringComparer.Ordinal)];
    }
}
