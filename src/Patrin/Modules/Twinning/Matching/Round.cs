namespace Patrin.Modules.Twinning.Matching;

/// <summary>What a secretariat decides before a round is run. The defaults are the published ones.</summary>
public sealed record RoundRules
{
    public AffinityWeights Weights { get; init; } = AffinityWeights.Default;

    /// <summary>Partners a place can take; places not named take one.</summary>
    public IReadOnlyDictionary<string, int> Capacities { get; init; } = new Dictionary<string, int>();

    public bool AcrossBordersOnly { get; init; } = true;

    /// <summary>Ten-thousandths; 2,000 stands for 20 of 100 points.</summary>
    public int LeastScore { get; init; } = 2_000;

    /// <summary>A place that states no wish gets no proposal: without a wish no partner can be right or wrong.</summary>
    public bool LeaveOutWithoutNeed { get; init; } = true;

    public IReadOnlyList<PairKey> Locks { get; init; } = [];
    public IReadOnlyList<PairKey> Exclusions { get; init; } = [];
    public IReadOnlyList<CountryPairLimit> Limits { get; init; } = [];

    public int CapacityOf(string place) => Capacities.GetValueOrDefault(place, 1);
}

/// <summary>Participants, rules and the score of every pair that the border rule allows.</summary>
public sealed class Round
{
    private readonly Dictionary<PairKey, PairScore> _scores;

    public Round(IReadOnlyList<PlaceProfile> places, RoundRules rules)
    {
        Places = [.. places.OrderBy(p => p.Key, StringComparer.Ordinal)];
        Rules = rules;
        _scores = new Affinity(Places, rules.Weights).AllPairs()
            .Where(s => IsScored(s, rules)).ToDictionary(s => new PairKey(s.A, s.B));
        Problem = ProblemOf(_scores.Values);
    }

    public IReadOnlyList<PlaceProfile> Places { get; }
    public RoundRules Rules { get; }
    public PairingProblem Problem { get; }
    public IReadOnlyDictionary<PairKey, PairScore> Scores => _scores;

    /// <summary>The same round under other weights.</summary>
    public PairingProblem Reweighted(AffinityWeights weights) => ProblemOf(_scores.Values.Select(s => s.Reweighted(weights)));

    /// <summary>Locked pairs inside one country keep their score, so that the conflict with the border rule can be named.</summary>
    private bool IsScored(PairScore score, RoundRules rules) =>
        !rules.AcrossBordersOnly || rules.Locks.Contains(new PairKey(score.A, score.B)) || Country(score.A) != Country(score.B);

    private string Country(string key) => Places.First(p => p.Key == key).Country;

    private PairingProblem ProblemOf(IEnumerable<PairScore> scores) => new()
    {
        Places = [.. Places.Select(p => new PairingPlace(p.Key, p.Country, Rules.CapacityOf(p.Key)))],
        Candidates = [.. scores.Select(s => new Candidate(new PairKey(s.A, s.B), s.Total))],
        AcrossBordersOnly = Rules.AcrossBordersOnly,
        LeastScore = Rules.LeastScore,
        Locks = Rules.Locks,
        Exclusions = Rules.Exclusions,
        Limits = Rules.Limits,
        LeftOut = Rules.LeaveOutWithoutNeed ? [.. Places.Where(p => p.Needs.Count == 0).Select(p => p.Key)] : []
    };
}
