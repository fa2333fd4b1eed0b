using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents;

/// <summary>Where a claim stands. Only accepted and corrected ones are facts.</summary>
public enum ClaimState
{
    Proposed,
    Accepted,
    Corrected,
    Rejected,

    /// <summary>Was a fact; its passage is gone from the newest version of the document.</summary>
    Stale,
}

/// <summary>A typed statement bound to a passage, and what people decided about it.</summary>
public sealed class Claim
{
    public const int MethodMax = 40;
    public const int ScopeNameMax = 200;
    public const int TextMax = 600;
    public const int ReasonMax = 600;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DocumentId { get; init; }

    public SourceDocument Document { get; init; } = null!;

    /// <summary>Order within the document, from 1.</summary>
    public int Number { get; init; }

    public ClaimKind Kind { get; set; }

    public string SubjectKey { get; set; } = "";

    public decimal? Low { get; set; }

    public decimal? High { get; set; }

    public bool About { get; set; }

    public string Unit { get; set; } = "";

    public string Method { get; set; } = "";

    public ClaimScope Scope { get; set; }

    public string ScopeName { get; set; } = "";

    public int? Year { get; set; }

    public int? YearTo { get; set; }

    public string Text { get; set; } = "";

    public int QuoteStart { get; init; }

    public int QuoteEnd { get; init; }

    /// <summary>The characters of the document at the offsets, kept so that a page can show them without the whole text.</summary>
    public required string Quote { get; init; }

    public double Confidence { get; init; }

    public string Rule { get; init; } = "";

    public List<ClaimCode> Codes { get; } = [];

    public ClaimState State { get; set; }

    /// <summary>Set on one of several rival figures, with the reason in the decision.</summary>
    public bool IsPreferred { get; set; }

    /// <summary>When the claim last became or ceased to be a fact.</summary>
    public DateTime? DecidedAt { get; set; }

    public List<ClaimDecision> Decisions { get; } = [];

    public bool IsFact => State is ClaimState.Accepted or ClaimState.Corrected;
}

/// <summary>One code of a claim, in a table of its own so that lists can be filtered and counted by code.</summary>
public sealed class ClaimCode
{
    public const int CodeMax = 40;

    public Guid ClaimId { get; init; }

    public required string Code { get; init; }
}

/// <summary>What a decision did.</summary>
public enum DecisionKind
{
    Accept,
    Correct,
    Reject,
    Reopen,
    Prefer,
    MarkStale,
}

/// <summary>One decision about a claim: appended, never changed.</summary>
public sealed class ClaimDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ClaimId { get; init; }

    public DecisionKind Kind { get; init; }

    public DateTime At { get; init; }

    public required string By { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>For corrections: the fields before and after, as JSON.</summary>
    public string Changes { get; init; } = "";
}
