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
        var barred = problem.Exclusions.Concat(problem.Locks).ToHashSet();
        var leftOut = problem.LeftOut.ToHashSet(StringComparer.Ordinal);
        var order = new List<(long Key, int Score)>(problem.Candidates.Count);
        foreach (var candidate in problem.Candidates)
        {
            if (candidate.Score <= 0 || candidate.Score < problem.LeastScore)
                continue;
            int u = index[candidate.Pair.A], v = index[candidate.Pair.B];
            if (Capacity[u] <= 0 || Capacity[v] <= 0 || (problem.AcrossBordersOnly && _countries[u] == _countries[v]))
                continue;
            if (barred.Contains(candidate.Pair) || (leftOut.Count > 0 && (leftOut.Contains(candidate.Pair.A) || leftOut.Contains(candidate.Pair.B))))
                continue;
            order.Add(((long)u * Keys.Length + v, candidate.Score));
        }
        order.Sort();
        return Columns(order);
    }

    private (int[] U, int[] V, int[] Score) Columns(List<(long Key, int Score)> order)
    {
        var us = new int[order.Count];
        var vs = new int[order.Count];
        var scores = new int[order.Count];
        for (var e = 0; e < us.Length; e++)
        {
            if (e > 0 && order[e].Key == order[e - 1].Key)
                throw new ArgumentException("A pair is a candidate twice.");
            us[e] = (int)(order[e].Key / Keys.Length);
            vs[e] = (int)(order[e].Key % Keys.Length);
            scores[e] = order[e].Score;
        }
        return (us, vs, scores);
    }
}
