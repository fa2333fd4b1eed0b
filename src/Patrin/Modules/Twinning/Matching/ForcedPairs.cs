namespace Patrin.Modules.Twinning.Matching;

/// <summary>What it costs the network to insist on a pair: the round is solved again with that pair locked.</summary>
public sealed class ForcedPairs(PairingProblem problem, PairingResult result, SolveLimits? limits = null)
{
    private readonly Dictionary<PairKey, ForcedPair> _known = [];
    private readonly HashSet<PairKey> _chosen = [.. result.Pairs.Select(p => p.Pair)];

    /// <summary>The exact loss (exact when both answers are proven) and what else would change.</summary>
    public ForcedPair Of(PairKey pair)
    {
        if (_known.TryGetValue(pair, out var known))
            return known;
        return _known[pair] = _chosen.Contains(pair) ? new ForcedPair(pair, 0, [], []) : Solve(pair);
    }

    private ForcedPair Solve(PairKey pair)
    {
        var forced = Pairing.Solve(problem with { Locks = [.. problem.Locks, pair] }, limits);
        if (forced.Status == PairingStatus.Infeasible)
            return new ForcedPair(pair, null, [], []);
        var then = forced.Pairs.Select(p => p.Pair).ToHashSet();
        return new ForcedPair(pair, result.Objective - forced.Objective,
            [.. _chosen.Except(then).Order()], [.. then.Except(_chosen).Where(p => p != pair).Order()]);
    }
}

/// <summary>The price of a pair.</summary>
/// <param name="Pair">The pair insisted on.</param>
/// <param name="Loss">Ten-thousandths the network would lose; null when the rules do not allow the pair at all.</param>
/// <param name="BreaksUp">Proposed pairs that would go.</param>
/// <param name="Brings">Pairs that would come instead, beside the pair itself.</param>
public sealed record ForcedPair(PairKey Pair, long? Loss, IReadOnlyList<PairKey> BreaksUp, IReadOnlyList<PairKey> Brings);
