namespace Patrin.Modules.Practices.Rubric;

public enum Outcome
{
    /// <summary>Fewer than three reviews so far.</summary>
    Incomplete,

    /// <summary>The three are more than thirty points apart: a fourth reviewer is asked.</summary>
    AskFourth,
    Validated,

    /// <summary>Good, and either the score or the evidence is still short of the best class.</summary>
    ValidatedPromising,
    Revise,
    Declined,

    /// <summary>It may harm or separate people. It can only be published as a lesson that did not work.</summary>
    OnlyAsLesson,
}

/// <summary>The rule that decided; each has a sentence on the page of the record and in /methods.</summary>
public enum DecidingRule
{
    TooFewReviews,
    SpreadAboveThirty,
    RightsBelowTwo,
    ParticipationBelowOne,
    ScoreAtLeast75AndMonitored,
    ScoreAtLeast75WithoutMonitoring,
    ScoreAtLeast60,
    ScoreAtLeast45,
    ScoreBelow45,
}

/// <summary>What follows from the reviews by the published rules, and by which of them.</summary>
/// <param name="Outcome">What happens to the record.</param>
/// <param name="Rule">The first rule that applied.</param>
/// <param name="Score">Mean of the reviewers, 0 to 100; null before the third review.</param>
/// <param name="Spread">Points between the highest and the lowest reviewer; null before the third review.</param>
/// <param name="Level">The level of evidence that more than half of the reviewers see, or a higher one; null before the third review.</param>
public sealed record Verdict(Outcome Outcome, DecidingRule Rule, decimal? Score, decimal? Spread, EvidenceLevel? Level)
{
    public const int Needed = 3, MostReviews = 4, SpreadLimit = 30;

    /// <summary>A pure function of the reviews: their order does not matter, nobody's wish enters.</summary>
    /// <param name="reviews">All reviews of one submission, at most four.</param>
    /// <param name="isLesson">A lesson that did not work describes harm in order to warn of it: its rights criterion is about how it is told, and cannot turn it into a lesson again.</param>
    public static Verdict Of(IReadOnlyCollection<Marks> reviews, bool isLesson = false)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        if (reviews.Count < Needed)
            return new(Outcome.Incomplete, DecidingRule.TooFewReviews, null, null, null);
        var quarters = reviews.Select(r => r.Quarters).ToList();
        var spread = (quarters.Max() - quarters.Min()) / 4m;
        var score = quarters.Sum() / (4m * reviews.Count);
        var level = LevelOf(reviews);
        var (outcome, rule) = Decide(reviews, isLesson, score, spread, level);
        return new(outcome, rule, score, spread, level);
    }

    private static (Outcome Outcome, DecidingRule Rule) Decide(IReadOnlyCollection<Marks> reviews, bool isLesson, decimal score, decimal spread, EvidenceLevel level)
    {
        if (reviews.Count == Needed && spread > SpreadLimit)
            return (Outcome.AskFourth, DecidingRule.SpreadAboveThirty);
        // Means as sums: "mean below two" of n marks is a sum below 2n.
        if (!isLesson && reviews.Sum(r => r.Of(ReviewRubric.Rights)) < 2 * reviews.Count)
            return (Outcome.OnlyAsLesson, DecidingRule.RightsBelowTwo);
        if (reviews.Sum(r => r.Of(ReviewRubric.Participation)) < reviews.Count)
            return (Outcome.Revise, DecidingRule.ParticipationBelowOne);
        return score switch
        {
            >= 75 when level >= EvidenceLevel.E2 => (Outcome.Validated, DecidingRule.ScoreAtLeast75AndMonitored),
            >= 75 => (Outcome.ValidatedPromising, DecidingRule.ScoreAtLeast75WithoutMonitoring),
            >= 60 => (Outcome.ValidatedPromising, DecidingRule.ScoreAtLeast60),
            >= 45 => (Outcome.Revise, DecidingRule.ScoreAtLeast45),
            _ => (Outcome.Declined, DecidingRule.ScoreBelow45),
        };
    }

    /// <summary>The highest level that more than half of the reviewers reach: two of three, three of four.</summary>
    private static EvidenceLevel LevelOf(IReadOnlyCollection<Marks> reviews) =>
        reviews.Select(r => r.Level).OrderDescending().ElementAt(reviews.Count / 2);
}
