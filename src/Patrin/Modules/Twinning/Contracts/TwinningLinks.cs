namespace Patrin.Modules.Twinning.Contracts;

/// <summary>Addresses of this module's pages, without the language.</summary>
public static class TwinningLinks
{
    public const string Index = "/twinning";

    public const string NewRound = "/twinning/rounds/new";

    public static string Round(int number) => FormattableString.Invariant($"/twinning/rounds/{number}");

    /// <summary>One pair explained, chosen or not. The order of the keys does not matter.</summary>
    public static string Pair(int round, string a, string b) => string.CompareOrdinal(a, b) < 0
        ? $"{Round(round)}/pairs/{Uri.EscapeDataString(a)}/{Uri.EscapeDataString(b)}"
        : Pair(round, b, a);

    /// <summary>Pairs, parts, weights and rules as one file.</summary>
    public static string Json(int round) => Round(round) + "/result.json";

    /// <summary>Everything that went in, as one file.</summary>
    public static string Inputs(int round) => Round(round) + "/inputs.json";

    public static string Csv(int round) => Round(round) + "/pairs.csv";
}
