using Microsoft.AspNetCore.Http.Extensions;
using Patrin.Platform.Text;

namespace Patrin.Modules.Places.Overview;

/// <summary>How a list of places is ordered.</summary>
public enum PlaceSort
{
    Name,
    Residents,
    Challenges,
}

/// <summary>
/// What a reader narrowed the places down to; its address form is shared by list, map, table and CSV.
/// Within one facet any value will do, between facets all must hold.
/// </summary>
public sealed record PlaceFilter
{
    public string? Q { get; init; }

    public string[] Country { get; init; } = [];

    public string[] Type { get; init; } = [];

    public string[] Area { get; init; } = [];

    public string[] Challenge { get; init; } = [];

    public string[] Wish { get; init; } = [];

    /// <summary><c>self</c>, <c>estimate</c>, <c>other</c>, <c>none</c>.</summary>
    public string[] Kind { get; init; } = [];

    public bool IsEmpty => Q is null or "" && Values.All(v => v.Chosen.Length == 0);

    private (string Name, string[] Chosen)[] Values =>
        [("country", Country), ("type", Type), ("area", Area), ("challenge", Challenge), ("wish", Wish), ("kind", Kind)];

    public static PlaceFilter From(IQueryCollection query) => new()
    {
        Q = query["q"].ToString().Trim() is { Length: > 0 } q ? q[..Math.Min(q.Length, 100)] : null,
        Country = Chosen(query, "country"), Type = Chosen(query, "type"), Area = Chosen(query, "area"),
        Challenge = Chosen(query, "challenge"), Wish = Chosen(query, "wish"), Kind = Chosen(query, "kind"),
    };

    private static string[] Chosen(IQueryCollection query, string name) =>
        [.. query[name].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!).Distinct().Take(50)];

    /// <summary>The places that pass; <paramref name="without"/> names a facet to leave out, for counting its own values.</summary>
    public IEnumerable<PlaceEntry> Apply(IEnumerable<PlaceEntry> places, string? without = null)
    {
        var words = Folding.Fold(Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return places.Where(p => words.All(w => p.Search.Contains(w, StringComparison.Ordinal))
            && Values.All(v => v.Chosen.Length == 0 || v.Name == without || Of(v.Name, p).Any(v.Chosen.Contains)));
    }

    /// <summary>The values of a place in a facet. Sensitive challenges are in none (domain.md 7.4).</summary>
    public static IEnumerable<string> Of(string facet, PlaceEntry p) => facet switch
    {
        "country" => [p.Country],
        "type" => [p.Type],
        "area" => p.OpenChallenges.Select(AreaOf).Distinct(),
        "challenge" => p.OpenChallenges,
        "wish" => p.Wishes.Where(w => !w.IsSensitive).Select(w => w.Code),
        _ => [p.FigureKind.ToString().ToLowerInvariant()],
    };

    public bool Has(string facet, string value) => Values.First(v => v.Name == facet).Chosen.Contains(value);

    public static string AreaOf(string challenge) => challenge[..Math.Max(challenge.IndexOf('-', StringComparison.Ordinal), 0)];

    /// <summary>The filter as a query string, with the question mark; empty when nothing is chosen.</summary>
    public string ToQuery(params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var query = new QueryBuilder();
        if (Q is not null)
            query.Add("q", Q);
        foreach (var (name, chosen) in Values)
            query.Add(name, chosen);
        foreach (var (name, value) in more)
        {
            if (value is not null)
                query.Add(name, value);
        }

        return query.ToString();
    }

    /// <summary>Sorted as asked; the name decides between equals.</summary>
    public static IEnumerable<PlaceEntry> Sort(IEnumerable<PlaceEntry> byName, PlaceSort sort) => sort switch
    {
        PlaceSort.Residents => byName.OrderByDescending(p => p.Residents ?? -1),
        PlaceSort.Challenges => byName.OrderByDescending(p => p.OpenChallenges.Count()),
        _ => byName,
    };
}
