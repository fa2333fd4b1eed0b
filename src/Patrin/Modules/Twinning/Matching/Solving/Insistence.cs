namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// Forces one edge into a best matching without starting again: the edge gets a bonus no answer can refuse, one end is priced up to
/// it, the partners this drives away search again. A handful of searches instead of a whole round.
/// </summary>
internal static class Insistence
{
    /// <summary>The changed state, or null when a blossom stands in the way.</summary>
    public static MatchingState? Solve(MatchingState settled, int edge)
    {
        var graph = settled.Graph;
        var weight = graph.EdgeWeight[edge];
        if (settled.Matched[edge])
            return settled;
        if (Highest(graph) > SparseGraph.MaxWeight || SingleEnd(settled, edge) is not { } end)
            return null;
        var state = new MatchingState(settled);
        // Making room for one pair costs two others at most, so four times the highest weight always pays.
        graph.Reweigh(edge, weight + 4 * Highest(graph));
        try
        {
            state.Price[end] += graph.EdgeWeight[edge] - state.Price[end] - state.Price[graph.Other(edge, end)];
            if (DriveAway(state, end) is not { } waiting)
                return null;
            var search = new Search(state);
            foreach (var vertex in waiting)
                while (state.Room[vertex] > 0 && state.Price[vertex] > 0)
                    search.Settle(vertex);
            return state.Matched[edge] ? state : null;
        }
        finally
        {
            graph.Reweigh(edge, weight);
        }
    }

    private static int Highest(SparseGraph graph) => graph.EdgeWeight.Max();

    /// <summary>An end outside all blossoms, such that the edge counts for no blossom at the other end.</summary>
    private static int? SingleEnd(MatchingState state, int edge)
    {
        foreach (var end in (ReadOnlySpan<int>)[state.Graph.EdgeU[edge], state.Graph.EdgeV[edge]])
        {
            var other = state.Top[state.Graph.Other(edge, end)];
            if (state.Top[end] == end && (state.IsVertex(other) || state.BlossomAt(other).BaseEdge != edge))
                return end;
        }
        return null;
    }

    /// <summary>Drops all matched edges of a vertex whose price has risen above them. Returns who must search, the vertex first.</summary>
    private static List<int>? DriveAway(MatchingState state, int vertex)
    {
        List<int> waiting = [vertex];
        for (var k = state.Graph.Start[vertex]; k < state.Graph.Start[vertex + 1]; k++)
        {
            var edge = state.Graph.NeighbourEdge[k];
            if (!state.Matched[edge])
                continue;
            var partner = state.Graph.Neighbour[k];
            // A blossom that loses an edge would have to be taken apart; the caller solves such a case afresh.
            if (state.Top[partner] != partner)
                return null;
            state.Toggle(edge);
            waiting.Add(partner);
        }
        return waiting;
    }
}
