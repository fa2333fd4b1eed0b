namespace Patrin.Modules.Places.Overview;

/// <summary>A place that states similar challenges.</summary>
/// <param name="Place">The other place.</param>
/// <param name="Value">0: nothing in common; 1: the same list.</param>
/// <param name="Shared">Challenges both state, the rarest first.</param>
public sealed record LikePlace(PlaceEntry Place, double Value, IReadOnlyList<string> Shared);

/// <summary>
/// Likeness of two places: the weights of the challenges both state, divided by the weights of all that either states.
/// A challenge weighs the less the more places state it: ln(1 + places / places that state it).
/// Statements on family life, addiction and public order take no part (domain.md 7.4).
/// </summary>
public static class Likeness
{
    public static double Weight(PlaceOverview overview, string challenge) =>
        overview.StatedBy(challenge) is var n and > 0 ? Math.Log(1 + ((double)overview.All.Count / n)) : 0;

    public static bool TakesPart(string challenge, bool isSensitive) => !isSensitive || challenge.StartsWith("CIV", StringComparison.Ordinal);

    /// <summary>The most similar places, those with nothing in common left out.</summary>
    public static IReadOnlyList<LikePlace> Of(PlaceOverview overview, PlaceEntry place, int most)
    {
        var mine = Codes(place).ToHashSet();
        if (mine.Count == 0)
            return [];
        var own = mine.Sum(c => Weight(overview, c));
        return [.. overview.All.Where(other => other.Id != place.Id)
            .Select(other => Compare(overview, mine, own, other))
            .Where(like => like.Shared.Count > 0)
            .OrderByDescending(like => like.Value).ThenBy(like => like.Place.Key, StringComparer.Ordinal)
            .Take(most)];
    }

    private static LikePlace Compare(PlaceOverview overview, HashSet<string> mine, double own, PlaceEntry other)
    {
        double shared = 0, theirs = 0;
        List<string> both = [];
        foreach (var code in Codes(other))
        {
            var weight = Weight(overview, code);
            if (!mine.Contains(code))
            {
                theirs += weight;
                continue;
            }

            shared += weight;
            both.Add(code);
        }

        return new LikePlace(other, shared / (own + theirs), [.. both.OrderBy(overview.StatedBy)]);
    }

    private static IEnumerable<string> Codes(PlaceEntry place) =>
        place.Challenges.Where(c => TakesPart(c.Code, c.IsSensitive)).Select(c => c.Code);
}
