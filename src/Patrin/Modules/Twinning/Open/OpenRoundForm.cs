namespace Patrin.Modules.Twinning.Open;

/// <summary>What the secretariat fills in, on the page or on the command line.</summary>
public sealed class OpenRoundForm
{
    public string? Title { get; set; }

    /// <summary>Keys of the places that take part.</summary>
    public List<string> Places { get; set; } = [];

    /// <summary>Partners a place can look after; those not named can look after one.</summary>
    public Dictionary<string, int> Capacity { get; set; } = [];

    public bool SameCountry { get; set; }

    public int? CountryPairLimit { get; set; }

    public List<PairForm> Locks { get; set; } = [];

    public List<PairForm> Exclusions { get; set; } = [];

    /// <summary>Weight of each part, 0 to 100; a part not named has the published weight.</summary>
    public Dictionary<string, int> Weights { get; set; } = [];

    /// <summary>Least score of a proposed pair, in points of 100.</summary>
    public decimal Minimum { get; set; } = 15;

    public int Seed { get; set; } = 1;

    public RoundRules ToRules() => new()
    {
        Places = [.. Places.Where(key => key.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        Capacities = new(Capacity.Where(c => c.Value != 1).ToDictionary(), StringComparer.Ordinal),
        SameCountryAllowed = SameCountry,
        CountryPairLimit = CountryPairLimit,
        Locks = Pairs(Locks),
        Exclusions = Pairs(Exclusions),
        Weights = new(ScoreParts.Published.ToDictionary(w => w.Key, w => Weights.GetValueOrDefault(w.Key, w.Value)), StringComparer.Ordinal),
        Minimum = (int)Math.Round(Math.Clamp(Minimum, -1, 1000) * 100),
        Seed = Seed,
    };

    /// <summary>Rows that were left empty are no pairs.</summary>
    private static List<PlacePair> Pairs(IEnumerable<PairForm> rows) => [.. rows
        .Where(row => !string.IsNullOrEmpty(row.A) || !string.IsNullOrEmpty(row.B))
        .Select(row => PlacePair.Of(row.A ?? "", row.B ?? "")).Distinct()
        .OrderBy(pair => pair.A, StringComparer.Ordinal).ThenBy(pair => pair.B, StringComparer.Ordinal)];
}

/// <summary>A row with two places.</summary>
public sealed class PairForm
{
    public string? A { get; set; }

    public string? B { get; set; }
}
