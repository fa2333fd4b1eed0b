namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// A matching together with its prices. Nodes 0..n-1 are vertices, higher numbers are blossoms.
/// At rest: an edge outside the matching is priced at its weight or above, an edge inside at its weight or below;
/// a vertex with room left has price zero unless it still waits for a search.
/// </summary>
internal sealed class MatchingState
{
    private readonly List<Blossom?> _blossoms = [];
    private readonly Stack<int> _freeSlots = [];
    private readonly List<int> _opened = [];
    private readonly Stack<int> _pending = [];

    public MatchingState(SparseGraph graph)
    {
        Graph = graph;
        var n = graph.VertexCount;
        Price = new int[n];
        SetPrice = new int[n];
        Room = [.. graph.Capacity];
        Matched = new bool[graph.EdgeCount];
        Parent = new int[n + 16];
        Array.Fill(Parent, -1);
        Top = new int[n];
        for (var v = 0; v < n; v++)
            Top[v] = v;
    }

    /// <summary>A copy that can be changed without touching the original; the graph is shared.</summary>
    public MatchingState(MatchingState other)
    {
        Graph = other.Graph;
        Price = [.. other.Price];
        SetPrice = [.. other.SetPrice];
        Room = [.. other.Room];
        Matched = [.. other.Matched];
        Parent = [.. other.Parent];
        Top = [.. other.Top];
        _blossoms = [.. other._blossoms.Select(b => b?.Copy())];
        _freeSlots = new Stack<int>(other._freeSlots.Reverse());
    }

    public SparseGraph Graph { get; }

    /// <summary>Price of each vertex, in the unit of the doubled weights.</summary>
    public int[] Price { get; }

    /// <summary>Sum of the prices of all blossoms around each vertex.</summary>
    public int[] SetPrice { get; }

    /// <summary>How many more partners each vertex could take.</summary>
    public int[] Room { get; }
    public bool[] Matched { get; }

    /// <summary>The blossom that directly holds a node, or -1.</summary>
    public int[] Parent { get; private set; }

    /// <summary>The outermost node that holds a vertex, as it was before the running search closed new blossoms.</summary>
    public int[] Top { get; }

    public bool IsVertex(int node) => node < Graph.VertexCount;

    public Blossom BlossomAt(int node) => _blossoms[node - Graph.VertexCount]!;

    /// <summary>Adds the vertices of a node to a list. Blossoms can lie thousands deep, so nothing here calls itself.</summary>
    public void Collect(int node, List<int> vertices)
    {
        _pending.Push(node);
        while (_pending.TryPop(out var next))
        {
            if (IsVertex(next))
                vertices.Add(next);
            else
                foreach (var part in BlossomAt(next).Parts)
                    _pending.Push(part);
        }
    }

    /// <summary>Adds a blossom around nodes that were outermost so far; <see cref="Top"/> stays as it was.</summary>
    public int Enclose(Blossom blossom)
    {
        if (_freeSlots.TryPop(out var node))
        {
            _blossoms[node - Graph.VertexCount] = blossom;
        }
        else
        {
            node = Graph.VertexCount + _blossoms.Count;
            _blossoms.Add(blossom);
        }
        if (node >= Parent.Length)
            GrowParents();
        Parent[node] = -1;
        foreach (var part in blossom.Parts)
            Parent[part] = node;
        return node;
    }

    /// <summary>Removes an outermost blossom of price zero; its parts become outermost.</summary>
    public int[] Open(int node)
    {
        var parts = BlossomAt(node).Parts;
        foreach (var part in parts)
            Parent[part] = -1;
        _blossoms[node - Graph.VertexCount] = null;
        _opened.Add(node);
        return parts;
    }

    /// <summary>Lets numbers of opened blossoms be used again; only between searches, which remember nodes by number.</summary>
    public void Recycle()
    {
        foreach (var node in _opened)
            _freeSlots.Push(node);
        _opened.Clear();
    }

    public IEnumerable<(int Node, Blossom Blossom)> Blossoms()
    {
        for (var i = 0; i < _blossoms.Count; i++)
            if (_blossoms[i] is { } blossom)
                yield return (Graph.VertexCount + i, blossom);
    }

    /// <summary>Does the price of the blossom count for this edge, which has exactly one end inside?</summary>
    public bool Counts(Blossom blossom, int edge) => Matched[edge] != (edge == blossom.BaseEdge);

    public void Toggle(int edge)
    {
        var step = Matched[edge] ? 1 : -1;
        Matched[edge] = !Matched[edge];
        Room[Graph.EdgeU[edge]] += step;
        Room[Graph.EdgeV[edge]] += step;
    }

    private void GrowParents()
    {
        var bigger = new int[2 * Parent.Length];
        Array.Fill(bigger, -1);
        Parent.CopyTo(bigger, 0);
        Parent = bigger;
    }
}
