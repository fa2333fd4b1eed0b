namespace Patrin.Modules.Practices.Rubric;

/// <summary>A confirmed use of the practice in another place.</summary>
/// <param name="Place">Key of the place: two uses in one place count once.</param>
/// <param name="SameEffect">The same effect was measured there, with its own evidence.</param>
/// <param name="RunByOthers">Another organisation than the owner runs it there.</param>
public sealed record Repetition(string Place, bool SameEffect, bool RunByOthers);

/// <summary>What the record itself carries for the two upper steps of the ladder.</summary>
/// <param name="CostPerPersonKnown">A cost per person can be told.</param>
/// <param name="EffectMonthsAfter">Months after the end of the help at which the effect was still seen; null when nobody looked.</param>
/// <param name="StableFunding">Paid from an ordinary budget.</param>
public sealed record Lasting(bool CostPerPersonKnown, int? EffectMonthsAfter, bool StableFunding);

/// <summary>Steps that repetition adds to what reviewers saw (domain.md 4.6, levels E4 and E5). Taking a repetition back takes its step back.</summary>
public static class EvidenceLadder
{
    public const int LastingMonths = 24, PlacesToScale = 2;

    /// <param name="reviewed">Level set by the reviewers.</param>
    /// <param name="repetitions">Confirmed uses elsewhere, in any order.</param>
    /// <param name="lasting">What the record carries.</param>
    public static EvidenceLevel Of(EvidenceLevel reviewed, IReadOnlyCollection<Repetition> repetitions, Lasting lasting)
    {
        ArgumentNullException.ThrowIfNull(repetitions);
        ArgumentNullException.ThrowIfNull(lasting);
        var level = reviewed;
        // "The same effect in a second place" needs an effect to compare with: it starts at E2.
        if (level is EvidenceLevel.E2 or EvidenceLevel.E3 && lasting.CostPerPersonKnown && repetitions.Any(r => r.SameEffect))
            level = EvidenceLevel.E4;
        if (level == EvidenceLevel.E4 && lasting is { StableFunding: true, EffectMonthsAfter: >= LastingMonths }
            && repetitions.Where(r => r.RunByOthers).Select(r => r.Place).Distinct(StringComparer.Ordinal).Count() >= PlacesToScale)
            level = EvidenceLevel.E5;
        return level;
    }
}
