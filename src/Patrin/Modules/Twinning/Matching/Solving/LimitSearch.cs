namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// Country limits are more than a matching can carry. Each limit gets a price that pairs under it are charged (Lagrange);
/// what gap the prices leave is closed by splitting on single pairs. Every case ends with a proof of its own.
/// </summary>
internal sealed class LimitSearch(Core core, SolveLimits limits)
{
    private const int Rounds = 40;
    private readonly int[][] _covering = [.. Enumerable.Range(0, core.Score.Length)
        .Select(e => Enumerable.Range(0, core.LimitLeft.Length).Where(i => core.IsCovered(i, e)).ToArray())];
    private List<int> _best = Greedy.Solve(core);
    private int _nodes;

    public List<int> Best => _best;

    private long BestScore => Sum(_best);

    /// <summary>Proof and bound (without locks).</summary>
    public (Proof Proof, long Bound) Run() => Solve(Fixing.None, new int[core.LimitLeft.Length]);

    private (Proof Proof, long Bound) Solve(Fixing fixing, int[] startPrices)
    {
        _nodes++;
        if (!fixing.IsPossible(core))
            return (Impossible(), long.MinValue);
        var (relaxed, prices, bound) = Tighten(fixing, startPrices);
        if (bound <= BestScore || _nodes >= limits.MaxNodes || limits.Stop.IsCancellationRequested)
            return (relaxed.Proof(Doubled(prices)), bound);
        if (PickEdge(fixing, relaxed.Matching(), prices) is not { } edge)
            return (relaxed.Proof(Doubled(prices)), bound);
        var taken = Solve(fixing.Take(edge), prices);
        var dropped = Solve(fixing.Drop(edge), prices);
        return (new CaseProof(core.Pair(edge), taken.Proof, dropped.Proof), Math.Max(taken.Bound, dropped.Bound));
    }

    private static PriceProof Impossible() => new(new Dictionary<string, int>(), [], [], []);

    private static int[] Doubled(int[] prices) => Array.ConvertAll(prices, p => 2 * p);

    private long Sum(IEnumerable<int> edges) => edges.Sum(e => (long)core.Score[e]);

    /// <summary>Moves the limit prices towards the lowest bound.</summary>
    private (Relaxed Relaxed, int[] Prices, long Bound) Tighten(Fixing fixing, int[] startPrices)
    {
        var prices = startPrices;
        (Relaxed Relaxed, int[] Prices, long Bound) best = default;
        for (var round = 0; round < Rounds; round++)
        {
            var relaxed = Relaxed.Solve(core, limits, fixing, Charges(prices));
            var left = fixing.LimitLeft(core);
            var bound = Sum(fixing.Taken) + (relaxed.DoubledBound + 2 * left.Zip(prices, (l, p) => (long)l * p).Sum()) / 2;
            if (best.Relaxed is null || bound < best.Bound)
                best = (relaxed, prices, bound);
            var matching = relaxed.Matching();
            Repair(fixing, matching);
            if (best.Bound <= BestScore || Next(prices, left, matching, best.Bound, round) is not { } next)
                break;
            prices = next;
        }
        return best;
    }

    private int[] Charges(int[] prices) => Array.ConvertAll(_covering, limitsOfEdge => limitsOfEdge.Sum(i => prices[i]));

    private int[]? Next(int[] prices, int[] left, List<int> matching, long bound, int round)
    {
        var over = new int[left.Length];
        foreach (var e in matching)
            foreach (var i in _covering[e])
                over[i]++;
        for (var i = 0; i < over.Length; i++)
        {
            over[i] -= left[i];
            if (over[i] < 0 && prices[i] == 0)
                over[i] = 0;
        }
        var norm = over.Sum(o => (long)o * o);
        if (norm == 0)
            return null;
        var step = Math.Max(1, (bound - BestScore) / norm / (1 + round / 10));
        return [.. prices.Select((p, i) => (int)Math.Clamp(p + step * over[i], 0, SparseGraph.MaxWeight))];
    }

    /// <summary>Makes a matching keep the limits (worst pairs go), fills what is free, and keeps it when it is the best so far.</summary>
    private void Repair(Fixing fixing, List<int> matching)
    {
        var room = fixing.Capacity(core);
        var left = fixing.LimitLeft(core);
        List<int> answer = [.. fixing.Taken];
        Greedy.Extend(core, room, left, answer, matching);
        Greedy.Extend(core, room, left, answer, fixing.OpenEdges(core));
        if (Sum(answer) > BestScore)
            _best = answer;
    }

    /// <summary>The pair to split on: the best scored of the matching under a limit that is broken or priced without need.</summary>
    private int? PickEdge(Fixing fixing, List<int> matching, int[] prices)
    {
        var left = fixing.LimitLeft(core);
        var doubtful = Enumerable.Range(0, left.Length).Where(i =>
        {
            var used = matching.Count(e => core.IsCovered(i, e));
            return used > left[i] || (used < left[i] && prices[i] > 0);
        }).ToHashSet();
        var open = fixing.OpenEdges(core);
        var inMatching = matching.ToHashSet();
        return open.Where(e => _covering[e].Any(doubtful.Contains)).OrderByDescending(inMatching.Contains)
            .ThenByDescending(e => core.Score[e]).ThenBy(e => e).Select(e => (int?)e).FirstOrDefault();
    }
}
