using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.SignIn;

/// <summary>A sign-in link from a mail. Opening it shows a button; pressing that uses it up: mail scanners open links too.</summary>
[PublicPage]
public sealed class LinkModel(OneTimeTokens tokens, AppDbContext db, FinishSignIn finish) : PageModel
{
    public string Token { get; private set; } = "";

    public bool Works { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        Token = token;
        Works = await tokens.FindAsync(TokenPurpose.SignIn, token, cancel) is not null;
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await tokens.UseAsync(TokenPurpose.SignIn, token, cancel) is not { } used)
            return Page();
        var account = await db.Accounts.SingleAsync(a => a.Id == used.AccountId, cancel);
        account.EmailConfirmed = true;
        return LocalRedirect(Url.Content("~" + await finish.RunAsync(account, SignInMethod.MailLink, strong: false, used.Subject, HttpContext, cancel)));
    }
}
