namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>How prices and slacks read while the tree grows.</summary>
internal sealed partial class Search
{
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

    private int Drift(int node) => _label[node] switch
    {
        Outer => _since[node] - _now,
        Inner => _now - _since[node],
        _ => 0
    };

    /// <summary>Distance of an edge between two outermost nodes from being tight; never negative.</summary>
    private int Slack(int edge)
    {
        int u = _graph.EdgeU[edge], v = _graph.EdgeV[edge];
        var over = EndPrice(u, edge) + EndPrice(v, edge) - _graph.EdgeWeight[edge];
        return _state.Matched[edge] ? -over : over;
    }

    private int EndPrice(int vertex, int edge)
    {
        var top = _state.Top[vertex];
        var drift = Drift(top);
        var price = _state.Price[vertex] + drift;
        if (top == vertex)
            return price;
        for (var node = _state.Parent[vertex]; node >= 0; node = _state.Parent[node])
        {
            var blossom = _state.BlossomAt(node);
            if (_state.Counts(blossom, edge))
                price += blossom.Price - (node == top ? 2 * drift : 0);
        }
        return price;
    }

    /// <summary>Writes the prices of a node as they are now.</summary>
    private void Commit(int node)
    {
        var drift = Drift(node);
        _since[node] = _now;
        if (drift == 0)
            return;
        if (_state.IsVertex(node))
        {
            _state.Price[node] += drift;
            return;
        }
        var blossom = _state.BlossomAt(node);
        foreach (var v in blossom.Vertices)
            _state.Price[v] += drift;
        blossom.Price -= 2 * drift;
    }

    /// <summary>Looks at all edges by which the path can leave the node at this vertex.</summary>
    private void Scan(int vertex, int node)
    {
        var end = _graph.Start[vertex + 1];
        for (var k = _graph.Start[vertex]; k < end; k++)
        {
            var edge = _graph.NeighbourEdge[k];
            if (IsExit(node, edge))
                Consider(edge, node, _graph.Neighbour[k]);
        }
        Steps += end - _graph.Start[vertex];
    }

    /// <summary>Notes when an exit edge of a node will be tight.</summary>
    private void Consider(int edge, int node, int other)
    {
        var there = _state.Top[other];
        if (there == node)
            return;
        var rate = 1;
        if (_label[there] != Free)
        {
            if (!IsExit(there, edge))
                return;
            rate = 2;
        }
        var time = _now + Slack(edge) / rate;
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
}
