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
    public void Country_limits_are_kept_and_the_answer_is_still_the_best_on_1000_small_rounds()
    {
        for (var seed = 1; seed <= 1000; seed++)
            AssertBest(RandomRounds.Draw(seed, withLimits: true, mostPlaces: 8), seed);
    }

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
