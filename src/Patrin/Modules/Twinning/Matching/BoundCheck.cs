namespace Patrin.Modules.Twinning.Matching;

/// <summary>Works out what a proof allows at most.</summary>
internal sealed class BoundCheck
{
    private readonly PairingProblem _problem;
    private readonly Dictionary<string, PairingPlace> _places;
    private readonly HashSet<PairKey> _locks;
    private readonly Dictionary<PairKey, int> _allowed;
    private readonly Dictionary<PairKey, int> _lockedScore;

    public BoundCheck(PairingProblem problem)
    {
        _problem = problem;
        _places = problem.Places.ToDictionary(p => p.Key, StringComparer.Ordinal);
        _locks = [.. problem.Locks];
        _lockedScore = problem.Candidates.Where(c => _locks.Contains(c.Pair)).ToDictionary(c => c.Pair, c => c.Score);
        var excluded = problem.Exclusions.ToHashSet();
        var leftOut = problem.LeftOut.ToHashSet(StringComparer.Ordinal);
        _allowed = problem.Candidates
            .Where(c => c.Score > 0 && c.Score >= problem.LeastScore && !_locks.Contains(c.Pair) && !excluded.Contains(c.Pair)
                && !leftOut.Contains(c.Pair.A) && !leftOut.Contains(c.Pair.B)
                && !(problem.AcrossBordersOnly && _places[c.Pair.A].Country == _places[c.Pair.B].Country))
            .ToDictionary(c => c.Pair, c => c.Score);
    }

    /// <summary>The largest objective the proof allows, or null when the proof is malformed.</summary>
    public long? Bound(Proof proof) => Bound(proof, [], []);

    private long? Bound(Proof proof, HashSet<PairKey> taken, HashSet<PairKey> dropped)
    {
        if (proof is PriceProof prices)
            return BoundOfPrices(prices, taken, dropped);
        if (proof is not CaseProof cases || !_allowed.ContainsKey(cases.Pair) || taken.Contains(cases.Pair) || dropped.Contains(cases.Pair))
            return null;
        var ifTaken = Bound(cases.Taken, [.. taken, cases.Pair], dropped);
        var ifDropped = Bound(cases.Dropped, taken, [.. dropped, cases.Pair]);
        return ifTaken is null || ifDropped is null ? null : Math.Max(ifTaken.Value, ifDropped.Value);
    }

    private long? BoundOfPrices(PriceProof proof, HashSet<PairKey> taken, HashSet<PairKey> dropped)
    {
        if (!IsWellFormed(proof) || SetForest.Of(proof.Sets) is not { } forest || !forest.Innermost.Keys.All(_places.ContainsKey))
            return null;
        var forced = _locks.Concat(taken).ToList();
        var room = _places.Values.ToDictionary(p => p.Key, p => p.Capacity, StringComparer.Ordinal);
        foreach (var key in forced.SelectMany(f => new[] { f.A, f.B }))
            room[key]--;
        var limits = _problem.Limits.Select(l => l.Most - forced.Count(f => l.Covers(_places[f.A].Country, _places[f.B].Country))).ToList();
        if (room.Values.Any(r => r < 0) || limits.Any(l => l < 0))
            return long.MinValue;
        var open = Open(room, taken, dropped);
        if (new PriceCheck(proof, forest).Sum(room, open, p => LimitPrice(proof, p)) is not { } half)
            return null;
        for (var i = 0; i < proof.LimitPrices.Count; i++)
            half += (long)proof.LimitPrices[i] * limits[i];
        return forced.Sum(f => (long)(_locks.Contains(f) ? _lockedScore[f] : _allowed[f])) + half / 2;
    }

    /// <summary>
    /// The pairs that can still be chosen. A place cannot have more partners than it has such pairs, so its room shrinks to their number.
    /// </summary>
    private List<(PairKey Pair, int Score)> Open(Dictionary<string, int> room, HashSet<PairKey> taken, HashSet<PairKey> dropped)
    {
        var open = _allowed.Where(a => room[a.Key.A] > 0 && room[a.Key.B] > 0 && !taken.Contains(a.Key) && !dropped.Contains(a.Key))
            .Select(a => (a.Key, a.Value)).ToList();
        var degree = open.SelectMany(o => new[] { o.Key.A, o.Key.B }).CountBy(k => k).ToDictionary(StringComparer.Ordinal);
        foreach (var place in _places.Keys)
            room[place] = Math.Min(room[place], degree.GetValueOrDefault(place));
        return open;
    }

    private bool IsWellFormed(PriceProof proof) =>
        proof.PlacePrices.All(p => p.Value >= 0 && _places.ContainsKey(p.Key))
        && proof.LimitPrices.All(p => p >= 0) && proof.LimitPrices.Count <= _problem.Limits.Count;

    private long LimitPrice(PriceProof proof, PairKey pair)
    {
        var sum = 0L;
        for (var i = 0; i < proof.LimitPrices.Count; i++)
            if (proof.LimitPrices[i] > 0 && _problem.Limits[i].Covers(_places[pair.A].Country, _places[pair.B].Country))
                sum += proof.LimitPrices[i];
        return sum;
    }
}
