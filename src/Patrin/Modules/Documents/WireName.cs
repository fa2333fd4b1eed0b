using System.Collections.Concurrent;
using System.Text;

namespace Patrin.Modules.Documents;

/// <summary>Names of enum values as code lists and exports write them: <c>RomaPopulation</c> is <c>ROMA_POPULATION</c>.</summary>
public static class WireName
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Of(Enum value) => Known.GetOrAdd(value, Make);

    /// <summary>The value of that name, in either writing and any case; null when there is none.</summary>
    public static T? Parse<T>(string? name)
        where T : struct, Enum =>
        name is { Length: > 0 and < 60 } && !char.IsAsciiDigit(name[0]) && Enum.TryParse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : null;

    private static string Make(Enum value)
    {
        var name = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToUpperInvariant(c));
        }

        return name.ToString();
    }
}
