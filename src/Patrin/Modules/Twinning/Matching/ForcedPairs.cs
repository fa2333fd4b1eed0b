using Patrin.Modules.Twinning.Matching.Solving;

namespace Patrin.Modules.Twinning.Matching;

/// <summary>What it costs the network to insist on a pair: the round is solved again with that pair locked.</summary>
public sealed class ForcedPairs
{
    private readonly PairingProblem _problem;
    private readonly PairingResult _result;
    private readonly SolveLimits? _limits;
    private readonly HashSet<PairKey> _chosen;
    private readonly Dictionary<PairKey, ForcedPair> _known = [];
    private readonly Core? _core;
    private readonly Relaxed? _settled;

    public ForcedPairs(PairingProblem problem, PairingResult result, SolveLimits? limits = null)
    {
        _problem = problem;
        _result = result;
        _limits = limits;
        _chosen = [.. result.Pairs.Select(p => p.Pair)];
        if (result.Status != PairingStatus.Optimal || problem.Limits.Count > 0)
            return;
        _core = new Core(problem);
        _settled = Relaxed.Solve(_core, limits ?? SolveLimits.None);
    }

    /// <summary>The exact loss (exact when both answers are proven) and what else would change.</summary>
    public ForcedPair Of(PairKey pair)
    {
        if (_known.TryGetValue(pair, out var known))
            return known;
        return _known[pair] = _chosen.Contains(pair) ? new ForcedPair(pair, 0, [], []) : FromSettled(pair) ?? Solve(pair);
    }

    /// <summary>From the settled answer a few searches are enough, unless the pair was not open in it.</summary>
    private ForcedPair? FromSettled(PairKey pair)
    {
        if (_core is null || _core.EdgeOf(pair) is not (>= 0 and var edge) || _settled!.MatchingWith(edge) is not { } edges)
            return null;
        var objective = edges.Sum(e => (long)_core.Score[e]) + _core.Locked.Sum(l => (long)l.Score);
        return Compare(pair, objective, edges.Select(_core.Pair).Concat(_core.Locked.Select(l => l.Pair)));
    }

    private ForcedPair Solve(PairKey pair)
    {
        var forced = Pairing.Solve(_problem with { Locks = [.. _problem.Locks, pair] }, _limits);
        return forced.Status == PairingStatus.Infeasible
            ? new ForcedPair(pair, null, [], [])
            : Compare(pair, forced.Objective, forced.Pairs.Select(p => p.Pair));
    }

    private ForcedPair Compare(PairKey pair, long objective, IEnumerable<PairKey> pairs)
    {
        var then = pairs.ToHashSet();
        return new ForcedPair(pair, _result.Objective - objective,
            [.. _chosen.Except(then).Order()], [.. then.Except(_chosen).Where(p => p != pair).Order()]);
    }
}

/// <summary>The price of a pair.</summary>
/// <param name="Pair">The pair insisted on.</param>
/// <param name="Loss">Ten-thousandths the network would lose; null when the rules do not allow the pair at all.</param>
/// <param name="BreaksUp">Proposed pairs that would go.</param>
/// <param name="Brings">Pairs that would come instead, beside the pair itself.</param>
public sealed record ForcedPair(PairKey Pair, long? Loss, IReadOnlyList<PairKey> BreaksUp, IReadOnlyList<PairKey> Brings);
