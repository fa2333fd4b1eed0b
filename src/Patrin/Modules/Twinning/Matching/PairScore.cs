namespace Patrin.Modules.Twinning.Matching;

/// <summary>The score of a pair. Units are ten-thousandths; <see cref="Total"/> is exactly the sum of the contributions.</summary>
/// <param name="A">Key of the place that comes first in ordinal order.</param>
/// <param name="B">Key of the other place.</param>
/// <param name="Parts">One part per criterion, in the order of <see cref="Criteria.All"/>.</param>
public sealed record PairScore(string A, string B, IReadOnlyList<ScorePart> Parts)
{
    public int Total { get; } = Parts.Sum(p => p.Contribution);

    /// <summary>The same facts under other weights.</summary>
    public PairScore Reweighted(AffinityWeights weights) =>
        new(A, B, [.. Parts.Select(p => p with { Weight = weights.Of(p.Criterion) })]);
}

/// <summary>One named part of a score.</summary>
/// <param name="Criterion">Which part.</param>
/// <param name="Value">0 to 10,000.</param>
/// <param name="Weight">Weight in ten-thousandths.</param>
/// <param name="Facts">What the value rests on.</param>
/// <param name="Unknowns">What is missing; something unknown adds nothing and is named.</param>
public sealed record ScorePart(Criterion Criterion, int Value, int Weight, IReadOnlyList<ScoreFact> Facts, IReadOnlyList<Unknown> Unknowns)
{
    /// <summary>Value times weight, rounded to the nearest ten-thousandth.</summary>
    public int Contribution => (int)(((long)Value * Weight + AffinityWeights.One / 2) / AffinityWeights.One);

    /// <summary>What the part would add at most if everything unknown were known.</summary>
    public int Possible => Unknowns.Count == 0 ? Contribution : Weight;
}

/// <summary>One fact behind a part.</summary>
/// <param name="Kind">How the fact is to be read.</param>
/// <param name="Code">A challenge, intervention, language or country code, or a place key.</param>
/// <param name="ClaimsA">Claims of place A.</param>
/// <param name="ClaimsB">Claims of place B.</param>
/// <param name="NamedBy">For coded facts: how many places of the round name the code, which sets its rarity.</param>
public sealed record ScoreFact(FactKind Kind, string Code, IReadOnlyList<Guid> ClaimsA, IReadOnlyList<Guid> ClaimsB, int NamedBy = 0);

/// <summary>How a fact is to be read.</summary>
public enum FactKind
{
    /// <summary>Both name the challenge.</summary>
    BothFace,

    /// <summary>A wants it, B has it.</summary>
    ALearns,

    /// <summary>B wants it, A has it.</summary>
    BLearns,

    /// <summary>Both want it.</summary>
    BothWant,

    /// <summary>Both work in the language.</summary>
    BothSpeak,

    /// <summary>A's profile names B or its country as the other end of a movement of people.</summary>
    ANamesB,

    /// <summary>B's profile names A or its country as the other end.</summary>
    BNamesA,

    /// <summary>One is a place of origin and the other a place of arrival, without naming each other; counts half.</summary>
    OppositeEnds,

    /// <summary>They were twinned before.</summary>
    TwinnedBefore
}

/// <summary>A missing piece of knowledge about a place.</summary>
/// <param name="Place">Key of the place.</param>
/// <param name="Missing">What is missing.</param>
public sealed record Unknown(string Place, ProfileGap Missing);

/// <summary>What a profile can lack.</summary>
public enum ProfileGap
{
    Challenges,
    Needs,
    Offers,
    Population,
    Languages,
    Movement
}
