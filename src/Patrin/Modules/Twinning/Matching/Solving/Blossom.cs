namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// An odd set of vertices that the search treats as one. Its parts lie on a closed trail: TrailEdge[i] leads from
/// vertex TrailFrom[i] in part i to vertex TrailTo[i] in part i+1, and the last one leads back to part 0, which holds the base.
/// </summary>
internal sealed class Blossom
{
    /// <summary>The missing partner of a base that is short of one.</summary>
    public const int Stub = -1;

    public required int[] Parts { get; set; }
    public required int[] TrailEdge { get; set; }
    public required int[] TrailFrom { get; set; }
    public required int[] TrailTo { get; set; }

    /// <summary>The one vertex through which an alternating path leaves.</summary>
    public required int Base { get; set; }

    /// <summary>The edge by which it leaves, or <see cref="Stub"/>.</summary>
    public required int BaseEdge { get; set; }

    /// <summary>The price of the set, never negative at rest, always even.</summary>
    public int Price { get; set; }

    /// <summary>A copy; the arrays are shared because they are replaced, never changed.</summary>
    public Blossom Copy() => (Blossom)MemberwiseClone();

    /// <summary>Turns the trail so that part <paramref name="first"/> becomes part 0.</summary>
    public void Rotate(int first)
    {
        if (first == 0)
            return;
        Parts = Turned(Parts, first);
        TrailEdge = Turned(TrailEdge, first);
        TrailFrom = Turned(TrailFrom, first);
        TrailTo = Turned(TrailTo, first);
    }

    private static int[] Turned(int[] ring, int first) => [.. ring.AsSpan(first), .. ring.AsSpan(0, first)];
}
