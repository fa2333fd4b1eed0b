using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Places.Profile;
using Patrin.Platform.Localization;
using Patrin.Platform.Maps;

namespace Patrin.Modules.Places.Map;

/// <summary>
/// Draws places. Size means residents, colour whether a chosen challenge is stated; there is no map of the share of
/// Roma residents, and none of a challenge that is to be handled with care (domain.md 7.4).
/// </summary>
public sealed class PlaceMaps(EuropeMap map, Texts texts, ProfileWords words)
{
    /// <summary>All given places, coloured by a challenge or not.</summary>
    public string Draw(IReadOnlyList<PlaceEntry> places, string? challenge, string pathBase)
    {
        var located = places.Where(p => p.Latitude is not null && p.Longitude is not null).ToList();
        var stated = challenge is null ? 0 : located.Count(p => p.States(challenge));
        var title = challenge is null ? texts["Map of the places"] : texts["Where this is stated: {0}", words.Challenge(challenge)];
        var description = challenge is null
            ? texts["Map of Europe with {0} places. The table below holds the same facts.", texts.Number(located.Count)]
            : texts["Map of Europe with {0} places. {1} of them state it: their marks are filled. The table below holds the same facts.", texts.Number(located.Count), texts.Number(stated)];
        return map.Draw(new MapPicture(title, description, [.. located.Select(p => Mark(p, challenge, pathBase))])
        {
            Members = [.. places.Select(p => p.Country).Distinct()],
            Class = challenge is null ? null : "a-" + PlaceFilter.AreaOf(challenge),
        });
    }

    /// <summary>A small map around one place; the others are dots without names. Drawn once per language and state of the data.</summary>
    public string? Around(PlaceOverview overview, PlaceEntry place, string pathBase)
    {
        if (place is not { Latitude: { } latitude, Longitude: { } longitude })
            return null;
        return overview.Picture(pathBase + "/" + place.Slug, () =>
        {
            var others = overview.All.Where(p => p.Id != place.Id && p is { Latitude: not null, Longitude: not null })
                .Select(p => new MapMark(p.Key, "", p.Latitude!.Value, p.Longitude!.Value) { Size = 1 });
            var here = new MapMark(place.Key, place.Name, latitude, longitude) { Stated = true, Size = 3 };
            return map.Draw(
                new MapPicture(texts["{0} on the map of {1}", place.Name, words.Country(place.Country)], "", [.. others, here]) { Members = [place.Country], IdPrefix = "here", Class = "here" },
                MapFrame.Around(latitude, longitude));
        });
    }

    private MapMark Mark(PlaceEntry p, string? challenge, string pathBase)
    {
        var states = challenge is not null && p.States(challenge);
        var name = texts["{0}, {1}", p.Name, words.Country(p.Country)];
        return new MapMark(p.Key, p.Name, p.Latitude!.Value, p.Longitude!.Value)
        {
            Shape = p.AreaKm2 is null ? MarkShape.Point : MarkShape.Hexagon,
            AreaKm2 = p.AreaKm2 ?? 0,
            Size = MapMark.SizeStep(p.Residents),
            Stated = states,
            TintClass = states ? "a-" + PlaceFilter.AreaOf(challenge!) : null,
            Href = pathBase + PlaceLinks.Place(p.Slug),
            Title = challenge is null ? name : states ? texts["{0}: stated", name] : texts["{0}: not stated", name],
        };
    }
}
