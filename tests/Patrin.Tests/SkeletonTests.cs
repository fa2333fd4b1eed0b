namespace Patrin.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void The_solution_builds_and_runs_a_test() => Assert.Equal("patrin", typeof(Program).Assembly.GetName().Name);
}
