using Patrin.Modules.Practices.Index;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Practices.List;

/// <summary>One value of a facet with the number of records that have it, given the other facets.</summary>
public sealed record FacetValue(string Code, string Label, int Count, bool IsChosen);

/// <summary>One facet as the form shows it.</summary>
public sealed record Facet(string Name, string Label, IReadOnlyList<FacetValue> Values)
{
    private const int Few = 6;

    /// <summary>Long lists stay closed until one of their values is chosen.</summary>
    public bool IsFolded => Values.Count > Few * 2 && !Values.Any(v => v.IsChosen);

    public IEnumerable<FacetValue> First => Values.Where((v, i) => i < Few || v.IsChosen);

    public IEnumerable<FacetValue> Rest => Values.Where((v, i) => i >= Few && !v.IsChosen);
}

/// <summary>Names facets and their values, and brings the values into an order people expect.</summary>
public sealed class FacetTexts(PracticeWords words, Texts texts)
{
    public IReadOnlyList<Facet> Of(FacetIndex.Found found, PracticeFilter filter)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(filter);
        return [.. FacetCodes.All.Select(name => Make(name, found.Counts(name), filter)).Where(f => f.Values.Count > 0)];
    }

    private Facet Make(string name, IReadOnlyDictionary<string, int> counts, PracticeFilter filter)
    {
        var codes = counts.Keys.Union(filter.Chosen.GetValueOrDefault(name, []));
        var values = codes.Select(c => new FacetValue(c, Label(name, c), counts.GetValueOrDefault(c), filter.Has(name, c)));
        return new(name, Name(name), [.. name switch
        {
            FacetCodes.Level => values.OrderBy(v => v.Code, StringComparer.Ordinal),
            FacetCodes.Cost => values.OrderBy(v => FacetCodes.CostBands.ToList().IndexOf(v.Code)),
            _ => values.OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.CurrentCulture),
        }]);
    }

    private string Name(string facet) => facet switch
    {
        FacetCodes.Area => texts["Area"],
        FacetCodes.Type => texts["Kind of record"],
        FacetCodes.Level => texts["Level of evidence"],
        FacetCodes.Review => texts["Review"],
        FacetCodes.Challenge => texts["Challenge"],
        FacetCodes.Intervention => texts["Kind of action"],
        FacetCodes.Target => texts["For whom"],
        FacetCodes.Cost => texts["Cost"],
        FacetCodes.Repeated => texts["Repeated elsewhere"],
        _ => texts["Country"],
    };

    private string Label(string facet, string code) => facet switch
    {
        FacetCodes.Type => words.Label("record_type", code),
        FacetCodes.Level => code + " " + words.Label("evidence_level", code),
        FacetCodes.Review => code switch { "REVIEWED" => texts["Reviewed in this network"], "OUTDATED" => texts["Outdated"], _ => texts["Not reviewed yet"] },
        FacetCodes.Target => words.Label("target_group", code),
        FacetCodes.Cost => words.CostBand(code),
        FacetCodes.Repeated => code == FacetCodes.Confirmed ? texts["Confirmed in this network"] : texts["Yes, the sources say"],
        _ => words.Label(facet, code),
    };
}
