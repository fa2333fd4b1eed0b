namespace Patrin.Modules.Practices.Contracts;

/// <summary>Addresses of this module's pages, without the language. Use with <c>Url.Content("~" + ...)</c>.</summary>
public static class PracticeLinks
{
    public const string List = "/practices";

    public static string Practice(string slug) => $"/practices/{slug}";

    /// <summary>One element; with a place, whether it fits there.</summary>
    public static string Element(string slug, int number, string? place = null) =>
        $"/practices/{slug}/elements/{number}" + (place is null ? "" : "?place=" + Uri.EscapeDataString(place));

    /// <summary>The list narrowed down by one facet.</summary>
    public static string With(string facet, string code) => $"/practices?{facet}={Uri.EscapeDataString(code)}";
}
