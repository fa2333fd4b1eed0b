namespace Patrin.Modules.Twinning.Browse;

/// <summary>One kind of work or area, with the places that want it and those where it runs.</summary>
public sealed record Exchange(string Code, IReadOnlyList<ProfileSnapshot> Seeking, IReadOnlyList<ProfileSnapshot> Offering)
{
    /// <summary>
    /// Wanted and running first, then wanted and nowhere running, then running and not asked for. An area that nobody asks for
    /// is left out: its kinds of work stand there.
    /// </summary>
    public static IReadOnlyList<Exchange> Of(IReadOnlyList<ProfileSnapshot> places, Func<string, bool> isArea)
    {
        var seeking = places.SelectMany(place => place.Needs.Select(need => (need.Code, place))).ToLookup(pair => pair.Code, pair => pair.place);
        var offering = places.SelectMany(place => place.Offers.Select(offer => (offer.Code, place))).ToLookup(pair => pair.Code, pair => pair.place);
        return [.. seeking.Select(group => group.Key).Union(offering.Select(group => group.Key).Where(code => !isArea(code)))
            .Select(code => new Exchange(code, [.. seeking[code]], [.. offering[code]]))
            .OrderBy(exchange => exchange.Seeking.Count == 0).ThenBy(exchange => exchange.Offering.Count == 0)
            .ThenByDescending(exchange => exchange.Seeking.Count).ThenBy(exchange => exchange.Code, StringComparer.Ordinal)];
    }
}
