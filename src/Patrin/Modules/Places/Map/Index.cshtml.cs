using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Places.Map;

/// <summary>The same places as the list, on a map, with a table that holds the same facts.</summary>
[PublicPage]
public sealed class IndexModel(AppDbContext db, PlaceOverviews overviews, Facets facets, PlaceMaps maps, CodeLists codes, Texts texts) : PageModel
{
    public PlaceFilter Filter { get; private set; } = new();

    public IReadOnlyList<PlaceEntry> Shown { get; private set; } = [];

    public FacetForm Form { get; private set; } = null!;

    /// <summary>The challenge the map is coloured by; null for none.</summary>
    public string? Colour { get; private set; }

    public int Stated { get; private set; }

    public int All { get; private set; }

    public HtmlString Map { get; private set; } = HtmlString.Empty;

    public async Task OnGetAsync(string? colour, CancellationToken cancel)
    {
        var overview = await overviews.GetAsync(db, cancel);
        Filter = PlaceFilter.From(Request.Query);
        // A challenge to be handled with care is not offered, and asking for it by hand changes nothing.
        Colour = colour is not null && codes.Challenges.Find(colour) is { IsSensitive: false } code ? code.Key : null;
        var byName = overview.ByName(CultureInfo.CurrentCulture);
        Shown = [.. Filter.Apply(byName)];
        All = byName.Count;
        Stated = Colour is null ? 0 : Shown.Count(p => p.States(Colour));
        Form = new FacetForm(facets.Count(overview, Filter), Filter, PlaceLinks.Map) { Colours = Colours() };
        Map = new HtmlString(maps.Draw(Shown, Colour, Request.PathBase));
    }

    private List<IGrouping<string, FacetValue>> Colours()
    {
        var counts = Shown.SelectMany(p => p.OpenChallenges).CountBy(c => c).ToDictionary();
        return [.. codes.Challenges.Current.Where(c => counts.ContainsKey(c.Key) || c.Key == Colour)
            .Select(c => new FacetValue(c.Key, c.Label(texts.Language), counts.GetValueOrDefault(c.Key), c.Key == Colour))
            .GroupBy(v => codes.AreaOf(v.Value).Label(texts.Language))];
    }
}
