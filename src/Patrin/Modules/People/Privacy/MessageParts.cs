using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Data;
using Patrin.Platform.Mail;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

/// <summary>Notices and mails to a person; and their name in those that others got.</summary>
public sealed class MessageParts(AppDbContext db) : IPersonalData
{
    public string Part => "messages";

    public IReadOnlyList<string> Tables => ["notices", "notice_choices", "mail_outbox"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) => new
    {
        Notices = await db.Notices.AsNoTracking().Where(n => n.AccountId == account).OrderBy(n => n.At)
            .Select(n => new { n.At, n.Topic, n.Text, n.Arguments, n.Path, n.ReadAt, n.MailedAt }).ToListAsync(cancel),
        Choices = await db.NoticeChoices.AsNoTracking().Where(c => c.AccountId == account).Select(c => new { c.Topic, c.Pace }).ToListAsync(cancel),
        Mails = await db.Set<MailMessage>().AsNoTracking().Where(m => m.AccountId == account).OrderBy(m => m.QueuedAt)
            .Select(m => new { m.QueuedAt, m.SentAt, m.To, m.Subject, m.Body, m.State }).ToListAsync(cancel),
    };

    public async Task EraseAsync(Guid account, CancellationToken cancel)
    {
        var (name, mail) = await db.Accounts.Where(a => a.Id == account).Select(a => new ValueTuple<string, string?>(a.DisplayName, a.Email)).SingleAsync(cancel);
        await db.Notices.Where(n => n.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.NoticeChoices.Where(c => c.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<MailMessage>().Where(m => m.AccountId == account || (mail != null && m.To == mail)).ExecuteDeleteAsync(cancel);
        await CutNameAsync(name, cancel);
        await CutFromMailsAsync(name, mail, cancel);
    }

    /// <summary>Mails to others: what went out already is removed, what still waits is sent without the name.</summary>
    private async Task CutFromMailsAsync(string name, string? mail, CancellationToken cancel)
    {
        var found = await db.Set<MailMessage>().AsNoTracking().Where(m => m.Body.Contains(name) || m.Subject.Contains(name) || (mail != null && m.Body.Contains(mail)))
            .Select(m => new { m.Id, m.State, m.Subject, m.Body }).ToListAsync(cancel);
        foreach (var message in found)
        {
            var (subject, body) = (WithoutWord(WithoutWord(message.Subject, name), mail), WithoutWord(WithoutWord(message.Body, name), mail));
            // "Ana" also stands in "Banat".
            if (subject == message.Subject && body == message.Body)
                continue;
            var one = db.Set<MailMessage>().Where(m => m.Id == message.Id);
            if (message.State == MailState.Sent)
                await one.ExecuteDeleteAsync(cancel);
            else
                await one.ExecuteUpdateAsync(s => s.SetProperty(m => m.Subject, subject).SetProperty(m => m.Body, body), cancel);
        }
    }

    private static string WithoutWord(string text, string? word) => string.IsNullOrEmpty(word)
        ? text
        : Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(word)}(?![\p{{L}}\p{{N}}])", "…", RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task CutNameAsync(string name, CancellationToken cancel)
    {
        var quoted = JsonSerializer.Serialize(name);
        foreach (var notice in await db.Notices.AsNoTracking().Where(n => n.Arguments.Contains(quoted)).Select(n => new { n.Id, n.Arguments }).ToListAsync(cancel))
        {
            var values = JsonSerializer.Deserialize<string[]>(notice.Arguments)!;
            var without = JsonSerializer.Serialize(values.Select(v => v == name ? FormerParticipant.Name : v));
            await db.Notices.Where(n => n.Id == notice.Id).ExecuteUpdateAsync(s => s.SetProperty(n => n.Arguments, without), cancel);
        }
    }
}
