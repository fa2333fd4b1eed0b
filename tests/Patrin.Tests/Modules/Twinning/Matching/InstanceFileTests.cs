using Patrin.Modules.Twinning.Matching;

namespace Patrin.Tests.Modules.Twinning.Matching;

public sealed class InstanceFileTests
{
    [Fact]
    public void Places_pairs_exclusions_and_locks_are_read()
    {
        var problem = InstanceFile.Read(new StringReader("c example\np 3 3\nb 0 1\nb 1 2\nb 2 1\ne 0 1 500\ne 1 2 700\ne 0 2 100\nx 1 2\nl 0 2\n"));
        Assert.Equal([1, 2, 1], problem.Places.Select(p => p.Capacity));
        Assert.Equal(3, problem.Candidates.Count);
        var result = Pairing.Solve(problem);
        Assert.Equal(100, result.Objective);
        Assert.True(Assert.Single(result.Pairs).Locked);
    }

    [Fact]
    public void A_line_of_another_kind_is_refused_with_its_number()
    {
        var error = Assert.Throws<FormatException>(() => InstanceFile.Read(new StringReader("b 0 1\nq 1 2\n")));
        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
    }
}
