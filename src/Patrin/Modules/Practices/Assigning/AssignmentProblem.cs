namespace Patrin.Modules.Practices.Assigning;

/// <summary>Which of the three (or four) views on a record a reviewer gives (domain.md 4.5).</summary>
public enum ReviewerKind
{
    /// <summary>Knows the field of work.</summary>
    Thematic,

    /// <summary>Does similar work in a municipality of another country.</summary>
    Practitioner,

    /// <summary>Named by a Roma organisation.</summary>
    RomaNamed,
}

/// <summary>Somebody who reviews.</summary>
/// <param name="Key">Who.</param>
/// <param name="Kinds">Views the person can give.</param>
/// <param name="Organisation">Whom the person belongs to; null for nobody.</param>
/// <param name="Country">Where the person works.</param>
/// <param name="Areas">Fields of work, codes of the list area.</param>
/// <param name="Languages">Languages the person reads.</param>
/// <param name="Load">Reviews that are open now.</param>
/// <param name="Capacity">How many may be open at once.</param>
/// <param name="Interests">Organisations and places the person declared an interest in.</param>
public sealed record Reviewer(
    string Key, IReadOnlySet<ReviewerKind> Kinds, string? Organisation, string Country, IReadOnlySet<string> Areas, IReadOnlySet<string> Languages,
    int Load, int Capacity, IReadOnlySet<string> Interests)
{
    public int Free => Math.Max(0, Capacity - Load);
}

/// <summary>A record that waits for reviewers.</summary>
/// <param name="Key">Which record.</param>
/// <param name="Wanted">Views that are still missing.</param>
/// <param name="Country">Where it was done.</param>
/// <param name="Areas">Its fields of work.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Parties">Organisations that own, carry or write it, its place, and the twins of that place: whoever belongs to one has a conflict.</param>
/// <param name="Writers">People who wrote it.</param>
/// <param name="Taken">Organisations whose people review it already.</param>
/// <param name="Refused">People who reviewed it, gave it back or declared a conflict.</param>
public sealed record WaitingRecord(
    string Key, IReadOnlyList<ReviewerKind> Wanted, string Country, IReadOnlySet<string> Areas, string Language, IReadOnlySet<string> Parties,
    IReadOnlySet<string> Writers, IReadOnlySet<string> Taken, IReadOnlySet<string> Refused);

/// <summary>One review that is to be asked for.</summary>
/// <param name="Record">Index into the queue.</param>
/// <param name="Slot">Index into the views that record wants.</param>
/// <param name="Reviewer">Index into the reviewers; -1 when nobody can be asked.</param>
public sealed record Assigned(int Record, int Slot, int Reviewer);
