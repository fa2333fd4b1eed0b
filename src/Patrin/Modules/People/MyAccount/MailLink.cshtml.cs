using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Recovery;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.MyAccount;

/// <summary>The old or the new address agrees to the change. Opened from a mail, perhaps on another device.</summary>
[PublicPage]
public sealed class MailLinkModel(OneTimeTokens tokens, ChangeMail change, Texts texts) : PageModel
{
    public string Step { get; private set; } = "";

    public string Token { get; private set; } = "";

    public bool Works { get; private set; }

    public string Text { get; private set; } = "";

    private TokenPurpose Purpose => Step == "confirm" ? TokenPurpose.ConfirmMail : TokenPurpose.ApproveMailChange;

    public async Task OnGetAsync(string step, string token, CancellationToken cancel)
    {
        (Step, Token) = (step, token);
        Works = await tokens.FindAsync(Purpose, token, cancel) is not null;
        Text = Works ? texts["The change counts once both addresses have agreed. If you did not ask for it, do nothing."] : Over;
    }

    public async Task OnPostAsync(string step, string token, CancellationToken cancel)
    {
        (Step, Token) = (step, token);
        Text = await change.AgreeAsync(Purpose, token, cancel) switch
        {
            true => texts["Both addresses have agreed. Sign in with the new address from now on."],
            false => texts["Thank you. Now open the link that we sent to the other address."],
            null => Over,
        };
    }

    private string Over => texts["It was used, is older than 30 minutes, or your account has changed since."];
}
