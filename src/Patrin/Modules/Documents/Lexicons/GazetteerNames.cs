using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Lexicons;

/// <summary>The bundled gazetteer as the reader wants to see it.</summary>
public sealed class GazetteerNames(PlaceNames names) : IPlaceNames
{
    // Lands that are one city: the first-level area has the name of the city ("State of Berlin", "Hamburg").
    private static readonly HashSet<string> CityStateCountries = new(["DE", "AT"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Countries =>
        names.Countries.AllNames.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => KeyValuePair.Create(n.Key, n.Value.Code));

    /// <inheritdoc/>
    public IReadOnlyList<KnownPlace> Find(string name)
    {
        // Half a surrogate pair is no text to a normaliser, and no name here holds a whole one.
        if (name.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return [];
        var folded = Folding.Fold(name);
        return folded.Length == 0 ? [] : [.. names.Find(folded).Select(Known)];
    }

    private static KnownPlace Known(NamedPlace place) =>
        new(place.Key, place.Name, Local(place), place.Country, KindOf(place), place.Latitude, place.Longitude);

    private static string KindOf(NamedPlace place) => place.Kind switch
    {
        NamedPlaceKind.Settlement when CityStateCountries.Contains(place.Country) && place.Admin is { } admin && $" {Folding.Fold(admin)}".EndsWith($" {Folding.Fold(place.Name)}", StringComparison.Ordinal) => "CITY_STATE",
        NamedPlaceKind.Region => "REGION",
        NamedPlaceKind.County => "COUNTY",
        NamedPlaceKind.Municipality => "MUNICIPALITY",
        NamedPlaceKind.District => "DISTRICT",
        _ => "SETTLEMENT",
    };

    // The official language of the country, where the gazetteer has the name in it.
    private static string Local(NamedPlace place)
    {
        var language = place.Country switch
        {
            "GR" or "CY" => "el", "BG" => "bg", "CZ" => "cs", "SE" => "sv", "AT" => "de", "UA" => "uk", "RS" or "ME" or "XK" => "sr",
            "MK" => "mk", "AL" => "sq", "SI" => "sl", "DK" => "da", "EE" => "et", "BE" => "fr", "BA" => "bs", "GB" or "IE" => "en", "MD" => "ro",
            var code => code.ToLowerInvariant(),
        };
        return place.NameIn(language);
    }
}
