namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>What kind of area a name in the gazetteer stands for, from wide to narrow.</summary>
public enum NamedPlaceKind
{
    /// <summary>A first-level area wider than a county: Land, region, autonomous community (NUTS 1 or 2).</summary>
    Region,

    /// <summary>County, province, department, kraj, oblast, or the district between it and the municipalities (about NUTS 3).</summary>
    County,

    /// <summary>A municipality that bears another name than any settlement in it.</summary>
    Municipality,

    /// <summary>A city, town or village; in most countries also the municipality of that name.</summary>
    Settlement,

    /// <summary>A part of a city with a council or office of its own.</summary>
    District,
}

/// <summary>A name of a place in one language; <paramref name="Language"/> is null where the name is used in several.</summary>
public sealed record PlaceAlias(string? Language, string Name);

/// <summary>A place as the gazetteer knows it.</summary>
/// <param name="Key">Stable reference: <c>geonames:733579</c>, <c>area:RO.06</c> or <c>patrin:SE:east gothenburg</c>.</param>
/// <param name="Kind">What the name stands for.</param>
/// <param name="Name">Name in Latin letters, English where GeoNames gives that.</param>
/// <param name="Country">ISO 3166-1 alpha-2; XK for Kosovo, GR for Greece.</param>
/// <param name="Admin">Name of the first-level area around it, or null.</param>
/// <param name="Latitude">Degrees north, WGS 84; for areas the middle of their settlements.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="Nuts3">NUTS 3 code of 2021 where it was entered, else null.</param>
/// <param name="AreaKm2">Area in square kilometres where it was entered, else null.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Weight">Order among namesakes: roughly ten times the logarithm of residents. Never a fact to show.</param>
public sealed record NamedPlace(
    string Key, NamedPlaceKind Kind, string Name, string Country, string? Admin, double Latitude, double Longitude,
    string? Nuts3, double? AreaKm2, IReadOnlyList<PlaceAlias> Aliases, int Weight)
{
    /// <summary>The name in a language, or <see cref="Name"/> where no other is recorded.</summary>
    public string NameIn(string language) =>
        Aliases.FirstOrDefault(alias => string.Equals(alias.Language, language, StringComparison.Ordinal))?.Name ?? Name;
}
