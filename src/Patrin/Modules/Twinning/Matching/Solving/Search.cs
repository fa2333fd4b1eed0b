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
    private readonly EventHeap _events = new();
    private readonly List<int> _labelled = [];
    private byte[] _label;
    private int[] _since;
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
        var size = state.Parent.Length;
        _label = new byte[size];
        _since = new int[size];
        _entryEdge = new int[size];
        _entryFrom = new int[size];
        _mark = new int[size];
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
        if (!Label(_state.Top[vertex], Outer, Blossom.Stub, -1))
            Grow();
        Rest();
    }

    private void Grow()
    {
        while (_events.Count > 0 && _events.PeekTime() < _bound)
        {
            var (time, code) = _events.Pop();
            _now = time;
            if (code >= _graph.EdgeCount ? Shrunk(code - _graph.EdgeCount) : Reached(code))
                return;
        }
        _now = _bound;
        if (_goalEdge >= 0)
            AugmentOver(_goalEdge, _goalVertex);
        else
            LeaveShort(_goalVertex);
    }

    /// <summary>An edge may have become tight. Returns whether the search is over.</summary>
    private bool Reached(int edge)
    {
        int u = _graph.EdgeU[edge], v = _graph.EdgeV[edge];
        int x = _state.Top[u], y = _state.Top[v];
        if (x == y)
            return false;
        bool fromU = IsExit(x, edge), fromV = IsExit(y, edge);
        if (!fromU && !fromV)
            return false;
        if (fromU && fromV)
            return SlackIsPositive(edge, 2) ? false : Close(edge, u, v);
        if (_label[fromU ? y : x] != Free || SlackIsPositive(edge, 1))
            return false;
        return fromU ? Add(edge, u, v, y) : Add(edge, v, u, x);
    }

    /// <summary>Pushes the edge again when it is not tight yet.</summary>
    private bool SlackIsPositive(int edge, int rate)
    {
        var slack = Slack(edge);
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
        return Label(node, LabelFor(node, edge), edge, from);
    }

    private byte LabelFor(int node, int entry)
    {
        var leavesFreely = _state.IsVertex(node) ? _state.Matched[entry] : _state.BlossomAt(node).BaseEdge == entry;
        return leavesFreely ? Outer : Inner;
    }

    private bool IsGoal(int node, int edge) => _state.IsVertex(node)
        ? _state.Room[node] > 0 && !_state.Matched[edge]
        : _state.BlossomAt(node).BaseEdge == Blossom.Stub;

    private bool Label(int node, byte label, int entryEdge, int entryFrom)
    {
        EnsureSize();
        _label[node] = label;
        _since[node] = _now;
        _entryEdge[node] = entryEdge;
        _entryFrom[node] = entryFrom;
        _labelled.Add(node);
        if (label == Inner && !_state.IsVertex(node))
            _events.Push(_now + _state.BlossomAt(node).Price / 2, _graph.EdgeCount + node);
        var single = 0;
        foreach (var v in _state.VerticesOf(node, ref single))
        {
            if (label == Outer)
                MayRunOut(v);
            Scan(v, node);
        }
        return false;
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

    private void EnsureSize()
    {
        var size = _state.Parent.Length;
        if (_label.Length >= size)
            return;
        Array.Resize(ref _label, size);
        Array.Resize(ref _since, size);
        Array.Resize(ref _entryEdge, size);
        Array.Resize(ref _entryFrom, size);
        Array.Resize(ref _mark, size);
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
            OpenIfWorthless(node);
        }
        _labelled.Clear();
    }

    private void OpenIfWorthless(int node)
    {
        if (_state.IsVertex(node) || _state.BlossomAt(node).Price > 0)
            return;
        var parts = _state.BlossomAt(node).Parts;
        _state.Open(node);
        foreach (var part in parts)
            OpenIfWorthless(part);
    }
}
