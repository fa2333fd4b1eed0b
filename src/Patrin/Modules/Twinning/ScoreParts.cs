using Patrin.Modules.Twinning.Matching;

namespace Patrin.Modules.Twinning;

/// <summary>The parts of a score by the short names that people type: <c>?w.challenges=30</c>, <c>--weights challenges=30</c>.</summary>
public static class ScoreParts
{
    /// <summary>A weight of 1 is a hundredth: a hundred ten-thousandths.</summary>
    private const int PerPoint = AffinityWeights.One / 100;

    public static IReadOnlyList<string> Names { get; } = [.. Criteria.All.Select(Name)];

    public static string Name(Criterion criterion) => criterion switch
    {
        Criterion.SharedChallenges => "challenges",
        Criterion.NeedsMetByOffers => "offers",
        Criterion.SharedWishes => "wishes",
        Criterion.ComparableScale => "size",
        Criterion.OriginDestination => "origin",
        Criterion.SharedLanguage => "language",
        Criterion.NewTie => "new",
        _ => throw new ArgumentOutOfRangeException(nameof(criterion)),
    };

    /// <summary>The published weights, 0 to 100, in the order in which the parts are shown.</summary>
    public static IReadOnlyDictionary<string, int> Published { get; } =
        Criteria.All.ToDictionary(Name, criterion => AffinityWeights.Default.Of(criterion) / PerPoint, StringComparer.Ordinal);

    /// <summary>Weights 0 to 100 as the engine counts them; a part without a weight has the published one.</summary>
    internal static AffinityWeights Weights(IReadOnlyDictionary<string, int> weights) => AffinityWeights.FromList(
        [.. Names.Select(name => PerPoint * (weights.TryGetValue(name, out var weight) ? weight : Published[name]))]);
}
