using Patrin.Modules.Documents;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Practices;

/// <summary>How numbers of results are told, so that no small group can be recognised (domain.md 7.4).</summary>
public sealed class ResultFigures(PracticeWords words, Texts texts)
{
    /// <summary>A share of fewer people than this says nothing and may reveal somebody.</summary>
    public const int SmallestGroup = 20;

    /// <summary>Below it a share carries the remark that the group is small.</summary>
    public const int SmallGroup = 50;

    private static bool CountsPeople(string unit) => unit is "PERSONS" or "FAMILIES" or "HOUSEHOLDS";

    public static bool HidesShare(PracticeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result is { Unit: "PERCENT", N: < SmallestGroup };
    }

    public static bool IsSmallGroup(PracticeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result is { Unit: "PERCENT", N: >= SmallestGroup and < SmallGroup };
    }

    /// <summary>One number of a row in its unit; "not known" where there is none.</summary>
    public string Of(PracticeResult result, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(result);
        return (value, result.Unit) switch
        {
            (null, _) => texts["not known"],
            (_, "PERCENT") when HidesShare(result) => texts["not shown: fewer than {0} people", SmallestGroup],
            ({ } v, "PERCENT") => texts.Percent(v),
            ({ } v, "YES_NO") => v > 0 ? texts["yes"] : texts["no"],
            ({ } v, var unit) when CountsPeople(unit) && v is > 0 and < SmallCounts.Threshold => texts["fewer than {0}", SmallCounts.Threshold] + " " + words.Label("unit", unit),
            ({ } v, "" or "COUNT") => texts.Number(v),
            ({ } v, var unit) => texts.Number(v) + " " + words.Label("unit", unit),
        };
    }
}
