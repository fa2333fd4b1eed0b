using Patrin.Modules.Twinning.Matching;

namespace Patrin.Tests.Modules.Twinning.Matching;

public sealed class CertificateTests
{
    private static readonly PairingProblem Problem = Rules();
    private static readonly PairingResult Answer = Pairing.Solve(Problem);

    [Fact]
    public void The_untouched_answer_passes() => Assert.Null(Certificate.Verify(Problem, Answer));

    [Fact]
    public void A_higher_objective_is_found_out() =>
        AssertRefused(Answer with { Objective = Answer.Objective + 1, Bound = Answer.Bound + 1 });

    [Fact]
    public void A_lower_bound_is_found_out() =>
        AssertRefused(Answer with { Status = PairingStatus.Bounded, Bound = Answer.Bound - 1 });

    [Fact]
    public void A_dropped_pair_is_found_out()
    {
        var fewer = Answer.Pairs.Where(p => !p.Locked).Skip(1).Concat(Answer.Pairs.Where(p => p.Locked)).ToList();
        AssertRefused(Answer with { Pairs = fewer });
        var sum = fewer.Sum(p => (long)p.Score);
        AssertRefused(Answer with { Pairs = fewer, Objective = sum, Bound = sum });
    }

    [Fact]
    public void A_missing_lock_is_found_out() => AssertRefused(Changed(Answer.Pairs.Where(p => !p.Locked)));

    [Fact]
    public void A_pair_given_twice_is_found_out() => AssertRefused(Changed([.. Answer.Pairs, Answer.Pairs[0]]));

    [Fact]
    public void A_polished_score_is_found_out() =>
        AssertRefused(Changed(Answer.Pairs.Select((p, i) => i == 0 ? p with { Score = p.Score + 1 } : p)));

    [Fact]
    public void Pairs_that_break_a_rule_are_found_out()
    {
        var chosen = Answer.Pairs.Select(p => p.Pair).ToHashSet();
        foreach (var extra in Problem.Candidates.Where(c => !chosen.Contains(c.Pair)))
            AssertRefused(Changed([.. Answer.Pairs, new ProposedPair(extra.Pair, extra.Score, false)]));
    }

    [Fact]
    public void Prices_that_are_too_low_prove_nothing()
    {
        var proof = (PriceProof)Answer.Proof!;
        AssertRefused(Answer with { Proof = proof with { PlacePrices = proof.PlacePrices.ToDictionary(p => p.Key, p => p.Value - p.Value / 4) } });
        AssertRefused(Answer with { Proof = proof with { PlacePrices = proof.PlacePrices.ToDictionary(p => p.Key, p => -p.Value) } });
        AssertRefused(Answer with { Proof = null });
    }

    [Fact]
    public void A_negative_price_would_prove_a_bound_that_is_too_low()
    {
        var problem = PairingTests.Triangle() with
        {
            Candidates = [new(new("A", "B"), 600), new(new("B", "C"), 10), new(new("A", "C"), 10)]
        };
        PairingResult Claim(int priceOfC, long bound) => new(PairingStatus.Bounded, [], 0, bound,
            new PriceProof(new Dictionary<string, int> { ["A"] = 600, ["B"] = 600, ["C"] = priceOfC }, [], [], []), null);
        Assert.Null(Certificate.Verify(problem, Claim(0, 600)));
        Assert.NotNull(Certificate.Verify(problem, Claim(-500, 350)));
    }

    [Fact]
    public void Without_its_odd_set_the_triangle_is_not_proven()
    {
        var triangle = PairingTests.Triangle();
        var result = Pairing.Solve(triangle);
        var proof = (PriceProof)result.Proof!;
        Assert.Null(Certificate.Verify(triangle, result));
        Assert.NotNull(Certificate.Verify(triangle, result with { Proof = proof with { Sets = [] } }));
        Assert.NotNull(Certificate.Verify(triangle, result with { Proof = proof with { Sets = [.. proof.Sets, proof.Sets[0]] } }));
        Assert.NotNull(Certificate.Verify(triangle, result with { Proof = proof with { Sets = [proof.Sets[0] with { Within = 0 }] } }));
        Assert.NotNull(Certificate.Verify(triangle, result with { Proof = proof with { Sets = [proof.Sets[0] with { Turned = new PairKey("A", "B") }] } }));
    }

    [Fact]
    public void A_case_split_must_not_leave_out_a_case()
    {
        var problem = PairingTests.Triangle() with { Limits = [new("AA", "BB", 1)] };
        var result = Pairing.Solve(problem);
        Assert.Null(Certificate.Verify(problem, result));
        var pair = new PairKey("A", "B");
        var honest = result with { Proof = new CaseProof(pair, result.Proof!, result.Proof!) };
        var unknownPair = result with { Proof = new CaseProof(new PairKey("A", "Z"), result.Proof!, result.Proof!) };
        var samePairTwice = result with { Proof = new CaseProof(pair, new CaseProof(pair, result.Proof!, result.Proof!), result.Proof!) };
        Assert.NotEqual("The proof has a negative price or does not fit the problem.", Certificate.Verify(problem, honest));
        Assert.NotNull(Certificate.Verify(problem, unknownPair));
        Assert.NotNull(Certificate.Verify(problem, samePairTwice));
    }

    [Fact]
    public void A_conflict_that_is_none_is_found_out()
    {
        var claim = new PairingResult(PairingStatus.Infeasible, [], 0, 0, null, new Conflict([new LockRule(Problem.Locks[0])]));
        AssertRefused(claim);
        AssertRefused(claim with { Conflict = null });
    }

    private static PairingResult Changed(IEnumerable<ProposedPair> pairs)
    {
        List<ProposedPair> list = [.. pairs];
        var sum = list.Sum(p => (long)p.Score);
        return Answer with { Pairs = list, Objective = sum, Bound = Math.Max(sum, Answer.Bound), Status = PairingStatus.Bounded };
    }

    private static void AssertRefused(PairingResult claim) => Assert.NotNull(Certificate.Verify(Problem, claim));

    /// <summary>A round in which every unchosen candidate is barred by some rule.</summary>
    private static PairingProblem Rules()
    {
        var problem = RandomRounds.Draw(11, mostPlaces: 30, mostCandidates: 300) with { Locks = [], Exclusions = [], LeftOut = [], LeastScore = 0 };
        var first = Pairing.Solve(problem);
        var full = problem.Places.Select(p => p with { Capacity = Math.Max(1, first.Pairs.Count(x => x.Pair.Has(p.Key))) }).ToList();
        var chosen = first.Pairs.Select(p => p.Pair).ToHashSet();
        var free = full.Where(p => !first.Pairs.Any(x => x.Pair.Has(p.Key))).Select(p => p.Key).ToHashSet();
        return problem with
        {
            Places = full,
            Locks = [first.Pairs[0].Pair],
            Exclusions = [.. problem.Candidates.Where(c => free.Contains(c.Pair.A) && free.Contains(c.Pair.B)).Select(c => c.Pair)],
            Candidates = problem.Candidates
        };
    }
}
