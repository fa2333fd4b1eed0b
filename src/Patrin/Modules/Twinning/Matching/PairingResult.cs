namespace Patrin.Modules.Twinning.Matching;

/// <summary>The answer to a round.</summary>
/// <param name="Status">Whether it is the proven best.</param>
/// <param name="Pairs">The proposed pairs in order of their keys.</param>
/// <param name="Objective">Sum of their scores in ten-thousandths.</param>
/// <param name="Bound">No answer under the same rules can exceed this; equal to the objective when proven.</param>
/// <param name="Proof">Why the bound holds; null only when the rules contradict each other.</param>
/// <param name="Conflict">The smallest set of rules that cannot hold together, when there is one.</param>
public sealed record PairingResult(
    PairingStatus Status, IReadOnlyList<ProposedPair> Pairs, long Objective, long Bound, Proof? Proof, Conflict? Conflict);

/// <summary>How far an answer is proven.</summary>
public enum PairingStatus
{
    /// <summary>Nothing better exists, and the proof can be checked.</summary>
    Optimal,

    /// <summary>A work limit stopped the search; the bound says how much better an answer could at most be.</summary>
    Bounded,

    /// <summary>The rules contradict each other.</summary>
    Infeasible
}

/// <summary>A pair in the answer.</summary>
public sealed record ProposedPair(PairKey Pair, int Score, bool Locked);

/// <summary>How much work the solver may do. Steps are counted, not timed, so that a stopped run can be repeated exactly.</summary>
/// <param name="MaxSteps">Edges looked at in one matching.</param>
/// <param name="MaxNodes">Cases looked at when country limits need branching.</param>
/// <param name="WithoutGuess">Leaves out the price auction, so that the exact search does all the work: slow, for tests of the search.</param>
/// <param name="Stop">For a caller with a clock.</param>
public sealed record SolveLimits(long MaxSteps = long.MaxValue, int MaxNodes = 2_000, bool WithoutGuess = false, CancellationToken Stop = default)
{
    public static SolveLimits None { get; } = new();
}
