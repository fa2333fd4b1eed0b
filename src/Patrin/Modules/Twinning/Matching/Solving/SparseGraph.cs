namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// An undirected graph without parallel edges, stored for scanning: the edges of vertex v stand at positions
/// Start[v] .. Start[v+1]-1 of the three neighbour arrays. Weights are doubled, because half-integral prices
/// of the original problem then become whole numbers and the solver never rounds.
/// </summary>
internal sealed class SparseGraph
{
    /// <summary>Largest weight (before doubling) for which every price stays far inside 32 bits.</summary>
    public const int MaxWeight = 100_000_000;

    public int VertexCount { get; }
    public int EdgeCount { get; }

    /// <summary>How many edges of the answer may meet in each vertex.</summary>
    public int[] Capacity { get; }
    public int[] EdgeU { get; }
    public int[] EdgeV { get; }

    /// <summary>Twice the weight of each edge.</summary>
    public int[] EdgeWeight { get; }
    public int[] Start { get; }
    public int[] Neighbour { get; }
    public int[] NeighbourEdge { get; }
    public int[] NeighbourWeight { get; }

    public SparseGraph(int[] capacity, int[] edgeU, int[] edgeV, int[] weight)
    {
        VertexCount = capacity.Length;
        EdgeCount = edgeU.Length;
        EdgeU = edgeU;
        EdgeV = edgeV;
        EdgeWeight = new int[EdgeCount];
        Start = new int[VertexCount + 1];
        for (var e = 0; e < EdgeCount; e++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(weight[e], MaxWeight);
            EdgeWeight[e] = 2 * weight[e];
            Start[edgeU[e] + 1]++;
            Start[edgeV[e] + 1]++;
        }
        for (var v = 0; v < VertexCount; v++)
            Start[v + 1] += Start[v];
        Neighbour = new int[2 * EdgeCount];
        NeighbourEdge = new int[2 * EdgeCount];
        NeighbourWeight = new int[2 * EdgeCount];
        FillNeighbours();
        Capacity = new int[VertexCount];
        for (var v = 0; v < VertexCount; v++)
            Capacity[v] = Math.Max(0, Math.Min(capacity[v], Start[v + 1] - Start[v]));
    }

    public int Other(int edge, int vertex) => EdgeU[edge] == vertex ? EdgeV[edge] : EdgeU[edge];

    /// <summary>Gives an edge another (already doubled) weight. The caller puts the old one back when it is done.</summary>
    public void Reweigh(int edge, int doubledWeight)
    {
        EdgeWeight[edge] = doubledWeight;
        foreach (var v in (ReadOnlySpan<int>)[EdgeU[edge], EdgeV[edge]])
            NeighbourWeight[Array.IndexOf(NeighbourEdge, edge, Start[v], Start[v + 1] - Start[v])] = doubledWeight;
    }

    private void FillNeighbours()
    {
        var next = Start.AsSpan(0, VertexCount).ToArray();
        for (var e = 0; e < EdgeCount; e++)
        {
            Place(next[EdgeU[e]]++, EdgeV[e], e);
            Place(next[EdgeV[e]]++, EdgeU[e], e);
        }
    }

    private void Place(int position, int neighbour, int edge)
    {
        Neighbour[position] = neighbour;
        NeighbourEdge[position] = edge;
        NeighbourWeight[position] = EdgeWeight[edge];
    }
}
