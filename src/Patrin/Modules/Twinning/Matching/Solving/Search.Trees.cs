namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>How the tree closes odd trails into blossoms, opens blossoms again, and ends.</summary>
internal sealed partial class Search
{
    /// <summary>Both ends of a tight edge can be left by it: the trail through their common ancestor becomes one outer node.</summary>
    private bool Close(int edge, int u, int v)
    {
        var ancestor = CommonAncestor(Outermost(u), Outermost(v));
        var (parts, steps) = Trail(ancestor, edge, u, v);
        var turned = new List<int>();
        var joining = new List<int>();
        foreach (var part in parts)
        {
            if (_label[part] == Inner)
                Turn(part, turned);
            else if (_state.IsVertex(part))
                joining.Add(part);
            else
                _state.BlossomAt(part).Price += 2 * (_now - _since[part]);
            _joined[part] = _now;
        }
        var node = Enclose(ancestor, parts, steps);
        if (WithRoom(parts) is { } found)
        {
            AugmentFrom(found, Blossom.Stub, true);
            return true;
        }
        foreach (var w in turned)
        {
            MayRunOut(w);
            Scan(w, node);
        }
        // Matched edges of an outer vertex become exits only when it joins a blossom.
        foreach (var w in joining)
            ScanMatched(w, node);
        return false;
    }

    /// <summary>An inner node becomes outer.</summary>
    private void Turn(int node, List<int> turned)
    {
        Commit(node);
        _label[node] = Outer;
        _state.Collect(node, turned);
    }

    private int Enclose(int ancestor, List<int> parts, List<TrailStep> steps)
    {
        var node = _state.Enclose(new Blossom
        {
            Parts = [.. parts],
            TrailEdge = [.. steps.Select(s => s.Edge)],
            TrailFrom = [.. steps.Select(s => s.From)],
            TrailTo = [.. steps.Select(s => s.To)],
            Base = _state.IsVertex(ancestor) ? ancestor : _state.BlossomAt(ancestor).Base,
            BaseEdge = _entryEdge[ancestor]
        });
        EnsureSize();
        foreach (var part in parts)
            _group[part] = node;
        _group[node] = -1;
        _label[node] = Outer;
        _since[node] = _now;
        _joined[node] = -1;
        _entryEdge[node] = _entryEdge[ancestor];
        _entryFrom[node] = _entryFrom[ancestor];
        _closed.Add(node);
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

    private int ParentInTree(int node) => _entryFrom[node] < 0 ? -1 : Outermost(_entryFrom[node]);

    private (List<int> Parts, List<TrailStep> Steps) Trail(int ancestor, int edge, int u, int v)
    {
        List<int> parts = [ancestor];
        List<TrailStep> steps = [];
        for (var x = Outermost(u); x != ancestor; x = ParentInTree(x))
        {
            parts.Add(x);
            steps.Add(Entry(x));
        }
        parts.Reverse(1, parts.Count - 1);
        steps.Reverse();
        steps.Add(new TrailStep(edge, u, v));
        for (var y = Outermost(v); y != ancestor; y = ParentInTree(y))
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
    private void Shrunk(int node)
    {
        if (_label[node] != Inner || _group[node] >= 0 || _state.BlossomAt(node).Price + SetDrift(node) > 0)
            return;
        Commit(node);
        var entry = Entry(node);
        var blossom = _state.BlossomAt(node);
        var first = _alternation.PartWith(node, entry.To);
        if (first == 0 && _state.IsVertex(blossom.Parts[0]) && _state.Matched[blossom.TrailEdge[0]] != _state.Matched[entry.Edge])
        {
            // The path would go all the way round, which makes every vertex reachable both ways: it is outer as a whole.
            blossom.BaseEdge = entry.Edge;
            Label(node, Outer, entry.Edge, entry.From);
            return;
        }
        Replace(node, blossom, first, entry);
    }

    private void Replace(int node, Blossom blossom, int first, TrailStep entry)
    {
        var direction = first == 0 ? 1 : _alternation.Direction(blossom, first, _state.Matched[entry.Edge]);
        _label[node] = Free;
        foreach (var opened in _state.Open(node))
            foreach (var v in VerticesOf(opened))
                _state.Top[v] = opened;
        var onPath = new List<int>();
        for (var part = first; ; part = (part + direction + blossom.Parts.Length) % blossom.Parts.Length)
        {
            // Labels first, scans later: a scan must see the final labels of all parts.
            Mark(blossom.Parts[part], LabelFor(blossom.Parts[part], entry.Edge), entry);
            onPath.Add(blossom.Parts[part]);
            if (part == 0)
                break;
            entry = Alternation.Step(blossom, part, direction);
        }
        foreach (var labelled in onPath)
            ScanLabelled(labelled);
        foreach (var freed in blossom.Parts)
            if (_label[freed] == Free)
                ReachAgain(freed);
    }

    /// <summary>Edges that lead from the tree to a node that has left it.</summary>
    private void ReachAgain(int node)
    {
        foreach (var v in VerticesOf(node))
            for (var k = _graph.Start[v]; k < _graph.Start[v + 1]; k++)
            {
                var there = Outermost(_graph.Neighbour[k]);
                if (IsExit(there, _graph.NeighbourEdge[k]))
                    Consider(_graph.NeighbourEdge[k], there, _graph.Neighbour[k], v);
            }
    }

    private void AugmentOver(int edge, int target)
    {
        var wasMatched = _state.Matched[edge];
        var from = _graph.Other(edge, target);
        var node = _state.Top[target];
        if (!_state.IsVertex(node))
            _alternation.MoveBase(node, target, edge, wasMatched);
        _state.Toggle(edge);
        AugmentFrom(from, edge, wasMatched);
    }

    /// <summary>Exchanges edges along the tree path from a vertex, left by an edge, to the root.</summary>
    private void AugmentFrom(int vertex, int edge, bool leftMatched)
    {
        var node = Outermost(vertex);
        while (true)
        {
            var entry = _entryEdge[node];
            var from = _entryFrom[node];
            if (!_state.IsVertex(node))
            {
                if (_label[node] == Inner)
                    _alternation.MoveBase(node, _graph.Other(entry, from), entry, _state.Matched[entry]);
                else
                    _alternation.MoveBase(node, vertex, edge, leftMatched);
            }
            if (from < 0)
                return;
            leftMatched = _state.Matched[entry];
            _state.Toggle(entry);
            edge = entry;
            vertex = from;
            node = Outermost(vertex);
        }
    }
}
