namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>How the tree closes odd trails into blossoms, opens blossoms again, and ends.</summary>
internal sealed partial class Search
{
    /// <summary>Both ends of a tight edge can be left by it: the trail through their common ancestor becomes one outer node.</summary>
    private bool Close(int edge, int u, int v)
    {
        var ancestor = CommonAncestor(_state.Top[u], _state.Top[v]);
        var (parts, steps) = Trail(ancestor, edge, u, v);
        var vertices = new List<int>();
        var wasInner = new HashSet<int>();
        foreach (var part in parts)
        {
            Commit(part);
            var single = 0;
            foreach (var w in _state.VerticesOf(part, ref single))
            {
                vertices.Add(w);
                if (_label[part] == Inner)
                    wasInner.Add(w);
            }
        }
        var node = Enclose(ancestor, parts, steps, vertices);
        if (WithRoom(parts) is { } found)
        {
            AugmentFrom(found, Blossom.Stub, true);
            return true;
        }
        ScanNewExits(node, parts, vertices, wasInner);
        return false;
    }

    private int Enclose(int ancestor, List<int> parts, List<TrailStep> steps, List<int> vertices)
    {
        foreach (var part in parts)
            _label[part] = Free;
        var node = _state.Enclose(new Blossom
        {
            Parts = [.. parts],
            TrailEdge = [.. steps.Select(s => s.Edge)],
            TrailFrom = [.. steps.Select(s => s.From)],
            TrailTo = [.. steps.Select(s => s.To)],
            Vertices = [.. vertices],
            Base = _state.IsVertex(ancestor) ? ancestor : _state.BlossomAt(ancestor).Base,
            BaseEdge = _entryEdge[ancestor]
        });
        EnsureSize();
        _label[node] = Outer;
        _since[node] = _now;
        _entryEdge[node] = _entryEdge[ancestor];
        _entryFrom[node] = _entryFrom[ancestor];
        _labelled.Add(node);
        return node;
    }

    /// <summary>A vertex of the new blossom that could take a partner; the root counts only if it lacks two.</summary>
    private int? WithRoom(List<int> parts)
    {
        foreach (var part in parts)
            if (_state.IsVertex(part) && _state.Room[part] > (part == _root ? 1 : 0))
                return part;
        return null;
    }

    private void ScanNewExits(int node, List<int> parts, List<int> vertices, HashSet<int> wasInner)
    {
        foreach (var w in vertices)
        {
            if (wasInner.Contains(w))
            {
                MayRunOut(w);
                Scan(w, node);
            }
        }
        foreach (var part in parts)
            if (_state.IsVertex(part) && !wasInner.Contains(part))
                ScanMatched(part, node);
    }

    /// <summary>Matched edges of an outer vertex become exits only when it joins a blossom.</summary>
    private void ScanMatched(int vertex, int node)
    {
        for (var k = _graph.Start[vertex]; k < _graph.Start[vertex + 1]; k++)
        {
            var edge = _graph.NeighbourEdge[k];
            if (_state.Matched[edge] && IsExit(node, edge))
                Consider(edge, node, _graph.Neighbour[k]);
        }
    }

    private int CommonAncestor(int x, int y)
    {
        _markNumber++;
        while (true)
        {
            if (x >= 0)
            {
                if (_mark[x] == _markNumber)
                    return x;
                _mark[x] = _markNumber;
                x = ParentInTree(x);
            }
            (x, y) = (y, x);
        }
    }

    private int ParentInTree(int node) => _entryFrom[node] < 0 ? -1 : _state.Top[_entryFrom[node]];

    private (List<int> Parts, List<TrailStep> Steps) Trail(int ancestor, int edge, int u, int v)
    {
        List<int> parts = [ancestor];
        List<TrailStep> steps = [];
        for (var x = _state.Top[u]; x != ancestor; x = ParentInTree(x))
        {
            parts.Add(x);
            steps.Add(Entry(x));
        }
        parts.Reverse(1, parts.Count - 1);
        steps.Reverse();
        steps.Add(new TrailStep(edge, u, v));
        for (var y = _state.Top[v]; y != ancestor; y = ParentInTree(y))
        {
            parts.Add(y);
            var entry = Entry(y);
            steps.Add(new TrailStep(entry.Edge, entry.To, entry.From));
        }
        return (parts, steps);
    }

    private TrailStep Entry(int node)
    {
        var edge = _entryEdge[node];
        return new TrailStep(edge, _entryFrom[node], _graph.Other(edge, _entryFrom[node]));
    }

    /// <summary>The price of an inner blossom has fallen to zero: it stands aside for its parts.</summary>
    private bool Shrunk(int node)
    {
        if (_state.IsVertex(node) || _label[node] != Inner || _state.Top[_state.BlossomAt(node).Base] != node)
            return false;
        if (_state.BlossomAt(node).Price + 2 * (_since[node] - _now) > 0)
            return false;
        Commit(node);
        var entry = Entry(node);
        var blossom = _state.BlossomAt(node);
        var first = Alternation.PartWith(_state, node, blossom, entry.To);
        if (first == 0 && _state.IsVertex(blossom.Parts[0]) && _state.Matched[blossom.TrailEdge[0]] != _state.Matched[entry.Edge])
        {
            // The path would go all the way round, which makes every vertex reachable both ways: it is outer as a whole.
            blossom.BaseEdge = entry.Edge;
            return Label(node, Outer, entry.Edge, entry.From);
        }
        Replace(node, blossom, first, entry);
        return false;
    }

    private void Replace(int node, Blossom blossom, int first, TrailStep entry)
    {
        var direction = first == 0 ? 1 : Alternation.Direction(_state, blossom, first, _state.Matched[entry.Edge]);
        _label[node] = Free;
        _state.Open(node);
        var onPath = new List<int>();
        var part = first;
        while (true)
        {
            onPath.Add(blossom.Parts[part]);
            // Labels first, scans later: a scan must see the final labels of all parts.
            Mark(blossom.Parts[part], LabelFor(blossom.Parts[part], entry.Edge), entry);
            if (part == 0)
                break;
            entry = Alternation.Step(blossom, part, direction);
            part = (part + direction + blossom.Parts.Length) % blossom.Parts.Length;
        }
        foreach (var done in onPath)
            Label(done, _label[done], _entryEdge[done], _entryFrom[done]);
        foreach (var freed in blossom.Parts)
            if (_label[freed] == Free)
                ReachAgain(freed);
    }

    private void Mark(int node, byte label, TrailStep entry)
    {
        _label[node] = label;
        _since[node] = _now;
        _entryEdge[node] = entry.Edge;
        _entryFrom[node] = entry.From;
    }

    /// <summary>Edges that lead from the tree to a node that has left it.</summary>
    private void ReachAgain(int node)
    {
        var single = 0;
        foreach (var v in _state.VerticesOf(node, ref single))
            for (var k = _graph.Start[v]; k < _graph.Start[v + 1]; k++)
            {
                var there = _state.Top[_graph.Neighbour[k]];
                if (IsExit(there, _graph.NeighbourEdge[k]))
                    Consider(_graph.NeighbourEdge[k], there, v);
            }
    }

    private void AugmentOver(int edge, int target)
    {
        var wasMatched = _state.Matched[edge];
        var from = _graph.Other(edge, target);
        var node = _state.Top[target];
        if (!_state.IsVertex(node))
            Alternation.MoveBase(_state, node, target, edge, wasMatched);
        _state.Toggle(edge);
        AugmentFrom(from, edge, wasMatched);
    }

    private void LeaveShort(int vertex) => AugmentFrom(vertex, Blossom.Stub, false);

    /// <summary>Exchanges edges along the tree path from a vertex, left by an edge, to the root.</summary>
    private void AugmentFrom(int vertex, int edge, bool leftMatched)
    {
        var node = _state.Top[vertex];
        while (true)
        {
            var entry = _entryEdge[node];
            var from = _entryFrom[node];
            if (!_state.IsVertex(node))
            {
                var inner = _label[node] == Inner;
                var arrivesMatched = inner && entry >= 0 && _state.Matched[entry];
                if (inner)
                    Alternation.MoveBase(_state, node, _graph.Other(entry, from), entry, arrivesMatched);
                else
                    Alternation.MoveBase(_state, node, vertex, edge, leftMatched);
            }
            if (from < 0)
                return;
            leftMatched = _state.Matched[entry];
            _state.Toggle(entry);
            edge = entry;
            vertex = from;
            node = _state.Top[vertex];
        }
    }
}
