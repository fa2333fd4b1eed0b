using System.Globalization;

namespace Patrin.Modules.Places.Contracts;

/// <summary>Addresses of this module's pages, without the language. Use with <c>Url.Content("~" + ...)</c>.</summary>
public static class PlaceLinks
{
    public const string List = "/places";

    public const string Map = "/places/map";

    public const string Compare = "/places/compare";

    public const string Challenges = "/challenges";

    public const string Csv = "/places.csv";

    public const string Api = "/api/v1/places";

    public static string Place(string slug) => $"/places/{slug}";

    /// <summary>By the subject key of claims; the page sends the reader on to its readable address.</summary>
    public static string ByKey(string key) => $"/places/{key}";

    public static string Sources(string slug) => $"/places/{slug}/sources";

    public static string History(string slug, DateOnly? asOf = null) =>
        $"/places/{slug}/history" + (asOf is { } day ? "?asof=" + day.ToString("O", CultureInfo.InvariantCulture) : "");

    public static string Json(string slug) => $"/places/{slug}.json";

    public static string Challenge(string code) => $"/challenges/{code}";

    /// <summary>The places that state a challenge.</summary>
    public static string WithChallenge(string code) => $"/places?challenge={code}";

    /// <summary>Up to four places side by side.</summary>
    public static string CompareWith(IEnumerable<string> slugs) => $"/places/compare?ids={string.Join(',', slugs)}";
}
