using Patrin.Modules.Twinning.Matching;
using Patrin.Modules.Twinning.Show;

namespace Patrin.Modules.Twinning.Explain;

/// <summary>Everything the method can say about one pair.</summary>
public sealed record ExplainedPair
{
    public required PlacePair Pair { get; init; }

    public required int Score { get; init; }

    public required IReadOnlyList<PartResult> Parts { get; init; }

    /// <summary>The pair as proposed; null when the round proposes others.</summary>
    public required PairResult? Chosen { get; init; }

    /// <summary>What insisting on the pair, or barring a proposed one, would do to all others.</summary>
    public required Change Change { get; init; }

    public required PlaceView A { get; init; }

    public required PlaceView B { get; init; }

    public static ExplainedPair Of(WorkedRound round, PlacePair pair)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(pair);
        var chosen = round.Chosen(pair);
        var parts = RoundMethod.Score(round.Inputs, pair);
        return new ExplainedPair
        {
            Pair = pair,
            Score = parts.Sum(part => part.Points),
            Parts = parts,
            Chosen = chosen,
            Change = chosen is null ? Change.Forcing(round, pair) : Change.Barring(round, chosen),
            A = PlaceView.Of(round, pair.A, pair),
            B = PlaceView.Of(round, pair.B, pair),
        };
    }
}

/// <summary>How the set of pairs would change.</summary>
/// <param name="Loss">What all pairs together would lose, in ten-thousandths; null when the rules do not allow the change.</param>
/// <param name="Broken">Proposed pairs that would go, beside the pair itself.</param>
/// <param name="Formed">Pairs that would come, beside the pair itself.</param>
public sealed record Change(long? Loss, IReadOnlyList<PlacePair> Broken, IReadOnlyList<PlacePair> Formed)
{
    internal static Change Forcing(WorkedRound round, PlacePair pair)
    {
        if (!round.Engine.Problem.Candidates.Any(candidate => candidate.Pair == pair.Key))
            return new Change(null, [], []);
        return Against(round, Pairing.Solve(round.Engine.Problem with { Locks = [.. round.Engine.Problem.Locks, pair.Key] }), pair);
    }

    internal static Change Barring(WorkedRound round, PairResult chosen) => chosen.Locked
        ? new Change(null, [], [])
        : Against(round, Pairing.Solve(round.Engine.Problem with { Exclusions = [.. round.Engine.Problem.Exclusions, chosen.Pair.Key] }), chosen.Pair);

    private static Change Against(WorkedRound round, PairingResult other, PlacePair pair)
    {
        if (other.Status == PairingStatus.Infeasible)
            return new Change(null, [], []);
        var now = round.Result.Pairs.Select(p => p.Pair).Where(p => p != pair).ToList();
        var then = other.Pairs.Select(p => PlacePair.Of(p.Pair)).Where(p => p != pair).ToList();
        return new Change(round.Result.Objective - other.Objective, [.. now.Except(then)], [.. then.Except(now)]);
    }
}

/// <summary>The pair as one of the two places sees it.</summary>
/// <param name="Place">Its key.</param>
/// <param name="Rank">1 when this partner scores highest for it; 0 when the rules bar the pair.</param>
/// <param name="FirstChoice">Its own first choice; null when nobody may be proposed.</param>
/// <param name="Gets">The partners the round proposes for it.</param>
public sealed record PlaceView(string Place, int Rank, FirstChoiceResult? FirstChoice, IReadOnlyList<PlacePair> Gets)
{
    internal static PlaceView Of(WorkedRound round, string place, PlacePair pair)
    {
        var excluded = round.Engine.Problem.Exclusions;
        var scores = round.Engine.Problem.Candidates.Where(c => c.Pair.Has(place) && !excluded.Contains(c.Pair)).ToList();
        var own = scores.Find(candidate => candidate.Pair == pair.Key);
        return new PlaceView(
            place,
            own is null ? 0 : 1 + scores.Count(candidate => candidate.Score > own.Score),
            round.Result.FirstChoices.FirstOrDefault(choice => choice.Place == place),
            [.. round.Result.Pairs.Select(p => p.Pair).Where(p => p.Has(place))]);
    }
}
