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
        if (!IsWellFormed(proof))
            return null;
        var forced = _locks.Concat(taken).ToList();
        var room = _places.Values.ToDictionary(p => p.Key, p => p.Capacity - forced.Count(f => f.Has(p.Key)), StringComparer.Ordinal);
        var limits = _problem.Limits.Select(l => l.Most - forced.Count(f => l.Covers(_places[f.A].Country, _places[f.B].Country))).ToList();
        if (room.Values.Any(r => r < 0) || limits.Any(l => l < 0))
            return long.MinValue;
        var open = Open(room, taken, dropped);
        var half = proof.PlacePrices.Sum(p => (long)p.Value * room[p.Key]);
        for (var i = 0; i < proof.LimitPrices.Count; i++)
            half += (long)proof.LimitPrices[i] * limits[i];
        foreach (var set in proof.Sets)
            half += set.Price * ((set.Places.Sum(p => (long)room[p]) + set.Crossing.Count) / 2);
        half += Surplus(proof, open);
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

    private bool IsWellFormed(PriceProof proof)
    {
        if (proof.PlacePrices.Any(p => p.Value < 0 || !_places.ContainsKey(p.Key)))
            return false;
        if (proof.LimitPrices.Any(p => p < 0) || proof.LimitPrices.Count > _problem.Limits.Count)
            return false;
        return proof.Sets.All(set =>
        {
            var members = set.Places.ToHashSet(StringComparer.Ordinal);
            return set.Price >= 0 && members.Count == set.Places.Count && members.All(_places.ContainsKey)
                && set.Crossing.Distinct().Count() == set.Crossing.Count
                && set.Crossing.All(c => members.Contains(c.A) != members.Contains(c.B));
        });
    }

    /// <summary>What pairs score beyond their prices, in halves.</summary>
    private long Surplus(PriceProof proof, List<(PairKey Pair, int Score)> open)
    {
        var setsOf = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var crossing = new Dictionary<PairKey, long>();
        for (var i = 0; i < proof.Sets.Count; i++)
        {
            foreach (var place in proof.Sets[i].Places)
                (setsOf.TryGetValue(place, out var list) ? list : setsOf[place] = []).Add(i);
            foreach (var pair in proof.Sets[i].Crossing)
                crossing[pair] = crossing.GetValueOrDefault(pair) + proof.Sets[i].Price;
        }
        var sum = 0L;
        foreach (var (pair, score) in open)
        {
            var price = (long)proof.PlacePrices.GetValueOrDefault(pair.A) + proof.PlacePrices.GetValueOrDefault(pair.B)
                + crossing.GetValueOrDefault(pair) + LimitPrice(proof, pair);
            if (setsOf.TryGetValue(pair.A, out var inA) && setsOf.TryGetValue(pair.B, out var inB))
                price += inA.Intersect(inB).Sum(i => (long)proof.Sets[i].Price);
            sum += Math.Max(0, 2L * score - price);
        }
        return sum;
    }

    private long LimitPrice(PriceProof proof, PairKey pair)
    {
        var sum = 0L;
        for (var i = 0; i < proof.LimitPrices.Count; i++)
            if (proof.LimitPrices[i] > 0 && _problem.Limits[i].Covers(_places[pair.A].Country, _places[pair.B].Country))
                sum += proof.LimitPrices[i];
        return sum;
    }
}
