using System.Diagnostics;
using System.Globalization;
using System.Text;
using Patrin.Modules.Twinning.Matching;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning.Cli;

/// <summary>Solves an instance file of the format that solvers are compared with; needs no database.</summary>
internal static class MatchInstance
{
    private const int Unproved = 2;

    /// <summary>The answer to an instance file. Times are printed beside it, never inside: the same file gives the same bytes.</summary>
    private sealed record Answer(string Format, string Method, long Objective, long Bound, bool Proved, bool Checked, IReadOnlyList<ScoredPair> Pairs);

    public static async Task<int> RunAsync(string file, bool asJson, string? outFile, CancellationToken cancel)
    {
        var problem = Read(file);
        var clock = Stopwatch.StartNew();
        var result = Pairing.Solve(problem, new SolveLimits(Stop: cancel));
        var solved = clock.Elapsed;
        if (result.Conflict is { } conflict)
            throw new RuleBroken("--instance", "These rules cannot all be kept. Change one of them: {0}", string.Join("; ", conflict.Rules));
        clock.Restart();
        var fault = Certificate.Verify(problem, result);
        var verified = clock.Elapsed;
        var answer = new Answer(
            "patrin-instance/1", RoundMethod.Version, result.Objective, result.Bound, result.Objective == result.Bound, fault is null,
            [.. result.Pairs.Select(pair => ScoredPair.Of(pair.Pair, pair.Score))]);
        var times = string.Create(CultureInfo.InvariantCulture, $"solved in {solved.TotalSeconds:0.000} s, proof checked in {verified.TotalSeconds:0.000} s");
        await Output.WriteAsync(asJson ? RoundJson.Write(answer) : Text(answer, problem, times), outFile, cancel);
        if (asJson)
            await Console.Error.WriteLineAsync(times);
        return answer is { Proved: true, Checked: true } ? 0 : Unproved;
    }

    private static string Text(Answer answer, PairingProblem problem, string times) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"{problem.Places.Count} places, {problem.Candidates.Count} possible pairs\n")
        .Append(CultureInfo.InvariantCulture, $"objective {answer.Objective}\nbound {answer.Bound}\n")
        .Append(CultureInfo.InvariantCulture, $"pairs {answer.Pairs.Count}\n")
        .Append(answer.Proved ? "proved: nothing better exists\n" : "not proved\n")
        .Append(answer.Checked ? "the proof was checked apart from the solver\n" : "the proof does not hold\n")
        .Append(times).Append('\n').ToString();

    private static PairingProblem Read(string file)
    {
        if (!File.Exists(file))
            throw new RuleBroken("--instance", "There is no file {0}.", file);
        try
        {
            using var reader = File.OpenText(file);
            var problem = InstanceFile.Read(reader);
            var known = problem.Places.Select(place => place.Key).ToHashSet(StringComparer.Ordinal);
            var named = problem.Candidates.Select(candidate => candidate.Pair).Concat(problem.Locks).Concat(problem.Exclusions);
            return named.All(pair => known.Contains(pair.A) && known.Contains(pair.B))
                ? problem
                : throw new FormatException("A pair names a place that has no line of its own.");
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException)
        {
            throw new RuleBroken("--instance", "The file {0} is not an instance: {1}", file, fault.Message);
        }
    }
}
