namespace Patrin.Platform.Moderation;

/// <summary>A kind of public item that people can report and moderators can hide. Each module registers its own.</summary>
public interface IReportable
{
    /// <summary>First part of <c>?about=kind:id</c>, lower case.</summary>
    string Kind { get; }

    /// <summary>What it is called, in English: the key of the localised word.</summary>
    string Name { get; }

    /// <summary>False when a moderator cannot hide it here (a place is made of documents).</summary>
    bool CanHide { get; }

    /// <summary>The item, hidden or not; null when there is none or it never was public.</summary>
    Task<ReportedItem?> FindAsync(Guid id, CancellationToken cancel);

    /// <summary>Takes it away from every outlet, or brings it back. Joins the caller's transaction.</summary>
    Task SetHiddenAsync(Guid id, bool hidden, CancellationToken cancel);

    /// <summary>Replaces a passage of the text people wrote. False when this kind of text is never changed.</summary>
    Task<bool> RemovePassageAsync(Guid id, string passage, CancellationToken cancel);
}

/// <summary>A public item as moderators see it.</summary>
/// <param name="Title">What readers call it.</param>
/// <param name="Path">Its public address without the language.</param>
/// <param name="Text">What a person wrote.</param>
public sealed record ReportedItem(string Title, string Path, string Text)
{
    /// <summary>The account that published it, when one person did.</summary>
    public Guid? AuthorAccount { get; init; }

    /// <summary>The organisation it belongs to.</summary>
    public Guid? AuthorOrganisation { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>Belongs to an organisation of Roma: many reports at once may be an attack on it.</summary>
    public bool IsOfRomaOrganisation { get; init; }
}
