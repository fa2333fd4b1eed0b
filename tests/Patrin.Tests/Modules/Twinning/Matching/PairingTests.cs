using Patrin.Modules.Twinning.Matching;

namespace Patrin.Tests.Modules.Twinning.Matching;

public sealed class PairingTests
{
    [Fact]
    public void The_answer_is_the_best_of_all_answers_on_2000_small_rounds()
    {
        var infeasible = 0;
        for (var seed = 1; seed <= 2000; seed++)
            infeasible += AssertBest(RandomRounds.Draw(seed), seed);
        Assert.InRange(infeasible, 100, 1000);
    }

    [Fact]
    public void The_search_alone_without_guessed_prices_finds_the_same_objective()
    {
        var odd = 0;
        for (var seed = 1; seed <= 400; seed++)
        {
            var problem = RandomRounds.Draw(seed, mostPlaces: 30, mostCandidates: 200) with { Locks = [] };
            var alone = Pairing.Solve(problem, new SolveLimits(WithoutGuess: true));
            Assert.True(Certificate.Verify(problem, alone) is null, $"seed {seed}: {Certificate.Verify(problem, alone)}");
            Assert.Equal(Pairing.Solve(problem).Objective, alone.Objective);
            odd += ((PriceProof)alone.Proof!).Sets.Count > 1 ? 1 : 0;
        }
        Assert.True(odd > 20, $"only {odd} rounds needed sets");
    }

    [Fact]
    public void Country_limits_are_kept_and_the_answer_is_still_the_best_on_1000_small_rounds()
    {
        for (var seed = 1; seed <= 1000; seed++)
            AssertBest(RandomRounds.Draw(seed, withLimits: true, mostPlaces: 8), seed);
    }

    [Fact]
    public void Rounds_too_large_to_try_everything_are_proven_by_prices()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var problem = RandomRounds.Draw(seed, mostPlaces: 60, mostCandidates: 900) with { Locks = [] };
            var result = Pairing.Solve(problem);
            Assert.Equal(PairingStatus.Optimal, result.Status);
            Assert.True(Certificate.Verify(problem, result) is null, $"seed {seed}: {Certificate.Verify(problem, result)}");
        }
    }

    [Fact]
    public void An_odd_network_of_like_places_ends_in_sets_thousands_deep_and_is_still_proven()
    {
        var random = new SplitMix(7);
        var places = Enumerable.Range(0, 2001).Select(i => new PairingPlace($"P{i:0000}", "A", 1)).ToList();
        var pairs = new HashSet<PairKey>();
        foreach (var place in places)
            for (var i = 0; i < 10; i++)
                if (places[random.Next(places.Count)] is var other && other.Key != place.Key)
                    pairs.Add(new PairKey(place.Key, other.Key));
        var problem = new PairingProblem
        {
            Places = places,
            Candidates = [.. pairs.Order().Select(p => new Candidate(p, 9_000 + random.Next(1_000)))]
        };
        var result = Pairing.Solve(problem);
        Assert.Equal(PairingStatus.Optimal, result.Status);
        Assert.Equal(1000, result.Pairs.Count);
        Assert.Null(Certificate.Verify(problem, result));
    }

    [Fact]
    public void The_order_of_the_input_changes_nothing()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var problem = RandomRounds.Draw(seed, mostPlaces: 20, mostCandidates: 100) with { Locks = [] };
            var one = Pairing.Solve(problem);
            var other = Pairing.Solve(RandomRounds.Shuffle(problem, seed));
            Assert.Equal(one.Pairs, other.Pairs);
            Assert.Equal(((PriceProof)one.Proof!).PlacePrices.Order(Comparer()), ((PriceProof)other.Proof!).PlacePrices.Order(Comparer()));
        }

        static Comparer<KeyValuePair<string, int>> Comparer() =>
            Comparer<KeyValuePair<string, int>>.Create((x, y) => string.CompareOrdinal(x.Key, y.Key));
    }

    [Fact]
    public void A_stopped_search_gives_pairs_that_keep_the_rules_and_a_bound_that_holds()
    {
        var stopped = 0;
        for (var seed = 1; seed <= 200; seed++)
        {
            var problem = RandomRounds.Draw(seed) with { Locks = [] };
            var result = Pairing.Solve(problem, new SolveLimits(MaxSteps: -1));
            Assert.Null(Certificate.Verify(problem, result));
            Assert.InRange(RandomRounds.Best(problem)!.Value, result.Objective, result.Bound);
            if (result.Status == PairingStatus.Bounded)
                stopped++;
        }
        Assert.InRange(stopped, 10, 199);
    }

    [Fact]
    public void A_stopped_search_with_country_limits_gives_a_bound_that_holds()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var problem = RandomRounds.Draw(seed, withLimits: true) with { Locks = [] };
            var result = Pairing.Solve(problem, new SolveLimits(MaxNodes: 1));
            Assert.Null(Certificate.Verify(problem, result));
            Assert.InRange(RandomRounds.Best(problem)!.Value, result.Objective, result.Bound);
        }
    }

    [Fact]
    public void Three_like_places_form_one_pair_and_the_proof_needs_a_set()
    {
        var problem = Triangle();
        var result = Pairing.Solve(problem);
        Assert.Equal(600, result.Objective);
        Assert.NotEmpty(((PriceProof)result.Proof!).Sets);
    }

    [Fact]
    public void Best_pair_first_keeps_the_rules_and_never_beats_the_answer()
    {
        var worse = 0;
        for (var seed = 1; seed <= 300; seed++)
        {
            var problem = RandomRounds.Draw(seed, withLimits: seed % 2 == 0) with { Locks = [] };
            var greedy = Pairing.BestPairFirst(problem);
            var sum = greedy.Sum(p => (long)p.Score);
            var best = RandomRounds.Best(problem)!.Value;
            Assert.True(sum <= best);
            worse += sum < best ? 1 : 0;
            var claim = new PairingResult(PairingStatus.Bounded, greedy, sum, long.MaxValue, Pairing.Solve(problem).Proof, null);
            Assert.Null(Certificate.Verify(problem, claim));
        }
        Assert.True(worse > 20);
    }

    [Fact]
    public void A_lock_without_a_score_is_refused() => Assert.Throws<ArgumentException>(() =>
        Pairing.Solve(Triangle() with { Candidates = [], Locks = [new PairKey("A", "B")] }));

    internal static PairingProblem Triangle() => new()
    {
        Places = [new("A", "AA", 1), new("B", "BB", 1), new("C", "CC", 1)],
        Candidates = [new(new("A", "B"), 600), new(new("B", "C"), 600), new(new("A", "C"), 600)]
    };

    private static int AssertBest(PairingProblem problem, int seed)
    {
        var result = Pairing.Solve(problem);
        Assert.True(Certificate.Verify(problem, result) is null, $"seed {seed}: {Certificate.Verify(problem, result)}");
        if (RandomRounds.Best(problem) is not { } best)
        {
            Assert.True(PairingStatus.Infeasible == result.Status, $"seed {seed}");
            return 1;
        }
        Assert.True(PairingStatus.Optimal == result.Status, $"seed {seed}: {result.Status}");
        Assert.True(best == result.Objective, $"seed {seed}: best {best}, got {result.Objective}");
        return 0;
    }
}
