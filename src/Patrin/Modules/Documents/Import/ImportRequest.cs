namespace Patrin.Modules.Documents.Import;

/// <summary>A document somebody hands over. What is left out is taken from the document itself where it says so.</summary>
public sealed record ImportRequest(byte[] Bytes, string FileName)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Address { get; init; }

    /// <summary>The day somebody read or fetched it; today when left out.</summary>
    public DateOnly? ReadOn { get; init; }

    public string? Written { get; init; }

    /// <summary>BCP 47; detected when left out.</summary>
    public string? Language { get; init; }

    /// <summary>A code of the licence list.</summary>
    public string? Licence { get; init; }

    /// <summary>The document this is a newer version of; found by its address when left out.</summary>
    public Guid? Supersedes { get; init; }

    /// <summary>Plain text up to 64 MB, for those who sit at the machine; uploads stop at 20 MB.</summary>
    public bool FromCommandLine { get; init; }

    /// <summary>Known bytes, to be read once more in the language a person corrected: a new version, not "already there".</summary>
    public bool ReadAgain { get; init; }
}

/// <summary>What became of it.</summary>
/// <param name="Document">The new document, or the one that holds the same bytes already.</param>
/// <param name="AlreadyThere">True when the bytes were known and nothing was written.</param>
/// <param name="Differences">Against the version it replaces; null when it replaces none.</param>
public sealed record ImportOutcome(Guid Document, bool AlreadyThere, VersionDifferences? Differences = null);

/// <summary>Claims counted by what became of them between two versions.</summary>
public sealed record VersionDifferences(Guid Older, int Same, int Changed, int New, int Gone, int Stale);
