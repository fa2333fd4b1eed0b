using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Patrin.Modules.Twinning.Matching;

namespace Patrin.Benchmarks.Matching;

/// <summary>One round from problem to proven answer, and the check of the proof by code that shares nothing with the search.</summary>
[MemoryDiagnoser]
public class MatchingBenchmarks
{
    private PairingProblem _problem = null!;
    private PairingResult _result = null!;

    [Params(20, 200, 2_000)]
    public int Places { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _problem = MatchingInstances.Create(Places);
        _result = Pairing.Solve(_problem);
        if (_result.Status != PairingStatus.Optimal || Certificate.Verify(_problem, _result) is not null)
            throw new InvalidOperationException("The answer is not proven.");
    }

    [Benchmark]
    public PairingResult Solve() => Pairing.Solve(_problem);

    [Benchmark]
    public string? Verify() => Certificate.Verify(_problem, _result);

    [Benchmark]
    public IReadOnlyList<ProposedPair> BestPairFirst() => Pairing.BestPairFirst(_problem);
}

/// <summary>Twenty thousand places, run once in a fresh process, compilation included.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 1, warmupCount: 0, iterationCount: 1)]
public class MatchingColdBenchmarks
{
    private PairingProblem _problem = null!;

    [GlobalSetup]
    public void Draw() => _problem = MatchingInstances.Create(20_000);

    [Benchmark]
    public PairingResult SolveTwentyThousand() => Pairing.Solve(_problem);
}
