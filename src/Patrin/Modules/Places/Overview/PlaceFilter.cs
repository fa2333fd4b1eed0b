using Microsoft.AspNetCore.Http.Extensions;
using Patrin.Modules.Vocabulary;
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

/// <summary>One value of a facet with the number of places that have it, given the other facets.</summary>
public sealed record FacetValue(string Value, string Label, int Places, bool IsChosen);

/// <summary>One facet.</summary>
public sealed record Facet(string Name, string Label, IReadOnlyList<FacetValue> Values)
{
    private const int Few = 7;

    /// <summary>Shown at once: the commonest, and whatever is chosen.</summary>
    public IEnumerable<FacetValue> First => Values.Where((v, i) => i < Few || v.IsChosen);

    /// <summary>Shown on request.</summary>
    public IEnumerable<FacetValue> Rest => Values.Where((v, i) => i >= Few && !v.IsChosen);
}

/// <summary>Counts the values of every facet.</summary>
public sealed class Facets(CodeLists codes, Patrin.Platform.Localization.Texts texts, Figures.FigureTexts figures)
{
    public IReadOnlyList<Facet> Count(IReadOnlyList<PlaceEntry> places, PlaceFilter filter) =>
    [
        Of("country", texts["Country"], places, filter),
        Of("type", texts["Kind of place"], places, filter),
        Of("kind", texts["Figure for Roma residents"], places, filter),
        Of("area", texts["Area of challenges"], places, filter),
        Of("challenge", texts["Challenge"], places, filter),
        Of("wish", texts["Wish"], places, filter),
    ];

    private Facet Of(string name, string label, IReadOnlyList<PlaceEntry> places, PlaceFilter filter)
    {
        var counts = filter.Apply(places, name).SelectMany(p => PlaceFilter.Of(name, p)).CountBy(v => v).ToDictionary();
        foreach (var chosen in ((string[][])[filter.Country, filter.Type, filter.Kind, filter.Area, filter.Challenge, filter.Wish])
            [Array.IndexOf(["country", "type", "kind", "area", "challenge", "wish"], name)])
            counts.TryAdd(chosen, 0);
        var values = counts.Select(c => new FacetValue(c.Key, Label(name, c.Key), c.Value, filter.Has(name, c.Key)));
        return new Facet(name, label, [.. name is "kind"
            ? values.OrderByDescending(v => Enum.TryParse<FigureKind>(v.Value, true, out var k) ? (int)k : -1)
            : values.OrderByDescending(v => v.Places).ThenBy(v => v.Label, StringComparer.CurrentCulture)]);
    }

    public string Label(string facet, string value) => facet switch
    {
        "country" => codes.Countries.Find(value)?.Label(texts.Language) ?? value,
        "type" => codes["place_type"].Find(value)?.Label(texts.Language) ?? value,
        "area" => codes.Areas.Find(value)?.Label(texts.Language) ?? value,
        "challenge" => codes.Challenges.Find(value)?.Label(texts.Language) ?? value,
        "wish" => (codes.Interventions.Find(value) ?? codes.Challenges.Find(value))?.Label(texts.Language) ?? value,
        _ => figures.Kind(Enum.TryParse<FigureKind>(value, ignoreCase: true, out var kind) ? kind : FigureKind.None),
    };
}
