namespace Patrin.Modules.Practices.Rubric;

/// <summary>What one reviewer said: ten marks of 0 to 4 in the order of the rubric, and the level of evidence seen.</summary>
public sealed class Marks
{
    /// <exception cref="ArgumentException">Not ten marks, or one outside 0 to 4.</exception>
    public Marks(IReadOnlyList<int> given, EvidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (given.Count != ReviewRubric.Criteria.Count || given.Any(m => m is < 0 or > ReviewRubric.Best))
            throw new ArgumentException("Ten marks from 0 to 4 are wanted.", nameof(given));
        (Given, Level) = ([.. given], level);
    }

    public IReadOnlyList<int> Given { get; }

    public EvidenceLevel Level { get; }

    /// <summary>Weight times mark, summed: 0 to 400. A quarter of it is the score of 0 to 100.</summary>
    public int Quarters => ReviewRubric.Criteria.Zip(Given, (c, mark) => c.Weight * mark).Sum();

    public int Of(string criterion) => Given[ReviewRubric.IndexOf(criterion)];
}

/// <summary>The ladder of domain.md 4.6.</summary>
public enum EvidenceLevel
{
    E0,
    E1,
    E2,
    E3,
    E4,
    E5,
}
