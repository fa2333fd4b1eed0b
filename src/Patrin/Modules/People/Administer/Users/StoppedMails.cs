using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Administer.Users;

/// <summary>Tells somebody that their account was stopped or opened again: by mail, because the inbox is closed to them.</summary>
public sealed class StoppedMails(Outbox outbox, PublicLinks links, Texts texts)
{
    public Task StoppedAsync(Account account, string reason, CancellationToken cancel) => AddAsync(
        account, Text.Key("Your account was stopped"),
        Text.Key("An administrator of Patrin stopped your account. You cannot sign in. Your work is kept."), reason,
        Text.Key("How to reach us and what happens to your data:"), "/privacy", cancel);

    public Task OpenedAsync(Account account, string reason, CancellationToken cancel) => AddAsync(
        account, Text.Key("Your account is open again"),
        Text.Key("An administrator of Patrin opened your account again. You can sign in as before."), reason,
        Text.Key("Sign in here:"), "/sign-in", cancel);

    private async Task AddAsync(Account account, string subject, string intro, string reason, string end, string path, CancellationToken cancel)
    {
        var link = await links.ToAsync(account.Language, path, cancel);
        var (title, body) = texts.In(account.Language, () =>
            (texts[subject], $"{texts["Hello {0},", account.DisplayName]}\n\n{texts[intro]}\n\n{texts["Reason: {0}", reason]}\n\n{texts[end]}\n{link}\n"));
        outbox.Add(account.Email!, account.Id, account.Language, title, body);
    }
}
