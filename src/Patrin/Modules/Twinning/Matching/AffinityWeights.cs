namespace Patrin.Modules.Twinning.Matching;

/// <summary>
/// How much each criterion counts, in ten-thousandths. The published defaults add up to 10,000; other weights need not,
/// and a score then reaches at most their sum.
/// </summary>
public sealed record AffinityWeights
{
    /// <summary>Scale of weights, values and scores: 10,000 stands for 1.</summary>
    public const int One = 10_000;

    public int SharedChallenges { get; init; } = 2900;
    public int NeedsMetByOffers { get; init; } = 2900;
    public int SharedWishes { get; init; } = 1400;
    public int ComparableScale { get; init; } = 900;
    public int OriginDestination { get; init; } = 1400;
    public int SharedLanguage { get; init; } = 300;
    public int NewTie { get; init; } = 200;

    /// <summary>The published weights of method version 1.</summary>
    public static AffinityWeights Default { get; } = new();

    public int Sum => Criteria.All.Sum(Of);

    public int Of(Criterion criterion) => criterion switch
    {
        Criterion.SharedChallenges => SharedChallenges,
        Criterion.NeedsMetByOffers => NeedsMetByOffers,
        Criterion.SharedWishes => SharedWishes,
        Criterion.ComparableScale => ComparableScale,
        Criterion.OriginDestination => OriginDestination,
        Criterion.SharedLanguage => SharedLanguage,
        Criterion.NewTie => NewTie,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion))
    };

    /// <summary>Weights in the order of <see cref="Criteria.All"/>.</summary>
    public static AffinityWeights FromList(IReadOnlyList<int> weights) => new()
    {
        SharedChallenges = weights[0],
        NeedsMetByOffers = weights[1],
        SharedWishes = weights[2],
        ComparableScale = weights[3],
        OriginDestination = weights[4],
        SharedLanguage = weights[5],
        NewTie = weights[6]
    };
}
