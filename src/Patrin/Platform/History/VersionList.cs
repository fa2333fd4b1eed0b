using Patrin.Platform.Ui;

namespace Patrin.Platform.History;

/// <summary>A page of the versions of one record, the newest first, each with the fields it changed.</summary>
public sealed record VersionPage(IReadOnlyList<(RecordVersion Version, IReadOnlyList<FieldChange> Changes)> Shown, Paging Paging);

/// <summary>What the partial <c>_Versions</c> shows.</summary>
/// <param name="Page">The versions.</param>
/// <param name="Label">The name of a field in the reader's language.</param>
public sealed record VersionList(VersionPage Page, Func<string, string> Label)
{
    /// <summary>A stored value in words, by field; as it is when left out.</summary>
    public Func<string, string, string> Value { get; init; } = (_, value) => value;

    /// <summary>False where the names of those who changed the record are not public.</summary>
    public bool ShowsWho { get; init; } = true;
}
