namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// Exchanges matched and free edges along the path inside a blossom, from a vertex to the base. Afterwards that vertex
/// is the new base. Which edges the blossom's price counts for does not change, so all prices stay valid.
/// </summary>
internal sealed class Alternation(MatchingState state)
{
    /// <summary>Exchanges that are still to be made inside parts. They touch different edges, so their order does not matter.</summary>
    private readonly Stack<Exchange> _pending = [];

    /// <param name="node">A blossom.</param>
    /// <param name="vertex">Vertex of the blossom at which the path from outside arrives.</param>
    /// <param name="edge">The outside edge it arrives by; it becomes the base edge.</param>
    /// <param name="arrivesMatched">Whether that edge was in the matching before the exchange.</param>
    public void MoveBase(int node, int vertex, int edge, bool arrivesMatched)
    {
        _pending.Push(new Exchange(node, vertex, edge, arrivesMatched));
        while (_pending.TryPop(out var next))
            MoveBase(next);
    }

    /// <summary>Index of the part that holds a vertex.</summary>
    public int PartWith(int node, int vertex)
    {
        var part = vertex;
        while (state.Parent[part] != node)
            part = state.Parent[part];
        return Array.IndexOf(state.BlossomAt(node).Parts, part);
    }

    /// <summary>+1 or -1: the way round the trail by which the path from a part (not part 0) reaches the base.</summary>
    public int Direction(Blossom blossom, int part, bool arrivesMatched)
    {
        var node = blossom.Parts[part];
        var forward = blossom.TrailEdge[part];
        if (state.IsVertex(node))
            return state.Matched[forward] != arrivesMatched ? 1 : -1;
        return state.BlossomAt(node).BaseEdge == forward ? 1 : -1;
    }

    private void MoveBase(Exchange exchange)
    {
        var blossom = state.BlossomAt(exchange.Node);
        var first = PartWith(exchange.Node, exchange.Vertex);
        var part = blossom.Parts[first];
        if (first > 0)
            Walk(blossom, first, Direction(blossom, first, exchange.ArrivesMatched), exchange);
        else if (!state.IsVertex(part))
            _pending.Push(exchange with { Node = part });
        else if (state.Matched[blossom.TrailEdge[0]] != exchange.ArrivesMatched)
            Walk(blossom, 0, 1, exchange);
        blossom.Rotate(first);
        blossom.BaseEdge = exchange.Edge;
        blossom.Base = exchange.Vertex;
    }

    private void Walk(Blossom blossom, int part, int direction, Exchange exchange)
    {
        var count = blossom.Parts.Length;
        if (!state.IsVertex(blossom.Parts[part]))
            _pending.Push(exchange with { Node = blossom.Parts[part] });
        do
        {
            var step = Step(blossom, part, direction);
            var wasMatched = state.Matched[step.Edge];
            state.Toggle(step.Edge);
            part = (part + direction + count) % count;
            if (!state.IsVertex(blossom.Parts[part]))
                Cross(blossom, part, direction, step, wasMatched);
        }
        while (part != 0);
    }

    /// <summary>The path enters a blossom part by one trail edge and, unless it is the base part, leaves by the next.</summary>
    private void Cross(Blossom blossom, int part, int direction, TrailStep entry, bool entryMatched)
    {
        var node = blossom.Parts[part];
        if (part == 0 || state.BlossomAt(node).BaseEdge != entry.Edge)
        {
            _pending.Push(new Exchange(node, entry.To, entry.Edge, entryMatched));
            return;
        }
        var exit = Step(blossom, part, direction);
        _pending.Push(new Exchange(node, exit.From, exit.Edge, state.Matched[exit.Edge]));
    }

    public static TrailStep Step(Blossom blossom, int part, int direction)
    {
        if (direction > 0)
            return new TrailStep(blossom.TrailEdge[part], blossom.TrailFrom[part], blossom.TrailTo[part]);
        var before = (part + blossom.Parts.Length - 1) % blossom.Parts.Length;
        return new TrailStep(blossom.TrailEdge[before], blossom.TrailTo[before], blossom.TrailFrom[before]);
    }

    private readonly record struct Exchange(int Node, int Vertex, int Edge, bool ArrivesMatched);
}

/// <summary>One step along the trail of a blossom.</summary>
internal readonly record struct TrailStep(int Edge, int From, int To);
