namespace Patrin.Modules.Practices.Rubric;

/// <summary>
/// The level of a record before anybody reviewed it here: E1 where it says what was done, counts at least one result and names
/// a source for it, otherwise E0, and never above what its own author claims. Everything higher is for reviewers to see.
/// </summary>
public static class UnreviewedLevel
{
    public const EvidenceLevel Highest = EvidenceLevel.E1;

    public static EvidenceLevel Of(PracticeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var counted = content.Results.Any(r => r.Value is not null && r.Source is { } source && source >= 0 && source < content.Sources.Count);
        var level = counted && content.WhatWasDone.Length > 0 ? Highest : EvidenceLevel.E0;
        return content.ClaimedLevel < level ? content.ClaimedLevel : level;
    }

    /// <summary>What the record carries for the two upper steps, which repetition adds to a reviewed level.</summary>
    public static Lasting Lasting(PracticeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(content is { CostTotal: > 0, Reach.Actual: > 0 }, content.EffectMonthsAfter, content.Sustainability is "CONTINUES_MUNICIPAL" or "MAINSTREAMED");
    }
}
