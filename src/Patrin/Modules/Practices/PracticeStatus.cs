namespace Patrin.Modules.Practices;

/// <summary>Where a record stands in its workflow (domain.md 4.3); codes of the list practice_status.</summary>
public enum PracticeStatus
{
    Draft,
    Submitted,
    Screened,
    InReview,
    Revise,
    Validated,
    Published,
    Outdated,
    Archived,
    Declined,
}

/// <summary>Codes of the list record_type.</summary>
public enum RecordType
{
    Practice,
    PromisingIdea,
    LessonNotWorked,
}

/// <summary>How the public reads what a record shows. Beside the status: a published record stays readable while its next version is in work.</summary>
public enum Standing
{
    /// <summary>Nobody but its editors reads it.</summary>
    Hidden,

    /// <summary>Readable with the label that nobody has finished reviewing it here.</summary>
    Unreviewed,

    /// <summary>Reviewed by the published rules.</summary>
    Reviewed,

    /// <summary>Reviewed once, and nobody confirmed for long that it still holds.</summary>
    Outdated,

    /// <summary>Readable by its address, in no list.</summary>
    Archived,
}

/// <summary>The rule of who reads what: a pure function of the steps a record took.</summary>
public static class Standings
{
    public static Standing After(Standing now, PracticeStatus to) => to switch
    {
        PracticeStatus.Published => Standing.Reviewed,
        PracticeStatus.Outdated => Standing.Outdated,
        PracticeStatus.Archived => now == Standing.Hidden ? Standing.Hidden : Standing.Archived,
        // A new version that is written, reviewed or declined takes nothing away from the one that was published.
        _ when now is Standing.Reviewed or Standing.Outdated => now,
        PracticeStatus.Draft or PracticeStatus.Declined => Standing.Hidden,
        _ => Standing.Unreviewed,
    };
}
