using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Places.Profile;

/// <summary>The sentences a profile says in its own voice: the summary in simple words, and what is missing.</summary>
public sealed class ProfileWords(Texts texts, CodeLists codes, FigureTexts figures)
{
    public string Country(string code) => codes.Countries.Find(code)?.Label(texts.Language) ?? code;

    public string Type(string code) => codes["place_type"].Find(code)?.Label(texts.Language) ?? code;

    public string Challenge(string code) => codes.Challenges.Find(code)?.Label(texts.Language) ?? code;

    public string Kind(ClaimKind kind) => Label("claim_kind", kind.ToString());

    public string State(Documents.ClaimState state) => Label("claim_state", state.ToString());

    /// <summary>The drawing of an area or code, ready to be written: a list has a hundred of them.</summary>
    public static IHtmlContent Icon(string area) => Drawn.GetOrAdd(area, name => new HtmlString(Icons.Svg(name)));

    private static readonly ConcurrentDictionary<string, IHtmlContent> Drawn = new();

    public string AreaName(string code) => codes.Areas.Find(code)?.Label(texts.Language) ?? code;

    /// <summary>Challenges two places share; those to be handled with care are counted, not named.</summary>
    public IEnumerable<string> Shared(IReadOnlyList<string> shared)
    {
        var careful = shared.Count(c => codes.Challenges.Find(c)?.IsSensitive == true);
        foreach (var code in shared.Where(c => codes.Challenges.Find(c)?.IsSensitive != true))
            yield return Challenge(code);
        if (careful > 0)
            yield return texts.Plural(careful, "{0} statement to be read with care", "{0} statements to be read with care");
    }

    /// <summary>Label of an intervention or a challenge.</summary>
    public string Any(string code) => (codes.Interventions.Find(code) ?? codes.Challenges.Find(code))?.Label(texts.Language) ?? code;

    /// <summary>The area whose drawing stands beside a code.</summary>
    public string Area(string code) =>
        codes.Challenges.Find(code)?.Parent ?? (codes.Interventions.Find(code) is { Areas: [var main, ..] } ? main : "PAR");

    /// <summary>A few short sentences for somebody in a hurry or who reads slowly.</summary>
    public IEnumerable<string> InSimpleWords(PlaceProfile profile)
    {
        var place = profile.Place;
        yield return Figures(profile);
        var open = place.Challenges.Where(c => !c.IsSensitive).Select(c => codes.AreaOf(c.Code).Label(texts.Language)).Distinct().ToList();
        if (open.Count > 0)
            yield return texts["Its sources name difficulties in: {0}.", string.Join("; ", open)];
        if (place.Offers.Count > 0)
            yield return texts["Already there: {0}.", string.Join("; ", place.Offers.Take(3).Select(o => Any(o.Code)))];
        if (place.Wishes.Count > 0)
            yield return texts["It wants to learn about: {0}.", string.Join("; ", place.Wishes.Where(w => !w.IsSensitive).Take(4).Select(w => Any(w.Code)))];
    }

    private string Label(string list, string name)
    {
        var code = JsonNamingPolicy.SnakeCaseUpper.ConvertName(name);
        return codes[list].Find(code)?.Label(texts.Language) ?? code;
    }

    private string Figures(PlaceProfile profile)
    {
        var roma = profile.Roma.ToList();
        return roma.Count switch
        {
            0 when profile.RomaElsewhere.Any() => texts["The sources give no number of Roma residents for this place, only for another area or group."],
            0 => texts["The sources give no number of Roma residents."],
            1 => texts["One number of Roma residents is known: {0}. {1}.", figures.Number(roma[0].Figure!), figures.Voice(roma[0].Figure!)],
            _ => texts.Plural(roma.Count, "{0} number of Roma residents is known.", "{0} different numbers of Roma residents are known. We keep them side by side."),
        };
    }

    /// <summary>What no source says. A gap is shown as a gap.</summary>
    public IEnumerable<string> Missing(PlaceProfile profile)
    {
        if (!profile.Residents.Any())
            yield return texts["The number of residents"];
        if (!profile.Roma.Any())
            yield return texts["A number of Roma residents for the whole place"];
        if (profile.Statements.Any(s => s.Figure is not null && s.Kind is ClaimKind.Population or ClaimKind.RomaPopulation) && profile.Statements.All(s => s.Figure is null || s.Year is null))
            yield return texts["The year of every number"];
        if (profile.Place.Challenges.All(c => PlaceFilter.AreaOf(c.Code) != "HOU"))
            yield return texts["Anything about housing"];
        if (!profile.Place.HasWish)
            yield return texts["What the place wants to learn"];
        if (profile.Place.Offers.Count == 0)
            yield return texts["What the place already does and could show to others"];
        if (!profile.Place.HasPlan)
            yield return texts["A plan or strategy"];
        yield return texts["What Roma residents and their organisations say"];
    }
}
