using System.Text;
using Patrin.Modules.People.Notices.Unsubscribe;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Notices.Sending;

/// <summary>Writes one readable mail from some notices, in the reader's language, sorted by topic, with links in that language.</summary>
public sealed class WriteDigest(Outbox outbox, Texts texts, NoticeWords words, PublicLinks links, UnsubscribeTokens tokens)
{
    public async Task AddAsync(Account reader, IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in notices.Select(n => n.Path).Append("/notifications/settings").Distinct())
            addresses[path] = await links.ToAsync(reader.Language, path, cancel);
        List<NoticeTopic> topics = [.. notices.Select(n => n.Topic).Distinct().Where(NoticeTopics.Choosable.Contains).Order()];
        var stop = topics.Count == 0 ? "" : await links.ToAsync(reader.Language, "/unsubscribe/" + tokens.Make(reader.Id, topics), cancel);
        var (subject, body) = texts.In(reader.Language, () => (Subject(notices), Body(reader, notices, addresses, stop)));
        outbox.Add(reader.Email!, reader.Id, reader.Language, subject, body, topics.Count == 0 ? "" : topics.Count == 1 ? topics[0].ToString() : "Digest", stop);
    }

    private string Subject(IReadOnlyList<Notice> notices)
    {
        var text = notices.Count == 1 ? words.Of(notices[0]) : texts.Plural(notices.Count, "{0} message from Patrin", "{0} messages from Patrin");
        return text.Length <= 190 ? text : text[..190];
    }

    private string Body(Account reader, IReadOnlyList<Notice> notices, Dictionary<string, string> addresses, string stop)
    {
        var body = new StringBuilder(texts["Hello {0},", reader.DisplayName]).Append("\n\n");
        foreach (var topic in notices.GroupBy(n => n.Topic).OrderBy(g => g.Key))
        {
            if (notices.Count > 1)
                body.Append(words.Of(topic.Key)).Append("\n\n");
            foreach (var notice in topic)
                body.Append(notices.Count > 1 ? "- " : "").Append(words.Of(notice)).Append('\n').Append(addresses[notice.Path]).Append("\n\n");
        }

        body.Append("--\n").Append(texts["Choose what comes by mail: {0}", addresses["/notifications/settings"]]).Append('\n');
        if (stop.Length > 0)
            body.Append(texts["Stop these mails with one click: {0}", stop]).Append('\n');
        return body.ToString();
    }
}
