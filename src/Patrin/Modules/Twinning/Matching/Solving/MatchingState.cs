namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// A matching together with its prices. Nodes 0..n-1 are vertices, higher numbers are blossoms.
/// At rest: an edge outside the matching is priced at its weight or above, an edge inside at its weight or below;
/// a vertex with room left has price zero unless it still waits for a search.
/// </summary>
internal sealed class MatchingState
{
    public MatchingState(SparseGraph graph)
    {
        Graph = graph;
        var n = graph.VertexCount;
        Price = new int[n];
        Room = [.. graph.Capacity];
        Matched = new bool[graph.EdgeCount];
        Parent = new int[n + 16];
        Array.Fill(Parent, -1);
        Top = new int[n];
        for (var v = 0; v < n; v++)
            Top[v] = v;
    }

    public SparseGraph Graph { get; }

    /// <summary>Price of each vertex, in the unit of the doubled weights.</summary>
    public int[] Price { get; }

    /// <summary>How many more partners each vertex could take.</summary>
    public int[] Room { get; }
    public bool[] Matched { get; }

    /// <summary>The blossom that directly holds a node, or -1.</summary>
    public int[] Parent { get; private set; }

    /// <summary>The outermost node that holds a vertex.</summary>
    public int[] Top { get; }

    private readonly List<Blossom?> _blossoms = [];
    private readonly Stack<int> _free = [];

    public int NodeCount => Graph.VertexCount + _blossoms.Count;

    public bool IsVertex(int node) => node < Graph.VertexCount;

    public Blossom BlossomAt(int node) => _blossoms[node - Graph.VertexCount]!;

    public ReadOnlySpan<int> VerticesOf(int node, ref int single)
    {
        if (!IsVertex(node))
            return BlossomAt(node).Vertices;
        single = node;
        return new ReadOnlySpan<int>(ref single);
    }

    /// <summary>Adds a blossom around nodes that were outermost so far.</summary>
    public int Enclose(Blossom blossom)
    {
        int node;
        if (_free.TryPop(out var slot))
        {
            node = slot;
            _blossoms[node - Graph.VertexCount] = blossom;
        }
        else
        {
            _blossoms.Add(blossom);
            node = NodeCount - 1;
        }
        if (node >= Parent.Length)
        {
            var bigger = new int[2 * Parent.Length];
            Array.Fill(bigger, -1);
            Parent.CopyTo(bigger, 0);
            Parent = bigger;
        }
        Parent[node] = -1;
        foreach (var part in blossom.Parts)
            Parent[part] = node;
        foreach (var v in blossom.Vertices)
            Top[v] = node;
        return node;
    }

    /// <summary>Removes an outermost blossom of price zero; its parts become outermost.</summary>
    public void Open(int node)
    {
        var blossom = BlossomAt(node);
        foreach (var part in blossom.Parts)
        {
            Parent[part] = -1;
            var single = 0;
            foreach (var v in VerticesOf(part, ref single))
                Top[v] = part;
        }
        _blossoms[node - Graph.VertexCount] = null;
        _free.Push(node);
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
}
