namespace Patrin.Modules.Documents.Review;

/// <summary>One claim of the queue with everything its card needs.</summary>
public sealed record ReviewCard(Claim Claim, DocumentSubject? Subject)
{
    /// <summary>The filters to come back to, without the question mark.</summary>
    public required string Back { get; init; }

    /// <summary>The form for corrections, when it is open.</summary>
    public CorrectionForm? Correction { get; init; }

    /// <summary>Something about this claim was refused: its reason box is open and takes the error.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Somebody else was faster: what this person had wanted to do.</summary>
    public string? LostAttempt { get; init; }

    /// <summary>Other figures about the same exist, so that one may be preferred.</summary>
    public bool HasRivals { get; init; }

    public IReadOnlyList<DocumentSubject> Subjects { get; init; } = [];

    public ClaimDecision? Last => Claim.Decisions.MaxBy(d => d.Version);

    public string Anchor => "k-" + Claim.Id.ToString("N");
}
