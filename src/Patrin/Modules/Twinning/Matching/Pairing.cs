using Patrin.Modules.Twinning.Matching.Solving;

namespace Patrin.Modules.Twinning.Matching;

/// <summary>
/// Finds the set of pairs with the largest sum of scores for the whole network under capacities, locks, exclusions, the border
/// rule and country limits, together with a proof that nothing better exists. The method is described in docs/matching.md.
/// </summary>
public static class Pairing
{
    /// <summary>Solves a round. The same problem gives the same answer, in whatever order its lists come.</summary>
    public static PairingResult Solve(PairingProblem problem, SolveLimits? limits = null)
    {
        limits ??= SolveLimits.None;
        if (Conflict.Find(problem) is { } conflict)
            return new PairingResult(PairingStatus.Infeasible, [], 0, 0, null, conflict);
        var core = new Core(problem);
        if (core.LimitLeft.Length > 0)
            return SolveWithLimits(core, limits);
        var relaxed = Relaxed.Solve(core, limits);
        return Result(core, relaxed.Matching(), relaxed.Proof([]), relaxed.DoubledBound / 2);
    }

    /// <summary>What taking the best pair first would give, under the same rules.</summary>
    public static IReadOnlyList<ProposedPair> BestPairFirst(PairingProblem problem)
    {
        var core = new Core(problem);
        return Pairs(core, Greedy.Solve(core));
    }

    private static PairingResult SolveWithLimits(Core core, SolveLimits limits)
    {
        var search = new LimitSearch(core, limits);
        var (proof, bound) = search.Run();
        return Result(core, search.Best, proof, bound);
    }

    private static PairingResult Result(Core core, List<int> edges, Proof proof, long bound)
    {
        var pairs = Pairs(core, edges);
        var objective = pairs.Sum(p => (long)p.Score);
        bound = Math.Max(objective, bound + core.Locked.Sum(l => (long)l.Score));
        return new PairingResult(bound == objective ? PairingStatus.Optimal : PairingStatus.Bounded, pairs, objective, bound, proof, null);
    }

    private static List<ProposedPair> Pairs(Core core, IEnumerable<int> edges) =>
        [.. core.Locked.Concat(edges.Select(e => new ProposedPair(core.Pair(e), core.Score[e], false))).OrderBy(p => p.Pair)];
}
