using System.Globalization;

namespace Patrin.Modules.Twinning.Show;

/// <summary>The weights of the address (<c>?w.challenges=30</c>) laid over those of the round.</summary>
public sealed class Weights
{
    public const int Max = 100;
    private const string Prefix = "w.";

    private Weights(SortedDictionary<string, int> values, bool moved, string? fault) => (Values, AreMoved, Fault) = (values, moved, fault);

    public SortedDictionary<string, int> Values { get; }

    /// <summary>At least one differs from the round's own.</summary>
    public bool AreMoved { get; }

    /// <summary>English sentence that says what is wrong with the address; null when nothing is.</summary>
    public string? Fault { get; }

    public static string Field(string part) => Prefix + part;

    public static Weights From(IQueryCollection query, RoundRules rules)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(rules);
        var values = new SortedDictionary<string, int>(rules.Weights, StringComparer.Ordinal);
        string? fault = null;
        foreach (var part in rules.Weights.Keys)
        {
            var given = query[Prefix + part].ToString();
            if (given.Length == 0)
                continue;
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight <= Max)
                values[part] = weight;
            else
                fault = "Write each weight as a whole number from 0 to 100.";
        }

        if (values.Values.All(weight => weight == 0))
            fault = "At least one weight must be more than 0.";
        return new Weights(values, !values.SequenceEqual(rules.Weights), fault);
    }
}
