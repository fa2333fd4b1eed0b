namespace Patrin.Modules.Documents.Reading;

/// <summary>What the reader asks a gazetteer.</summary>
public interface IPlaceNames
{
    /// <summary>Names of countries in all languages, with their ISO 3166-1 alpha-2 code.</summary>
    IEnumerable<KeyValuePair<string, string>> Countries { get; }

    /// <summary>Places of that name or alias, spelled as in a text; best known first. Empty when there is none.</summary>
    IReadOnlyList<KnownPlace> Find(string name);
}

/// <summary>A place as a gazetteer knows it.</summary>
/// <param name="Id">Identifier in the gazetteer.</param>
/// <param name="Name">Name in Latin script.</param>
/// <param name="LocalName">Name in the local script or spelling.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Kind"><c>SETTLEMENT</c>, <c>MUNICIPALITY</c>, <c>DISTRICT</c>, <c>COUNTY</c>, <c>REGION</c> or <c>CITY_STATE</c>.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record KnownPlace(string Id, string Name, string LocalName, string Country, string Kind, double Latitude, double Longitude);
