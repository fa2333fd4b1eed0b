using System.Diagnostics;
using System.Globalization;
using Google.OrTools.Sat;
using Patrin.Modules.Twinning.Matching;

namespace Patrin.Benchmarks.Matching;

/// <summary>
/// Solves the same rounds with the engine and with OR-Tools CP-SAT and says whether the objectives agree.
/// Arguments: instance files, or "n=300 count=50 limit=60" to draw rounds; limit is the time CP-SAT gets, 0 leaves it out.
/// </summary>
internal static class MatchingCompare
{
    public static void Run(IReadOnlyList<string> args)
    {
        var limit = Option(args, "limit", 60);
        var files = args.Where(File.Exists).ToList();
        var drawn = files.Count > 0 ? [] : Enumerable.Range(1, Option(args, "count", 3)).ToList();
        var agreed = 0;
        Console.WriteLine("round | pairs looked at | objective | bound | check | ours ms | CP-SAT | CP-SAT ms | best pair first");
        foreach (var file in files)
        {
            using var reader = File.OpenText(file);
            agreed += Compare(Path.GetFileName(file), InstanceFile.Read(reader), limit);
        }
        foreach (var seed in drawn)
            agreed += Compare($"n={Option(args, "n", 300)} seed={seed}", MatchingInstances.Create(Option(args, "n", 300), seed: seed), limit);
        if (limit > 0)
            Console.WriteLine($"CP-SAT proved the same objective for {agreed} of {files.Count + drawn.Count} rounds.");
    }

    private static int Option(IReadOnlyList<string> args, string name, int otherwise) =>
        args.FirstOrDefault(a => a.StartsWith(name + "=", StringComparison.Ordinal)) is { } found
            ? int.Parse(found.AsSpan(name.Length + 1), CultureInfo.InvariantCulture) : otherwise;

    private static int Compare(string name, PairingProblem problem, int limit)
    {
        var clock = Stopwatch.StartNew();
        var result = Pairing.Solve(problem);
        var ours = clock.Elapsed.TotalMilliseconds;
        var check = Certificate.Verify(problem, result) ?? "proven";
        var greedy = Pairing.BestPairFirst(problem).Sum(p => (long)p.Score);
        clock.Restart();
        var (status, objective) = limit == 0 ? ("not asked", 0) : Ask(problem, limit);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name} | {problem.Candidates.Count} | {result.Objective} | {result.Bound} | {check} | {ours:F1} | {status} {objective} | {clock.Elapsed.TotalMilliseconds:F0} | {greedy} ({100.0 * greedy / Math.Max(1, result.Objective):F1} %)"));
        return status == nameof(CpSolverStatus.Optimal) && objective == result.Objective ? 1 : 0;
    }

    private static (string Status, long Objective) Ask(PairingProblem problem, int limit)
    {
        var model = new CpModel();
        var locks = problem.Locks.ToHashSet();
        var barred = problem.Exclusions.ToHashSet();
        var pairsOf = problem.Places.ToDictionary(p => p.Key, _ => new List<ILiteral>());
        var chosen = new List<BoolVar>();
        var scores = new List<int>();
        foreach (var candidate in problem.Candidates.Where(c => !barred.Contains(c.Pair)))
        {
            var pair = model.NewBoolVar("");
            if (locks.Contains(candidate.Pair))
                model.Add(pair == 1);
            pairsOf[candidate.Pair.A].Add(pair);
            pairsOf[candidate.Pair.B].Add(pair);
            chosen.Add(pair);
            scores.Add(candidate.Score);
        }
        foreach (var place in problem.Places.Where(p => pairsOf[p.Key].Count > 0))
            model.Add(LinearExpr.Sum(pairsOf[place.Key]) <= place.Capacity);
        model.Maximize(LinearExpr.WeightedSum(chosen, scores));
        var solver = new CpSolver { StringParameters = $"num_workers:2,max_time_in_seconds:{limit}" };
        return (solver.Solve(model).ToString(), (long)Math.Round(solver.ObjectiveValue));
    }
}
