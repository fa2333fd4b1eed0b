namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>The best matching under capacities alone, with some edges taken, some dropped, and a charge on edges under a limit.</summary>
internal sealed class Relaxed
{
    private readonly Core _core;
    private readonly int[] _edges;
    private readonly MatchingState _state;
    private readonly List<int> _marked;

    private Relaxed(Core core, int[] edges, MatchingState state)
    {
        _core = core;
        _edges = edges;
        _state = state;
        _marked = Matching(state);
        DoubledBound = BoundAtRest(state);
    }

    /// <summary>Twice the bound the prices prove for the open edges, charges taken off.</summary>
    public long DoubledBound { get; }

    public static Relaxed Solve(Core core, SolveLimits limits, Fixing? fixing = null, int[]? charge = null)
    {
        var edges = fixing is null ? [.. Enumerable.Range(0, core.Score.Length)] : fixing.OpenEdges(core);
        var graph = new SparseGraph(fixing?.Capacity(core) ?? core.Capacity,
            Array.ConvertAll(edges, e => core.EdgeU[e]), Array.ConvertAll(edges, e => core.EdgeV[e]),
            Array.ConvertAll(edges, e => core.Score[e] - (charge?[e] ?? 0)));
        var state = StartingPoint.From(graph, limits.WithoutGuess ? StartingPoint.HighPrices(graph) : PriceAuction.Guess(graph));
        var complete = new Search(state).Run(limits.MaxSteps, limits.Stop);
        var relaxed = new Relaxed(core, edges, state);
        if (!complete)
            Greedy.Complete(state);
        return relaxed;
    }

    /// <summary>The edges of the matching, by number in the core.</summary>
    public List<int> Matching() => Matching(_state);

    /// <summary>The best matching that holds an edge, found from this one; null when that way is barred and a fresh search is needed.</summary>
    public List<int>? MatchingWith(int edge) => Insistence.Solve(_state, edge) is { } state ? Matching(state) : null;

    private List<int> Matching(MatchingState state)
    {
        var result = new List<int>();
        for (var e = 0; e < _edges.Length; e++)
            if (state.Matched[e])
                result.Add(_edges[e]);
        return result;
    }

    /// <summary>The prices as a proof that needs nothing of the solver to be checked.</summary>
    public PriceProof Proof(IReadOnlyList<int> limitPrices)
    {
        var prices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var v = 0; v < _core.Keys.Length; v++)
            if (_state.Price[v] > 0)
                prices[_core.Keys[v]] = _state.Price[v];
        return new PriceProof(prices, Sets(), limitPrices, [.. _marked.Select(_core.Pair)]);
    }

    /// <summary>
    /// The matching uses up every price except those of places that still have room, so the bound is its value and what they lack.
    /// </summary>
    private static long BoundAtRest(MatchingState state)
    {
        var sum = 0L;
        for (var e = 0; e < state.Matched.Length; e++)
            if (state.Matched[e])
                sum += state.Graph.EdgeWeight[e];
        for (var v = 0; v < state.Room.Length; v++)
            sum += (long)state.Price[v] * state.Room[v];
        return sum;
    }

    private List<OddSet> Sets()
    {
        var result = new List<OddSet>();
        var pending = new Stack<(int Node, int Within)>();
        foreach (var (node, _) in _state.Blossoms().Where(b => _state.Parent[b.Node] < 0).OrderByDescending(b => b.Node))
            pending.Push((node, -1));
        while (pending.TryPop(out var next))
        {
            var blossom = _state.BlossomAt(next.Node);
            var index = blossom.Price > 0 ? result.Count : next.Within;
            var places = new List<string>();
            foreach (var part in blossom.Parts.OrderDescending())
                if (_state.IsVertex(part))
                    places.Add(_core.Keys[part]);
                else
                    pending.Push((part, index));
            if (blossom.Price > 0)
                result.Add(new OddSet(next.Within, places, Turned(blossom), blossom.Price));
            else if (index >= 0)
                result[index] = result[index] with { Places = [.. result[index].Places, .. places] };
        }
        return result;
    }

    private PairKey? Turned(Blossom blossom) => blossom.BaseEdge < 0 ? null : _core.Pair(_edges[blossom.BaseEdge]);
}
