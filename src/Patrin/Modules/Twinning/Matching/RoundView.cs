namespace Patrin.Modules.Twinning.Matching;

/// <summary>A round and its answer, seen from each place.</summary>
internal sealed class RoundView
{
    private readonly Dictionary<string, List<Candidate>> _choices;
    private readonly Dictionary<string, List<ProposedPair>> _partners;

    public RoundView(Round round, PairingResult result)
    {
        Round = round;
        _choices = round.Places.ToDictionary(p => p.Key, _ => new List<Candidate>(), StringComparer.Ordinal);
        _partners = round.Places.ToDictionary(p => p.Key, _ => new List<ProposedPair>(), StringComparer.Ordinal);
        var excluded = round.Rules.Exclusions.ToHashSet();
        Chosen = result.Pairs.Select(p => p.Pair).ToHashSet();
        foreach (var candidate in round.Problem.Candidates.Where(c => !excluded.Contains(c.Pair)))
        {
            _choices[candidate.Pair.A].Add(candidate);
            _choices[candidate.Pair.B].Add(candidate);
        }
        foreach (var list in _choices.Values)
            list.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.Pair.CompareTo(y.Pair));
        foreach (var pair in result.Pairs)
        {
            _partners[pair.Pair.A].Add(pair);
            _partners[pair.Pair.B].Add(pair);
        }
    }

    public Round Round { get; }
    public HashSet<PairKey> Chosen { get; }

    /// <summary>Pairs of the place that are not excluded, best first, also those below the least score.</summary>
    public IReadOnlyList<Candidate> Choices(string place) => _choices[place];

    public IReadOnlyList<ProposedPair> Partners(string place) => _partners[place];

    public bool IsLeftOut(string place) => Round.Problem.LeftOut.Contains(place);

    /// <summary>May the solver propose it?</summary>
    public bool IsEligible(Candidate candidate) => candidate.Score > 0 && candidate.Score >= Round.Problem.LeastScore
        && !IsLeftOut(candidate.Pair.A) && !IsLeftOut(candidate.Pair.B);
}
