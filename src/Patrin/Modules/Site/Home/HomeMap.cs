using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Platform.Localization;
using Patrin.Platform.Maps;
using Patrin.Platform.Text;

namespace Patrin.Modules.Site.Home;

/// <summary>The small map of the start page: where the places are, and nothing else.</summary>
public sealed class HomeMap(EuropeMap map, PlaceNames names, Texts texts)
{
    public string Draw(IReadOnlyList<PlaceCard> places)
    {
        var marks = places.Where(p => p.Latitude is not null && p.Longitude is not null).Select(p => new MapMark(p.Key, "", p.Latitude!.Value, p.Longitude!.Value)
        {
            Shape = p.Type == "COUNTY" ? MarkShape.Hexagon : MarkShape.Point,
            AreaKm2 = p.Type == "COUNTY" ? AreaOf(p) : 0,
            Size = 2,
            Stated = true,
        }).ToList();
        return map.Draw(new MapPicture(texts["Map of the places"], texts["The same places stand in a table on the page of the map."], marks)
        {
            Members = [.. places.Select(p => p.Country).Distinct()],
        });
    }

    private double AreaOf(PlaceCard place) =>
        names.Find(Folding.Fold(place.Name), place.Country).FirstOrDefault(n => n.AreaKm2 is not null)?.AreaKm2 ?? 0;
}
