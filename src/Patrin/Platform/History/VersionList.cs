namespace Patrin.Platform.History;

/// <summary>What the partial <c>_Versions</c> shows: the newest version first, each with what it changed.</summary>
/// <param name="Versions">Newest first.</param>
/// <param name="Label">The name of a field in the reader's language.</param>
public sealed record VersionList(IReadOnlyList<RecordVersion> Versions, Func<string, string> Label)
{
    /// <summary>The changes a version made; for the oldest one all its fields, against nothing.</summary>
    public IReadOnlyList<FieldChange> ChangesOf(int index) => History.Versions.Differences(
        index + 1 < Versions.Count ? Versions[index + 1].Values : new Dictionary<string, string>(), Versions[index].Values);
}
