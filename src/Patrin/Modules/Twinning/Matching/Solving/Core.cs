namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// A problem in numbers, in one canonical order (places by key, pairs by key), so that the order of the input cannot matter.
/// Locks are already taken: their score is counted and their places have less capacity.
/// </summary>
internal sealed class Core
{
    public Core(PairingProblem problem)
    {
        Problem = problem;
        var places = problem.Places.OrderBy(p => p.Key, StringComparer.Ordinal).ToArray();
        Keys = [.. places.Select(p => p.Key)];
        var index = new Dictionary<string, int>(Keys.Length, StringComparer.Ordinal);
        for (var i = 0; i < Keys.Length; i++)
            if (!index.TryAdd(Keys[i], i))
                throw new ArgumentException("Two places have the same key.", nameof(problem));
        Capacity = [.. places.Select(p => p.Capacity)];
        _countries = [.. places.Select(p => p.Country)];
        LimitLeft = [.. problem.Limits.Select(l => l.Most)];
        TakeLocks(problem, index);
        (EdgeU, EdgeV, Score) = Allowed(problem, index);
    }

    private readonly string[] _countries;

    public PairingProblem Problem { get; }
    public string[] Keys { get; }
    public int[] Capacity { get; }
    public int[] LimitLeft { get; }
    public List<ProposedPair> Locked { get; } = [];
    public int[] EdgeU { get; }
    public int[] EdgeV { get; }
    public int[] Score { get; }

    public PairKey Pair(int edge) => new(Keys[EdgeU[edge]], Keys[EdgeV[edge]]);

    /// <summary>Number of the edge of a pair, or -1 when the pair is not open.</summary>
    public int EdgeOf(PairKey pair)
    {
        int u = Array.BinarySearch(Keys, pair.A, StringComparer.Ordinal), v = Array.BinarySearch(Keys, pair.B, StringComparer.Ordinal);
        int low = 0, high = EdgeU.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = EdgeU[middle] != u ? EdgeU[middle].CompareTo(u) : EdgeV[middle].CompareTo(v);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }

    public bool IsCovered(int limit, int edge) => Problem.Limits[limit].Covers(_countries[EdgeU[edge]], _countries[EdgeV[edge]]);

    private void TakeLocks(PairingProblem problem, Dictionary<string, int> index)
    {
        var locks = problem.Locks.ToHashSet();
        if (locks.Count == 0)
            return;
        var scores = problem.Candidates.Where(c => locks.Contains(c.Pair)).ToDictionary(c => c.Pair, c => c.Score);
        foreach (var pair in locks.Order())
        {
            if (!scores.TryGetValue(pair, out var score))
                throw new ArgumentException($"The locked pair {pair.A}, {pair.B} has no score among the candidates.", nameof(problem));
            Locked.Add(new ProposedPair(pair, score, true));
            Capacity[index[pair.A]]--;
            Capacity[index[pair.B]]--;
            for (var i = 0; i < LimitLeft.Length; i++)
                if (problem.Limits[i].Covers(_countries[index[pair.A]], _countries[index[pair.B]]))
                    LimitLeft[i]--;
        }
    }

    private (int[] U, int[] V, int[] Score) Allowed(PairingProblem problem, Dictionary<string, int> index)
    {
        var barred = problem.Exclusions.Concat(problem.Locks).Where(p => index.ContainsKey(p.A) && index.ContainsKey(p.B))
            .Select(p => Code(index[p.A], index[p.B])).ToHashSet();
        var leftOut = problem.LeftOut.Where(index.ContainsKey).Select(k => index[k]).ToHashSet();
        var order = new List<(long Code, int Score)>(problem.Candidates.Count);
        var sorted = true;
        foreach (var candidate in problem.Candidates)
        {
            if (candidate.Score <= 0 || candidate.Score < problem.LeastScore)
                continue;
            int u = index[candidate.Pair.A], v = index[candidate.Pair.B];
            if (Capacity[u] <= 0 || Capacity[v] <= 0 || (problem.AcrossBordersOnly && _countries[u] == _countries[v]))
                continue;
            var code = Code(u, v);
            if (barred.Contains(code) || leftOut.Contains(u) || leftOut.Contains(v))
                continue;
            sorted = sorted && (order.Count == 0 || order[^1].Code < code);
            order.Add((code, candidate.Score));
        }
        if (!sorted)
            order.Sort();
        return Columns(order);
    }

    private long Code(int u, int v) => (long)u * Keys.Length + v;

    private (int[] U, int[] V, int[] Score) Columns(List<(long Code, int Score)> order)
    {
        var us = new int[order.Count];
        var vs = new int[order.Count];
        var scores = new int[order.Count];
        for (var e = 0; e < us.Length; e++)
        {
            if (e > 0 && order[e].Code == order[e - 1].Code)
                throw new ArgumentException("A pair is a candidate twice.");
            us[e] = (int)(order[e].Code / Keys.Length);
            vs[e] = (int)(order[e].Code % Keys.Length);
            scores[e] = order[e].Score;
        }
        return (us, vs, scores);
    }
}
