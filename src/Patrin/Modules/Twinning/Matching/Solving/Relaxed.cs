namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>The best matching under capacities alone, with some edges taken, some dropped, and a charge on edges under a limit.</summary>
internal sealed class Relaxed
{
    private readonly Core _core;
    private readonly int[] _edges;
    private readonly MatchingState _state;

    private Relaxed(Core core, int[] edges, MatchingState state, bool complete)
    {
        _core = core;
        _edges = edges;
        _state = state;
        IsComplete = complete;
    }

    /// <summary>False when a work limit stopped the search: the matching then is good, not best, and the prices still bound.</summary>
    public bool IsComplete { get; }

    public static Relaxed Solve(Core core, SolveLimits limits, Fixing? fixing = null, int[]? charge = null)
    {
        var edges = fixing is null ? Enumerable.Range(0, core.Score.Length).ToArray() : fixing.OpenEdges(core);
        var graph = new SparseGraph(fixing?.Capacity(core) ?? core.Capacity,
            Array.ConvertAll(edges, e => core.EdgeU[e]), Array.ConvertAll(edges, e => core.EdgeV[e]),
            Array.ConvertAll(edges, e => core.Score[e] - (charge?[e] ?? 0)));
        var state = StartingPoint.From(graph, PriceAuction.Guess(graph));
        var complete = new Search(state).Run(limits.MaxSteps, limits.Stop);
        if (!complete)
            Greedy.Complete(state);
        return new Relaxed(core, edges, state, complete);
    }

    /// <summary>The edges of the matching, by number in the core.</summary>
    public List<int> Matching()
    {
        var result = new List<int>();
        for (var e = 0; e < _edges.Length; e++)
            if (_state.Matched[e])
                result.Add(_edges[e]);
        return result;
    }

    public PriceProof Proof(IReadOnlyList<int> limitPrices)
    {
        var prices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var v = 0; v < _core.Keys.Length; v++)
            if (_state.Price[v] > 0)
                prices[_core.Keys[v]] = _state.Price[v];
        var sets = _state.Blossoms().Where(b => b.Blossom.Price > 0).OrderBy(b => b.Node).Select(b => OddSet(b.Blossom));
        return new PriceProof(prices, [.. sets], limitPrices);
    }

    private OddSet OddSet(Blossom blossom)
    {
        var inside = blossom.Vertices.ToHashSet();
        var crossing = new SortedSet<int>();
        foreach (var v in blossom.Vertices)
            for (var k = _state.Graph.Start[v]; k < _state.Graph.Start[v + 1]; k++)
                if (!inside.Contains(_state.Graph.Neighbour[k]) && _state.Counts(blossom, _state.Graph.NeighbourEdge[k]))
                    crossing.Add(_state.Graph.NeighbourEdge[k]);
        return new OddSet([.. blossom.Vertices.Order().Select(v => _core.Keys[v])],
            [.. crossing.Select(e => _core.Pair(_edges[e]))], blossom.Price);
    }

    /// <summary>Twice the bound the prices prove for the open edges, charges not included.</summary>
    public long DoubledBound()
    {
        var graph = _state.Graph;
        var sum = 0L;
        for (var v = 0; v < graph.VertexCount; v++)
            sum += (long)_state.Price[v] * graph.Capacity[v];
        var over = new long[graph.EdgeCount];
        for (var e = 0; e < over.Length; e++)
            over[e] = (long)graph.EdgeWeight[e] - _state.Price[graph.EdgeU[e]] - _state.Price[graph.EdgeV[e]];
        foreach (var (_, blossom) in _state.Blossoms())
            sum += PayForSet(blossom, over);
        return sum + over.Sum(o => Math.Max(0, o));
    }

    private long PayForSet(Blossom blossom, long[] over)
    {
        var graph = _state.Graph;
        var inside = blossom.Vertices.ToHashSet();
        var crossing = 0L;
        foreach (var v in blossom.Vertices)
            for (var k = graph.Start[v]; k < graph.Start[v + 1]; k++)
            {
                var edge = graph.NeighbourEdge[k];
                if (inside.Contains(graph.Neighbour[k]))
                {
                    if (v < graph.Neighbour[k])
                        over[edge] -= blossom.Price;
                }
                else if (_state.Counts(blossom, edge))
                {
                    over[edge] -= blossom.Price;
                    crossing++;
                }
            }
        return blossom.Price * ((blossom.Vertices.Sum(v => (long)graph.Capacity[v]) + crossing) / 2);
    }
}
