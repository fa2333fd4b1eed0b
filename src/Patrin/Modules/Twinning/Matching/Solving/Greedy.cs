namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>Best pair first: what a round would get without looking at the network as a whole.</summary>
internal static class Greedy
{
    /// <summary>Edge numbers by falling score, ties by key, under capacities and limits.</summary>
    public static List<int> Solve(Core core) => Extend(core, [.. core.Capacity], [.. core.LimitLeft], [], Enumerable.Range(0, core.Score.Length));

    /// <summary>Adds edges to a partial answer, best first.</summary>
    public static List<int> Extend(Core core, int[] room, int[] limitLeft, List<int> answer, IEnumerable<int> edges)
    {
        var taken = answer.ToHashSet();
        foreach (var e in edges.OrderByDescending(e => core.Score[e]).ThenBy(e => e))
        {
            if (room[core.EdgeU[e]] <= 0 || room[core.EdgeV[e]] <= 0 || taken.Contains(e) || !FitsLimits(core, limitLeft, e))
                continue;
            answer.Add(e);
            room[core.EdgeU[e]]--;
            room[core.EdgeV[e]]--;
            for (var i = 0; i < limitLeft.Length; i++)
                if (core.IsCovered(i, e))
                    limitLeft[i]--;
        }
        return answer;
    }

    /// <summary>Fills the room that a stopped search has left.</summary>
    public static void Complete(MatchingState state)
    {
        var graph = state.Graph;
        foreach (var e in Enumerable.Range(0, graph.EdgeCount).Where(e => !state.Matched[e] && graph.EdgeWeight[e] > 0)
            .OrderByDescending(e => graph.EdgeWeight[e]).ThenBy(e => e))
            if (state.Room[graph.EdgeU[e]] > 0 && state.Room[graph.EdgeV[e]] > 0)
                state.Toggle(e);
    }

    private static bool FitsLimits(Core core, int[] limitLeft, int edge)
    {
        for (var i = 0; i < limitLeft.Length; i++)
            if (limitLeft[i] <= 0 && core.IsCovered(i, edge))
                return false;
        return true;
    }
}
