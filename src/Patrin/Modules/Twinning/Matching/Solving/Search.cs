namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// Finds the cheapest way to settle one vertex that is short of a partner: a tree of tight edges grows from it while prices
/// move, until it meets another vertex with room or a vertex whose price has fallen to zero (which then goes without).
/// Prices are kept relative to the time at which a node joined the tree, so a search costs only what it touches.
/// </summary>
internal sealed partial class Search
{
    private const byte Free = 0;
    private const byte Outer = 1;
    private const byte Inner = 2;

    private readonly MatchingState _state;
    private readonly SparseGraph _graph;
    private readonly Alternation _alternation;
    private readonly EventHeap _events = new();

    /// <summary>Nodes of the state at rest that have been labelled, and blossoms closed in this search.</summary>
    private readonly List<int> _labelled = [];
    private readonly List<int> _closed = [];
    private readonly List<int> _outermost = [];
    private readonly List<int> _vertices = [];

    private byte[] _label;
    private int[] _since;
    private int[] _joined;
    private int[] _group;
    private int[] _entryEdge;
    private int[] _entryFrom;
    private int[] _mark;
    private int _markNumber;

    private int _root;
    private int _now;
    private int _bound;
    private int _goalEdge;
    private int _goalVertex;

    public Search(MatchingState state)
    {
        _state = state;
        _graph = state.Graph;
        _alternation = new Alternation(state);
        _label = [];
        _since = [];
        _joined = [];
        _group = [];
        _entryEdge = [];
        _entryFrom = [];
        _mark = [];
        EnsureSize();
    }

    /// <summary>How many edges were looked at so far: the unit in which work is limited.</summary>
    public long Steps { get; private set; }

    /// <summary>Settles every vertex that still waits, or stops when the work runs out. Returns whether all are settled.</summary>
    public bool Run(long maxSteps, CancellationToken stop)
    {
        for (var v = 0; v < _graph.VertexCount; v++)
            while (_state.Room[v] > 0 && _state.Price[v] > 0)
            {
                if (Steps > maxSteps || stop.IsCancellationRequested)
                    return false;
                Settle(v);
            }
        return true;
    }

    /// <summary>Gives one more partner to a vertex with room and a positive price, or lets its price fall to zero.</summary>
    public void Settle(int vertex)
    {
        _root = vertex;
        _now = 0;
        _bound = int.MaxValue;
        _goalEdge = -1;
        _goalVertex = -1;
        _events.Clear();
        Label(_state.Top[vertex], Outer, Blossom.Stub, -1);
        Grow();
        Rest();
    }

    private void Grow()
    {
        while (_events.Count > 0 && _events.PeekTime() < _bound)
        {
            var (time, code) = _events.Pop();
            _now = time;
            if (code >= _graph.EdgeCount)
                Shrunk(code - _graph.EdgeCount);
            else if (Reached(code))
                return;
        }
        _now = _bound;
        if (_goalEdge >= 0)
            AugmentOver(_goalEdge, _goalVertex);
        else
            AugmentFrom(_goalVertex, Blossom.Stub, false);
    }

    /// <summary>An edge may have become tight. Returns whether the search is over.</summary>
    private bool Reached(int edge)
    {
        int u = _graph.EdgeU[edge], v = _graph.EdgeV[edge];
        int x = Outermost(u), y = Outermost(v);
        if (x == y)
            return false;
        bool fromU = IsExit(x, edge), fromV = IsExit(y, edge);
        if (fromU && fromV)
            return !IsSlack(edge, u, v, 2) && Close(edge, u, v);
        if (fromU == fromV || _label[fromU ? y : x] != Free || IsSlack(edge, u, v, 1))
            return false;
        return fromU ? Add(edge, u, v, y) : Add(edge, v, u, x);
    }

    /// <summary>Puts the edge back when it is not tight yet.</summary>
    private bool IsSlack(int edge, int u, int v, int rate)
    {
        var slack = Slack(edge, u, v);
        if (slack <= 0)
            return false;
        if (_now + slack / rate < _bound)
            _events.Push(_now + slack / rate, edge);
        return true;
    }

    /// <summary>Takes an unlabelled node into the tree.</summary>
    private bool Add(int edge, int from, int to, int node)
    {
        if (IsGoal(node, edge))
        {
            AugmentOver(edge, to);
            return true;
        }
        Label(node, LabelFor(node, edge), edge, from);
        return false;
    }

    private byte LabelFor(int node, int entry)
    {
        var leavesFreely = _state.IsVertex(node) ? _state.Matched[entry] : _state.BlossomAt(node).BaseEdge == entry;
        return leavesFreely ? Outer : Inner;
    }

    private bool IsGoal(int node, int edge) => _state.IsVertex(node)
        ? _state.Room[node] > 0 && !_state.Matched[edge]
        : _state.BlossomAt(node).BaseEdge == Blossom.Stub;

    private void Label(int node, byte label, int entryEdge, int entryFrom)
    {
        Mark(node, label, new TrailStep(entryEdge, entryFrom, -1));
        ScanLabelled(node);
    }

    private void Mark(int node, byte label, TrailStep entry)
    {
        _label[node] = label;
        _since[node] = _now;
        _joined[node] = -1;
        _entryEdge[node] = entry.Edge;
        _entryFrom[node] = entry.From;
        _labelled.Add(node);
    }

    private void ScanLabelled(int node)
    {
        if (_state.IsVertex(node))
        {
            ScanVertex(node, node);
            return;
        }
        var blossom = _state.BlossomAt(node);
        if (_label[node] == Inner)
        {
            _events.Push(_now + blossom.Price / 2, _graph.EdgeCount + node);
            Consider(blossom.BaseEdge, node, blossom.Base, _graph.Other(blossom.BaseEdge, blossom.Base));
            return;
        }
        foreach (var v in VerticesOf(node))
            ScanVertex(v, node);
    }

    private void ScanVertex(int vertex, int node)
    {
        if (_label[node] == Inner)
        {
            ScanMatched(vertex, node);
            return;
        }
        MayRunOut(vertex);
        Scan(vertex, node);
    }

    /// <summary>The price of an outer vertex falls; the first to reach zero may stay short.</summary>
    private void MayRunOut(int vertex)
    {
        if (_now + _state.Price[vertex] >= _bound)
            return;
        _bound = _now + _state.Price[vertex];
        _goalEdge = -1;
        _goalVertex = vertex;
    }

    private List<int> VerticesOf(int node)
    {
        _vertices.Clear();
        _state.Collect(node, _vertices);
        return _vertices;
    }

    private void EnsureSize()
    {
        var size = _state.Parent.Length;
        var old = _label.Length;
        if (old >= size)
            return;
        Array.Resize(ref _label, size);
        Array.Resize(ref _since, size);
        Array.Resize(ref _joined, size);
        Array.Resize(ref _group, size);
        Array.Resize(ref _entryEdge, size);
        Array.Resize(ref _entryFrom, size);
        Array.Resize(ref _mark, size);
        Array.Fill(_group, -1, old, size - old);
    }
}
