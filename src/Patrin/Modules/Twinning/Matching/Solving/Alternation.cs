namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// Exchanges matched and free edges along the path inside a blossom, from a vertex to the base. Afterwards that vertex
/// is the new base. Which edges the blossom's price counts for does not change, so all prices stay valid.
/// </summary>
internal static class Alternation
{
    /// <param name="state">The matching to change.</param>
    /// <param name="node">A blossom.</param>
    /// <param name="vertex">Vertex of the blossom at which the path from outside arrives.</param>
    /// <param name="edge">The outside edge it arrives by; it becomes the base edge.</param>
    /// <param name="arrivesMatched">Whether that edge was in the matching before the exchange.</param>
    public static void MoveBase(MatchingState state, int node, int vertex, int edge, bool arrivesMatched)
    {
        var blossom = state.BlossomAt(node);
        var first = PartWith(state, node, blossom, vertex);
        if (first == 0)
            LeaveFromBasePart(state, blossom, vertex, edge, arrivesMatched);
        else
            Walk(state, blossom, first, Direction(state, blossom, first, arrivesMatched), vertex, edge, arrivesMatched);
        blossom.Rotate(first);
        blossom.BaseEdge = edge;
        blossom.Base = vertex;
    }

    /// <summary>Index of the part that holds a vertex.</summary>
    public static int PartWith(MatchingState state, int node, Blossom blossom, int vertex)
    {
        var part = vertex;
        while (state.Parent[part] != node)
            part = state.Parent[part];
        return Array.IndexOf(blossom.Parts, part);
    }

    /// <summary>+1 or -1: the way round the trail by which the path from a part (not part 0) reaches the base.</summary>
    public static int Direction(MatchingState state, Blossom blossom, int part, bool arrivesMatched)
    {
        var node = blossom.Parts[part];
        var forward = blossom.TrailEdge[part];
        if (state.IsVertex(node))
            return state.Matched[forward] != arrivesMatched ? 1 : -1;
        return state.BlossomAt(node).BaseEdge == forward ? 1 : -1;
    }

    private static void LeaveFromBasePart(MatchingState state, Blossom blossom, int vertex, int edge, bool arrivesMatched)
    {
        var part = blossom.Parts[0];
        if (!state.IsVertex(part))
            MoveBase(state, part, vertex, edge, arrivesMatched);
        else if (state.Matched[blossom.TrailEdge[0]] != arrivesMatched)
            Walk(state, blossom, 0, 1, vertex, edge, arrivesMatched);
    }

    private static void Walk(MatchingState state, Blossom blossom, int part, int direction, int vertex, int edge, bool arrivesMatched)
    {
        var count = blossom.Parts.Length;
        if (!state.IsVertex(blossom.Parts[part]))
            MoveBase(state, blossom.Parts[part], vertex, edge, arrivesMatched);
        do
        {
            var step = Step(blossom, part, direction);
            var wasMatched = state.Matched[step.Edge];
            state.Toggle(step.Edge);
            part = (part + direction + count) % count;
            var node = blossom.Parts[part];
            if (!state.IsVertex(node))
                Cross(state, blossom, part, direction, step, wasMatched);
        }
        while (part != 0);
    }

    /// <summary>The path enters a blossom part by one trail edge and, unless it is the base part, leaves by the next.</summary>
    private static void Cross(MatchingState state, Blossom blossom, int part, int direction, TrailStep entry, bool entryMatched)
    {
        var node = blossom.Parts[part];
        if (part == 0 || state.BlossomAt(node).BaseEdge != entry.Edge)
        {
            MoveBase(state, node, entry.To, entry.Edge, entryMatched);
            return;
        }
        var exit = Step(blossom, part, direction);
        MoveBase(state, node, exit.From, exit.Edge, state.Matched[exit.Edge]);
    }

    public static TrailStep Step(Blossom blossom, int part, int direction)
    {
        if (direction > 0)
            return new TrailStep(blossom.TrailEdge[part], blossom.TrailFrom[part], blossom.TrailTo[part]);
        var before = (part + blossom.Parts.Length - 1) % blossom.Parts.Length;
        return new TrailStep(blossom.TrailEdge[before], blossom.TrailTo[before], blossom.TrailFrom[before]);
    }
}

/// <summary>One step along the trail of a blossom.</summary>
internal readonly record struct TrailStep(int Edge, int From, int To);
