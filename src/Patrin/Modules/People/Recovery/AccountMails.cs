using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Recovery;

/// <summary>Mails about an account, in its language, with links from the site's own address. They always go out.</summary>
public sealed class AccountMails(Outbox outbox, PublicLinks links, Texts texts)
{
    public async Task SignInLinkAsync(Account account, string token, CancellationToken cancel) => Add(
        account, Text.Key("Your sign-in link"),
        Text.Key("Open this link to sign in to Patrin. It works once, within 30 minutes:"),
        await links.ToAsync(account.Language, "/sign-in/link/" + token, cancel),
        Text.Key("If you did not ask for it, do nothing. Nobody can sign in without this link."));

    public async Task ResetAsync(Account account, string token, CancellationToken cancel) => Add(
        account, Text.Key("Choose a new password"),
        Text.Key("Open this link to choose a new password for Patrin. It works once, within 30 minutes:"),
        await links.ToAsync(account.Language, "/sign-in/reset/" + token, cancel),
        Text.Key("If you did not ask for it, do nothing. Your password stays as it is."));

    public async Task ProveAsync(Account account, string token, CancellationToken cancel) => Add(
        account, Text.Key("Confirm that it is you"),
        Text.Key("Open this link in the browser in which you are signed in. It works once, within 30 minutes:"),
        await links.ToAsync(account.Language, "/account/prove/" + token, cancel),
        Text.Key("If you did not ask for it, end all sessions of your account and change your password."));

    public async Task FailedSignInsAsync(Account account, CancellationToken cancel) => Add(
        account, Text.Key("Somebody tried to sign in to your account"),
        Text.Key("Somebody entered a wrong password for your account again and again. We stopped them for a while. You can sign in with a passkey, with a link by e-mail or on a device you used before."),
        await links.ToAsync(account.Language, "/account/security", cancel),
        Text.Key("If your password is short or used elsewhere, choose a new one."));

    /// <summary>Tells the owner of a change of how the account is opened.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="what">English sentence, marked with Text.Key.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task ChangedAsync(Account account, string what, CancellationToken cancel) => Add(
        account, Text.Key("Your account was changed"), what,
        await links.ToAsync(account.Language, "/account/security", cancel),
        Text.Key("If that was not you, choose a new password at once and end all other sessions."));

    public async Task MailChangeAsync(Account account, string to, string token, bool isNew, CancellationToken cancel) => Add(
        account, Text.Key("Change of your e-mail address"),
        isNew
            ? Text.Key("This address is to become the address of your account on Patrin. Open this link to confirm it:")
            : Text.Key("The e-mail address of your account on Patrin is to be changed. Open this link to agree:"),
        await links.ToAsync(account.Language, "/account/mail/" + (isNew ? "confirm" : "approve") + "/" + token, cancel),
        Text.Key("The change counts once both addresses have agreed. If you did not ask for it, do nothing."),
        to);

    private void Add(Account account, string subject, string intro, string link, string end, string? to = null)
    {
        var (title, body) = texts.In(account.Language, () =>
            (texts[subject], $"{texts["Hello {0},", account.DisplayName]}\n\n{texts[intro]}\n\n{link}\n\n{texts[end]}\n"));
        outbox.Add(to ?? account.Email!, account.Id, account.Language, title, body);
    }
}
