namespace Patrin.Modules.Practices.Rubric;

/// <summary>One criterion of the rubric: code of the list review_criterion and its weight in points of a hundred.</summary>
public sealed record Criterion(string Code, int Weight);

/// <summary>
/// The published rubric (domain.md 4.5): ten criteria, each marked 0 to 4, weights that sum to a hundred.
/// All arithmetic is in whole numbers, so that anybody can recompute a score on paper.
/// </summary>
public static class ReviewRubric
{
    /// <summary>Kept with every review: a later rubric does not change what an older one said.</summary>
    public const string Version = "1";

    public const int Best = 4;

    /// <summary>Marks below two and the best mark need a reason of at least this many characters.</summary>
    public const int ReasonMin = 50;

    public const string Participation = "RV02", Effect = "RV03", Rights = "RV05";

    public static IReadOnlyList<Criterion> Criteria { get; } =
    [
        new("RV01", 10), new("RV02", 15), new("RV03", 20), new("RV04", 10), new("RV05", 15),
        new("RV06", 5), new("RV07", 5), new("RV08", 5), new("RV09", 10), new("RV10", 5),
    ];

    public static int IndexOf(string code) => Criteria.Select(c => c.Code).ToList().IndexOf(code);

    public static bool NeedsReason(int mark) => mark is < 2 or Best;
}
