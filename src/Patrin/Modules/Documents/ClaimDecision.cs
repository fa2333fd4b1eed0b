namespace Patrin.Modules.Documents;

/// <summary>What a decision did. After Accept, Correct and CarryOver of a fact the claim is a fact; after Reject, Reopen, MarkStale and Replace it is none.</summary>
public enum DecisionKind
{
    Accept,
    Correct,
    Reject,
    Reopen,
    Prefer,

    /// <summary>The passage is gone from the newest version of the document.</summary>
    MarkStale,

    /// <summary>The newer version's claim took over what had been decided about the older one's.</summary>
    CarryOver,

    /// <summary>A newer version took the claim's place.</summary>
    Replace,

    /// <summary>No longer the preferred one of its rivals: another was preferred.</summary>
    Unprefer,
}

/// <summary>One decision about a claim: appended, never changed.</summary>
public sealed class ClaimDecision
{
    public const int ByMax = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ClaimId { get; init; }

    /// <summary>The claim's version this decision made: their order.</summary>
    public int Version { get; init; }

    public DecisionKind Kind { get; init; }

    public DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>The account; null for decisions that came with the demo, by the command line, or by somebody who was erased.</summary>
    public Guid? ById { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>For corrections: the fields before and after, as JSON.</summary>
    public string Changes { get; init; } = "";

    /// <summary>Decisions taken together, to be undone together.</summary>
    public Guid? Batch { get; init; }
}
