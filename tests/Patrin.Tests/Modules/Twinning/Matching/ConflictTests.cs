using Patrin.Modules.Twinning.Matching;

namespace Patrin.Tests.Modules.Twinning.Matching;

public sealed class ConflictTests
{
    [Fact]
    public void A_conflict_cannot_hold_and_loses_its_force_with_any_rule_taken_out()
    {
        var found = 0;
        foreach (var problem in Draws())
        {
            if (Conflict.Find(problem) is not { } conflict)
                continue;
            found++;
            Assert.False(Conflict.CanHold(problem, conflict.Rules));
            foreach (var rule in conflict.Rules)
                Assert.True(Conflict.CanHold(problem, [.. conflict.Rules.Where(r => r != rule)]), $"{rule} is not needed");
        }
        Assert.True(found > 100);
    }

    [Fact]
    public void No_smaller_set_of_rules_conflicts()
    {
        foreach (var problem in Draws())
        {
            if (Conflict.Find(problem) is not { } conflict)
                continue;
            var rules = Rule.Of(problem);
            if (rules.Count > 16)
                continue;
            for (var subset = 0; subset < 1 << rules.Count; subset++)
                if (int.PopCount(subset) < conflict.Rules.Count)
                    Assert.True(Conflict.CanHold(problem, [.. rules.Where((_, i) => (subset >> i & 1) == 1)]));
        }
    }

    [Fact]
    public void A_round_with_a_conflict_exactly_when_no_answer_exists()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var problem = RandomRounds.Draw(seed, withLimits: true);
            Assert.Equal(RandomRounds.Best(problem) is null, Conflict.Find(problem) is not null);
        }
    }

    [Fact]
    public void Locks_beyond_a_capacity_are_named_with_the_capacity()
    {
        var problem = PairingTests.Triangle() with { Locks = [new("A", "B"), new("A", "C")] };
        var result = Pairing.Solve(problem);
        Assert.Equal(PairingStatus.Infeasible, result.Status);
        Assert.Equal([new LockRule(new("A", "B")), new LockRule(new("A", "C")), new CapacityRule("A", 1)], result.Conflict!.Rules);
        Assert.Null(Certificate.Verify(problem, result));
    }

    private static IEnumerable<PairingProblem> Draws() =>
        Enumerable.Range(1, 1500).Select(seed => RandomRounds.Draw(seed, withLimits: true, mostPlaces: 6));
}
