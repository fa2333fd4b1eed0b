using Patrin.Modules.Places.Figures;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Places.Overview;

/// <summary>One value of a facet with the number of places that have it, given the other facets.</summary>
public sealed record FacetValue(string Value, string Label, int Places, bool IsChosen);

/// <summary>One facet.</summary>
public sealed record Facet(string Name, string Label, IReadOnlyList<FacetValue> Values)
{
    private const int Few = 6;

    /// <summary>Long lists stay closed until one of their values is chosen.</summary>
    public bool IsFolded => Name is "challenge" or "wish" && !Values.Any(v => v.IsChosen);

    /// <summary>Shown at once: the commonest, and whatever is chosen.</summary>
    public IEnumerable<FacetValue> First => Values.Where((v, i) => i < Few || v.IsChosen);

    /// <summary>Shown on request.</summary>
    public IEnumerable<FacetValue> Rest => Values.Where((v, i) => i >= Few && !v.IsChosen);
}

/// <summary>The form of facets under a list or map.</summary>
/// <param name="Facets">What can be chosen.</param>
/// <param name="Filter">What is chosen.</param>
/// <param name="Path">The page that answers.</param>
public sealed record FacetForm(IReadOnlyList<Facet> Facets, PlaceFilter Filter, string Path)
{
    /// <summary>Challenges a map may be coloured by, in their areas; empty where there is no map.</summary>
    public IReadOnlyList<IGrouping<string, FacetValue>> Colours { get; init; } = [];
}

/// <summary>Counts the values of every facet.</summary>
public sealed class Facets(CodeLists codes, Texts texts, FigureTexts figures)
{
    /// <summary>Without a filter the counts are the same for everybody: they are made once per language and state of the data.</summary>
    public IReadOnlyList<Facet> Count(PlaceOverview overview, PlaceFilter filter) =>
        filter.IsEmpty ? overview.Unfiltered(texts.Language, () => Count(overview.All, filter)) : Count(overview.All, filter);

    private IReadOnlyList<Facet> Count(IReadOnlyList<PlaceEntry> places, PlaceFilter filter) =>
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
