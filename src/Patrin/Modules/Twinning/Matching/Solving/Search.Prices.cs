using System.Runtime.CompilerServices;

namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>How prices and slacks read while the tree grows, and how they are written down when it rests.</summary>
internal sealed partial class Search
{
    /// <summary>The outermost node around a vertex now, blossoms of this search included.</summary>
    private int Outermost(int vertex)
    {
        var node = _state.Top[vertex];
        while (_group[node] >= 0)
        {
            var up = _group[node];
            if (_group[up] >= 0)
                _group[node] = _group[up];
            node = up;
        }
        return node;
    }

    /// <summary>
    /// Exit edges are those by which an alternating path can leave a labelled node. Their slack falls as time passes;
    /// the slack of every other edge of the node rises at the same rate.
    /// </summary>
    private bool IsExit(int node, int edge)
    {
        var label = _label[node];
        if (label == Free)
            return false;
        if (_state.IsVertex(node))
            return _state.Matched[edge] == (label == Inner);
        return (_state.BlossomAt(node).BaseEdge == edge) == (label == Inner);
    }

    /// <summary>How far the vertex prices of a node have moved since it was labelled.</summary>
    private int Drift(int node) => _label[node] switch
    {
        Outer => _since[node] - _now,
        Inner => _now - _since[node],
        _ => 0
    };

    /// <summary>
    /// How far the prices of all sets around the vertices of a node have moved together. An outer set gains twice what its
    /// vertices lose, and when it joins a bigger one that one goes on, so only the start counts.
    /// </summary>
    private int SetDrift(int node)
    {
        if (!_state.IsVertex(node))
            return -2 * Drift(node);
        return _joined[node] >= 0 && _label[node] == Outer ? 2 * (_now - _joined[node]) : 0;
    }

    /// <summary>Distance of an edge between two outermost nodes from being tight; never negative.</summary>
    private int Slack(int edge, int u, int v)
    {
        var over = EndPrice(u, edge) + EndPrice(v, edge) - _graph.EdgeWeight[edge];
        return _state.Matched[edge] ? -over : over;
    }

    private int EndPrice(int vertex, int edge)
    {
        var top = _state.Top[vertex];
        var price = _state.Price[vertex] + Drift(top);
        if (top != vertex && _state.BlossomAt(top).BaseEdge == edge)
            return price + BaseEdgePrice(vertex, edge, top);
        // Any other edge that leaves the outermost blossom counts for all blossoms or for none.
        return _state.Matched[edge] ? price + _state.SetPrice[vertex] + SetDrift(top) : price;
    }

    private int BaseEdgePrice(int vertex, int edge, int top)
    {
        var price = 0;
        for (var node = _state.Parent[vertex]; node >= 0; node = _state.Parent[node])
        {
            var blossom = _state.BlossomAt(node);
            if (_state.Counts(blossom, edge))
                price += blossom.Price + (node == top ? SetDrift(top) : 0);
            if (node == top)
                break;
        }
        return price;
    }

    /// <summary>Looks at all edges by which the path can leave an outer node at this vertex.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(int vertex, int node)
    {
        var neighbours = _graph.Neighbour;
        var weights = _graph.NeighbourWeight;
        var prices = _state.Price;
        var end = _graph.Start[vertex + 1];
        // An end price has lost at most all the time that passed, and slack falls at most twice as fast as time runs.
        var own = prices[vertex] + Drift(_state.Top[vertex]) - _now;
        for (var k = _graph.Start[vertex]; k < end; k++)
        {
            if (2L * (_bound - _now) <= own + prices[neighbours[k]] - weights[k])
                continue;
            var edge = _graph.NeighbourEdge[k];
            if (IsExit(node, edge))
                Consider(edge, node, vertex, neighbours[k]);
        }
        Steps += end - _graph.Start[vertex];
    }

    /// <summary>Looks at the matched edges only.</summary>
    private void ScanMatched(int vertex, int node)
    {
        var left = _graph.Capacity[vertex] - _state.Room[vertex];
        for (var k = _graph.Start[vertex]; left > 0; k++)
        {
            var edge = _graph.NeighbourEdge[k];
            if (!_state.Matched[edge])
                continue;
            left--;
            if (IsExit(node, edge))
                Consider(edge, node, vertex, _graph.Neighbour[k]);
        }
    }

    /// <summary>Notes when an exit edge of a node will be tight.</summary>
    private void Consider(int edge, int node, int vertex, int other)
    {
        var there = Outermost(other);
        if (there == node)
            return;
        var rate = 1;
        if (_label[there] != Free)
        {
            if (!IsExit(there, edge))
                return;
            rate = 2;
        }
        var time = _now + Slack(edge, vertex, other) / rate;
        if (time >= _bound)
            return;
        if (rate == 1 && IsGoal(there, edge))
        {
            _bound = time;
            _goalEdge = edge;
            _goalVertex = other;
        }
        else
        {
            _events.Push(time, edge);
        }
    }

    /// <summary>Writes the prices of a node of the state at rest as they are now.</summary>
    private void Commit(int node)
    {
        int drift = Drift(node), setDrift = SetDrift(node);
        if (!_state.IsVertex(node) && _joined[node] < 0)
            _state.BlossomAt(node).Price += setDrift;
        _since[node] = _now;
        if (drift == 0 && setDrift == 0)
            return;
        foreach (var v in VerticesOf(node))
        {
            _state.Price[v] += drift;
            _state.SetPrice[v] += setDrift;
        }
    }

    /// <summary>Brings all prices up to date and forgets the tree.</summary>
    private void Rest()
    {
        foreach (var node in _labelled)
        {
            if (_label[node] == Free)
                continue;
            Commit(node);
            _label[node] = Free;
            _group[node] = -1;
            if (!_state.IsVertex(node) && _state.Parent[node] < 0)
                SettleTop(node);
        }
        _labelled.Clear();
        foreach (var node in _closed)
        {
            _label[node] = Free;
            _group[node] = -1;
            // Parents before parts: what a worthless outermost blossom holds is settled with it.
            if (_state.Parent[node] < 0)
                _outermost.Add(node);
        }
        foreach (var node in _outermost)
        {
            _state.BlossomAt(node).Price += 2 * (_now - _since[node]);
            SettleTop(node);
        }
        _outermost.Clear();
        _closed.Clear();
        _state.Recycle();
    }

    /// <summary>An outermost blossom stays when it has a price; otherwise it makes way for its parts.</summary>
    private void SettleTop(int node)
    {
        var pending = new Stack<int>([node]);
        while (pending.TryPop(out var next))
        {
            if (_state.IsVertex(next))
                _state.Top[next] = next;
            else if (_state.BlossomAt(next).Price > 0)
                foreach (var v in VerticesOf(next))
                    _state.Top[v] = next;
            else
                foreach (var part in _state.Open(next))
                    pending.Push(part);
        }
    }
}
