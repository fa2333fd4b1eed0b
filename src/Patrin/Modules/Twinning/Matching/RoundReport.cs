namespace Patrin.Modules.Twinning.Matching;

/// <summary>Everything a round has to say about itself.</summary>
/// <param name="Result">The proposed pairs, the objective, the bound and the proof.</param>
/// <param name="Pairs">The proposed pairs with their scores, best first.</param>
/// <param name="BestPairFirst">What taking the best pair first would have given.</param>
/// <param name="Unmatched">Places without a partner, with the reason.</param>
/// <param name="FirstChoices">What each place would choose alone and what that would cost the network.</param>
/// <param name="Blocking">Pairs in which both would rather have each other than what they got.</param>
/// <param name="Robustness">How often pairs are in the best set when the weights move.</param>
public sealed record RoundReport(
    PairingResult Result,
    IReadOnlyList<ReportedPair> Pairs,
    GreedyComparison BestPairFirst,
    IReadOnlyList<UnmatchedPlace> Unmatched,
    IReadOnlyList<FirstChoice> FirstChoices,
    IReadOnlyList<BlockingPair> Blocking,
    Robustness Robustness)
{
    /// <summary>Version of score, solver and report taken together; it changes whenever the same input may give another output.</summary>
    public const string MethodVersion = "1";

    /// <summary>Runs a round. When the rules contradict each other only the conflict is reported.</summary>
    /// <param name="round">Participants and rules.</param>
    /// <param name="tries">How many random weightings to draw for the robustness of pairs; 0 leaves it out.</param>
    /// <param name="seed">The same seed draws the same weightings.</param>
    /// <param name="limits">How much work each solution may take.</param>
    public static RoundReport Build(Round round, int tries = 500, ulong seed = 1, SolveLimits? limits = null)
    {
        var result = Pairing.Solve(round.Problem, limits);
        if (result.Status == PairingStatus.Infeasible)
            return new RoundReport(result, [], new GreedyComparison([], 0), [], [], [], Robustness.None);
        var view = new RoundView(round, result);
        var forced = new ForcedPairs(round.Problem, result, limits);
        var robustness = Robustness.Draw(round, result, tries, seed, limits);
        var greedy = Pairing.BestPairFirst(round.Problem);
        return new RoundReport(
            result,
            [.. result.Pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Pair)
                .Select(p => new ReportedPair(round.Scores[p.Pair], p.Locked, robustness.Survived(p.Pair)))],
            new GreedyComparison(greedy, greedy.Sum(p => (long)p.Score)),
            UnmatchedPlace.Of(view, forced),
            FirstChoice.Of(view, forced),
            BlockingPair.Of(view),
            robustness);
    }
}

/// <summary>A proposed pair.</summary>
/// <param name="Score">Its score with all parts and facts.</param>
/// <param name="Locked">It was fixed before the round.</param>
/// <param name="Survived">In how many of the tries it was in the best set.</param>
public sealed record ReportedPair(PairScore Score, bool Locked, int Survived);

/// <summary>The answer of taking the best pair first.</summary>
public sealed record GreedyComparison(IReadOnlyList<ProposedPair> Pairs, long Objective);
