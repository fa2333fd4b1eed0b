namespace Patrin.Modules.People.Notices;

/// <summary>What a message is about; the reader chooses per topic how it arrives.</summary>
public enum NoticeTopic
{
    /// <summary>Sign-in, password, factors: always at once.</summary>
    Security,

    /// <summary>Invitations, members, handover, approval of one's organisations.</summary>
    Organisation,

    /// <summary>Reports, decisions, appeals that concern the reader.</summary>
    Moderation,

    /// <summary>Work that waits for somebody with the reader's role.</summary>
    Tasks,

    /// <summary>News about records the reader follows or wrote.</summary>
    Records,
}

/// <summary>A message to one account: shown in the inbox, sent by mail as the reader chose. Kept as key and values, written out in the reader's language.</summary>
public sealed class Notice
{
    public const int TextMax = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required NoticeTopic Topic { get; init; }

    /// <summary>English sentence with placeholders: the key of the localised text.</summary>
    public required string Text { get; init; }

    /// <summary>JSON array of strings for the placeholders.</summary>
    public string Arguments { get; init; } = "[]";

    /// <summary>Path without language that it leads to.</summary>
    public required string Path { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }

    /// <summary>When it went into a mail (at once or in a digest); a digest never repeats it.</summary>
    public DateTime? MailedAt { get; set; }

    /// <summary>When the sender was done with it: mailed, or not wanted by mail.</summary>
    public DateTime? SettledAt { get; set; }
}
