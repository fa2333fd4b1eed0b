namespace Patrin.Modules.People.Notices;

/// <summary>How often messages of a topic come by mail. The inbox has them all.</summary>
public enum MailPace
{
    AtOnce,
    Daily,
    Weekly,
    None,
}

/// <summary>What somebody chose for a topic; without a row the topic's own pace counts.</summary>
public sealed class NoticeChoice
{
    public required Guid AccountId { get; init; }

    public required NoticeTopic Topic { get; init; }

    public required MailPace Pace { get; set; }
}

public static class NoticeTopics
{
    /// <summary>Topics that one may choose about: what concerns the safety of the account always comes at once.</summary>
    public static IReadOnlyList<NoticeTopic> Choosable { get; } = [NoticeTopic.Organisation, NoticeTopic.Moderation, NoticeTopic.Tasks, NoticeTopic.Records];

    /// <summary>The pace while nothing was chosen.</summary>
    public static MailPace Usual(NoticeTopic topic) => topic switch
    {
        NoticeTopic.Tasks => MailPace.Daily,
        NoticeTopic.Records => MailPace.Weekly,
        _ => MailPace.AtOnce,
    };
}
