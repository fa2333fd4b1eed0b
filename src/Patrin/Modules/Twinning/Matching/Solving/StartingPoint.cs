namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>Turns guessed prices into a valid state: no vertex has more underpriced edges than capacity, and those are matched.</summary>
internal static class StartingPoint
{
    public static MatchingState From(SparseGraph graph, int[] prices)
    {
        var state = new MatchingState(graph);
        prices.CopyTo(state.Price, 0);
        for (var v = 0; v < graph.VertexCount; v++)
            state.Price[v] = Math.Max(state.Price[v], LeastPrice(graph, state.Price, v));
        for (var e = 0; e < graph.EdgeCount; e++)
            if (Excess(graph, state.Price, e) > 0)
                state.Toggle(e);
        for (var e = 0; e < graph.EdgeCount; e++)
            if (!state.Matched[e] && Excess(graph, state.Price, e) == 0 && state.Room[graph.EdgeU[e]] > 0 && state.Room[graph.EdgeV[e]] > 0)
                state.Toggle(e);
        return state;
    }

    /// <summary>Half of its highest weight for every vertex: no edge is underpriced and hardly any is priced exactly.</summary>
    public static int[] HighPrices(SparseGraph graph)
    {
        var prices = new int[graph.VertexCount];
        for (var e = 0; e < graph.EdgeCount; e++)
        {
            prices[graph.EdgeU[e]] = Math.Max(prices[graph.EdgeU[e]], graph.EdgeWeight[e] / 2);
            prices[graph.EdgeV[e]] = Math.Max(prices[graph.EdgeV[e]], graph.EdgeWeight[e] / 2);
        }
        return prices;
    }

    private static int Excess(SparseGraph graph, int[] price, int e) =>
        graph.EdgeWeight[e] - price[graph.EdgeU[e]] - price[graph.EdgeV[e]];

    /// <summary>The price below which more edges than the capacity would be underpriced.</summary>
    private static int LeastPrice(SparseGraph graph, int[] price, int v)
    {
        var capacity = graph.Capacity[v];
        Span<int> top = stackalloc int[capacity + 1];
        top.Clear();
        for (var k = graph.Start[v]; k < graph.Start[v + 1]; k++)
        {
            var wish = graph.NeighbourWeight[k] - price[graph.Neighbour[k]];
            if (wish <= top[capacity])
                continue;
            var i = capacity;
            while (i > 0 && top[i - 1] < wish)
            {
                top[i] = top[i - 1];
                i--;
            }
            top[i] = wish;
        }
        return top[capacity];
    }
}
