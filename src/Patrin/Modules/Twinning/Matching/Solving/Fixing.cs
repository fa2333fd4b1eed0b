namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>One case of a case split: some edges are taken, some dropped.</summary>
internal sealed record Fixing(IReadOnlyList<int> Taken, IReadOnlyList<int> Dropped)
{
    public static Fixing None { get; } = new([], []);

    public Fixing Take(int edge) => this with { Taken = [.. Taken, edge] };

    public Fixing Drop(int edge) => this with { Dropped = [.. Dropped, edge] };

    public int[] Capacity(Core core)
    {
        int[] capacity = [.. core.Capacity];
        foreach (var e in Taken)
        {
            capacity[core.EdgeU[e]]--;
            capacity[core.EdgeV[e]]--;
        }
        return capacity;
    }

    public int[] LimitLeft(Core core)
    {
        int[] left = [.. core.LimitLeft];
        for (var i = 0; i < left.Length; i++)
            left[i] -= Taken.Count(e => core.IsCovered(i, e));
        return left;
    }

    public bool IsPossible(Core core) => Capacity(core).All(c => c >= 0) && LimitLeft(core).All(l => l >= 0);

    public int[] OpenEdges(Core core)
    {
        var closed = Taken.Concat(Dropped).ToHashSet();
        var room = Capacity(core);
        return [.. Enumerable.Range(0, core.Score.Length)
            .Where(e => !closed.Contains(e) && room[core.EdgeU[e]] > 0 && room[core.EdgeV[e]] > 0)];
    }
}
