using Patrin.Modules.Documents;

namespace Patrin.Modules.Practices;

/// <summary>What a record has in each facet of the list: a pure function of its shown content and its standing.</summary>
public static class FacetCodes
{
    public const string Area = "area", Challenge = "challenge", Intervention = "intervention", Level = "level", Cost = "cost", Country = "country",
        Target = "target", Type = "type", Repeated = "repeated", Review = "review";

    /// <summary>In the order in which the list offers them.</summary>
    public static IReadOnlyList<string> All { get; } = [Area, Type, Level, Review, Challenge, Intervention, Target, Cost, Repeated, Country];

    /// <summary>Cost bands in euro; other currencies are not converted, since a rate would be a guess.</summary>
    public const string UpTo10K = "UP_TO_10K", UpTo100K = "UP_TO_100K", UpTo1M = "UP_TO_1M", Over1M = "OVER_1M", OtherCurrency = "OTHER_CURRENCY", NotKnown = "NOT_KNOWN";

    public static IReadOnlyList<string> CostBands { get; } = [UpTo10K, UpTo100K, UpTo1M, Over1M, OtherCurrency, NotKnown];

    /// <summary>Its sources say that others repeated it; confirmed here it is <see cref="Confirmed"/>.</summary>
    public const string Stated = "STATED", Confirmed = "CONFIRMED";

    public static IEnumerable<(string Facet, string Code)> Of(Practice practice)
    {
        ArgumentNullException.ThrowIfNull(practice);
        if (practice.ShownContent is not { } content)
            return [];
        return
        [
            .. content.Areas.Select(c => (Area, c)),
            .. content.Challenges.Select(c => (Challenge, c)),
            .. content.Interventions.Select(c => (Intervention, c)),
            .. content.TargetGroups.Select(c => (Target, c)),
            (Type, WireName.Of(practice.RecordType)),
            (Level, practice.Level.ToString()),
            (Review, WireName.Of(practice.Standing)),
            (Cost, CostBand(content)),
            .. content.Country.Length > 0 ? [(Country, content.Country)] : Array.Empty<(string, string)>(),
            .. content.ReplicatedAt.Count > 0 ? [(Repeated, Stated)] : Array.Empty<(string, string)>(),
        ];
    }

    public static string CostBand(PracticeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if ((content.CostTotal ?? content.CostPerYear) is not { } cost)
            return NotKnown;
        if (content.CostCurrency != "EUR")
            return OtherCurrency;
        return cost switch { <= 10_000 => UpTo10K, <= 100_000 => UpTo100K, <= 1_000_000 => UpTo1M, _ => Over1M };
    }
}
