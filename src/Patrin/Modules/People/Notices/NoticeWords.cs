using System.Text.Json;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Notices;

/// <summary>Notices, topics and paces in the reader's language.</summary>
public sealed class NoticeWords(Texts texts)
{
    public string Of(Notice notice) => texts[notice.Text, [.. JsonSerializer.Deserialize<string[]>(notice.Arguments) ?? []]];

    public string Of(NoticeTopic topic) => topic switch
    {
        NoticeTopic.Security => texts["Safety of your account"],
        NoticeTopic.Organisation => texts["Your organisations"],
        NoticeTopic.Moderation => texts["Reports and decisions"],
        NoticeTopic.Tasks => texts["Work that waits for you"],
        _ => texts["News about records"],
    };

    public string Of(MailPace pace) => pace switch
    {
        MailPace.AtOnce => texts["At once"],
        MailPace.Daily => texts["Once a day"],
        MailPace.Weekly => texts["Once a week"],
        _ => texts["Never by mail"],
    };
}
