using Patrin.Modules.Twinning.Matching;

namespace Patrin.Tests.Modules.Twinning.Matching;

public sealed class RoundReportTests
{
    private static readonly Round Round = new(TwentyPlaces.All, new RoundRules());
    private static readonly RoundReport Report = RoundReport.Build(Round, tries: 100);

    [Fact]
    public void The_round_of_twenty_places_is_proven_and_beats_best_pair_first()
    {
        Assert.Equal(PairingStatus.Optimal, Report.Result.Status);
        Assert.Null(Certificate.Verify(Round.Problem, Report.Result));
        Assert.True(Report.BestPairFirst.Objective < Report.Result.Objective);
        Assert.Equal(Report.Result.Objective, Report.Pairs.Sum(p => (long)p.Score.Total));
    }

    [Fact]
    public void Every_place_has_a_partner_or_a_reason()
    {
        var paired = Report.Pairs.SelectMany(p => new[] { p.Score.A, p.Score.B });
        Assert.Equal(TwentyPlaces.All.Select(p => p.Key).Order(StringComparer.Ordinal),
            paired.Concat(Report.Unmatched.Select(u => u.Place)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Berlin_states_no_wish_so_we_know_too_little_about_it()
    {
        var berlin = Report.Unmatched.Single(u => u.Place == "berlin");
        Assert.Equal(UnmatchedReason.TooLittleKnown, berlin.Reason);
        Assert.Contains(ProfileGap.Needs, berlin.Gaps);
    }

    [Fact]
    public void Insisting_on_a_pair_costs_exactly_the_difference_of_the_two_best_answers()
    {
        var checkedPairs = 0;
        for (var seed = 1; seed <= 150; seed++)
        {
            var problem = RandomRounds.Draw(seed, withLimits: seed % 3 == 0, mostPlaces: 7);
            var result = Pairing.Solve(problem);
            if (result.Status != PairingStatus.Optimal)
                continue;
            var forced = new ForcedPairs(problem, result);
            foreach (var candidate in problem.Candidates)
            {
                var best = RandomRounds.Best(problem with { Locks = [.. problem.Locks, candidate.Pair] });
                Assert.Equal(best is null ? null : result.Objective - best, forced.Of(candidate.Pair).Loss);
                checkedPairs++;
            }
        }
        Assert.True(checkedPairs > 500);
    }

    [Fact]
    public void The_loss_found_from_the_settled_answer_is_the_loss_of_a_fresh_solution()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var problem = RandomRounds.Draw(seed, mostPlaces: 30, mostCandidates: 200) with { Locks = [] };
            var limits = new SolveLimits(WithoutGuess: seed % 2 == 0);
            var result = Pairing.Solve(problem, limits);
            var forced = new ForcedPairs(problem, result, limits);
            foreach (var candidate in problem.Candidates.Where((_, i) => i % 3 == 0))
            {
                var fresh = Pairing.Solve(problem with { Locks = [candidate.Pair] });
                Assert.Equal(fresh.Status == PairingStatus.Infeasible ? null : result.Objective - fresh.Objective, forced.Of(candidate.Pair).Loss);
            }
        }
    }

    [Fact]
    public void A_first_choice_that_is_not_granted_has_a_price_and_names_the_pairs_it_breaks_up()
    {
        Assert.Contains(Report.FirstChoices, f => !f.Granted);
        foreach (var choice in Report.FirstChoices)
        {
            Assert.Equal(choice.Granted, choice.Cost.BreaksUp.Count == 0 && choice.Cost.Loss == 0);
            Assert.True(choice.Cost.Loss >= 0);
            Assert.DoesNotContain(Round.Problem.Candidates,
                c => c.Pair.Has(choice.Place) && c.Score > choice.Score && !Round.Problem.LeftOut.Any(c.Pair.Has));
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_robustness_and_another_seed_another()
    {
        var again = RoundReport.Build(Round, tries: 100);
        var other = RoundReport.Build(Round, tries: 100, seed: 2);
        Assert.Equal(Report.Robustness.Counts, again.Robustness.Counts);
        Assert.NotEqual(Report.Robustness.Counts, other.Robustness.Counts);
        Assert.All(Report.Robustness.Counts, c => Assert.InRange(c.Times, 1, 100));
    }

    [Fact]
    public void Locked_pairs_survive_every_weighting_and_unknown_pairs_none()
    {
        var pair = new PairKey("berlin", "trikala");
        var report = RoundReport.Build(new Round(TwentyPlaces.All, new RoundRules { Locks = [pair] }), tries: 20);
        Assert.Equal(20, report.Robustness.Survived(pair));
        Assert.True(report.Pairs.Single(p => p.Score.A == "berlin").Locked);
        Assert.Equal(0, report.Robustness.Survived(new PairKey("berlin", "hamm")));
    }

    [Fact]
    public void Shaken_weights_keep_half_of_each_weight_and_the_sum()
    {
        var random = new SplitMix(3);
        var before = AffinityWeights.Default with { NewTie = 0 };
        for (var i = 0; i < 200; i++)
        {
            var shaken = Robustness.Shaken(before, random);
            Assert.InRange(shaken.Sum, before.Sum - 14, before.Sum);
            Assert.Equal(0, shaken.NewTie);
            Assert.All(Criteria.All, c => Assert.True(shaken.Of(c) >= before.Of(c) / 2));
        }
    }

    [Fact]
    public void A_blocking_pair_scores_more_than_each_partner_it_would_leave()
    {
        foreach (var blocking in Report.Blocking)
        {
            Assert.NotEmpty(blocking.WouldLeave);
            Assert.All(blocking.WouldLeave, left => Assert.True(Round.Scores[left].Total < blocking.Score));
            Assert.DoesNotContain(blocking.Pair, Report.Result.Pairs.Select(p => p.Pair));
        }
        Assert.NotEmpty(Report.Blocking);
    }

    [Fact]
    public void Rules_that_contradict_each_other_are_reported_without_pairs()
    {
        var report = RoundReport.Build(new Round(TwentyPlaces.All, new RoundRules { Locks = [new PairKey("cluj", "harghita")] }), tries: 5);
        Assert.Equal(PairingStatus.Infeasible, report.Result.Status);
        Assert.Equal([new LockRule(new PairKey("cluj", "harghita")), new BorderRule()], report.Result.Conflict!.Rules);
    }

    [Fact]
    public void A_place_that_fits_nobody_well_enough_is_told_so()
    {
        var report = RoundReport.Build(new Round(TwentyPlaces.All, new RoundRules { LeastScore = 9_000 }), tries: 0);
        Assert.Empty(report.Pairs);
        Assert.Contains(report.Unmatched, u => u.Place == "aitos" && u.Reason == UnmatchedReason.BelowLeastScore && u.Best is not null);
    }
}
