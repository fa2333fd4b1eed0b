namespace Patrin.Modules.Twinning.Matching;

/// <summary>
/// Checks an answer without trusting the solver: the pairs keep every rule, the scores add up, and the proof bounds every
/// possible answer. Whole numbers only; shares no code with the search.
/// </summary>
public static class Certificate
{
    /// <summary>The first thing that is wrong, or null when the answer is what it claims to be.</summary>
    public static string? Verify(PairingProblem problem, PairingResult result)
    {
        if (result.Status == PairingStatus.Infeasible)
            return VerifyConflict(problem, result);
        if (FindBrokenRule(problem, result.Pairs) is { } broken)
            return broken;
        if (result.Pairs.Sum(p => (long)p.Score) != result.Objective)
            return "The objective is not the sum of the scores.";
        if (result.Proof is null)
            return "There is no proof.";
        if (new BoundCheck(problem).Bound(result.Proof) is not { } bound)
            return "The proof has a negative price or does not fit the problem.";
        if (bound > result.Bound)
            return "The proof allows more than the stated bound.";
        if (result.Status == PairingStatus.Optimal && result.Bound != result.Objective)
            return "The bound is not the objective.";
        return result.Bound < result.Objective ? "The bound is below the objective." : null;
    }

    private static string? VerifyConflict(PairingProblem problem, PairingResult result)
    {
        if (result.Conflict is not { } conflict || conflict.Rules.Except(Rule.Of(problem)).Any())
            return "The conflict names rules that the problem does not have.";
        return Conflict.CanHold(problem, conflict.Rules) ? "The named rules can hold together." : null;
    }

    private static string? FindBrokenRule(PairingProblem problem, IReadOnlyList<ProposedPair> pairs)
    {
        var chosen = pairs.Select(p => p.Pair).ToHashSet();
        if (chosen.Count != pairs.Count)
            return "A pair stands twice.";
        var locks = problem.Locks.ToHashSet();
        if (!locks.IsSubsetOf(chosen))
            return "A locked pair is missing.";
        if (chosen.Overlaps(problem.Exclusions))
            return "An excluded pair is in the answer.";
        var scores = problem.Candidates.Where(c => chosen.Contains(c.Pair)).ToDictionary(c => c.Pair, c => c.Score);
        var country = problem.Places.ToDictionary(p => p.Key, p => p.Country, StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            if (!scores.TryGetValue(pair.Pair, out var score) || score != pair.Score)
                return "A pair is no candidate or has another score.";
            if (problem.AcrossBordersOnly && country[pair.Pair.A] == country[pair.Pair.B])
                return "A pair does not cross a border.";
            if (!locks.Contains(pair.Pair) && (score < problem.LeastScore || problem.LeftOut.Any(pair.Pair.Has)))
                return "A pair is below the least score or has a place that is left out.";
        }
        return FindBrokenCount(problem, chosen, country);
    }

    private static string? FindBrokenCount(PairingProblem problem, HashSet<PairKey> chosen, Dictionary<string, string> country)
    {
        var partners = chosen.SelectMany(p => new[] { p.A, p.B }).CountBy(k => k).ToDictionary();
        if (problem.Places.Any(p => partners.GetValueOrDefault(p.Key) > p.Capacity))
            return "A place has more partners than it can take.";
        return problem.Limits.Any(l => chosen.Count(p => l.Covers(country[p.A], country[p.B])) > l.Most)
            ? "There are more pairs between two countries than allowed."
            : null;
    }
}
