namespace Patrin.Modules.Recommendations.Contracts;

/// <summary>Addresses of the programme pages, without the language.</summary>
public static class ProgrammeLinks
{
    public const string Index = "/programmes";

    public static string Details(string key) => $"/programmes/{key}";
}
