using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.SignIn;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.MyAccount;

/// <summary>The proof by mail, for accounts without password and authenticator; only in the session of the same account.</summary>
[SignedInPage]
public sealed class ProveLinkModel(OneTimeTokens tokens, ProveIdentity prove) : PageModel
{
    public string Token { get; private set; } = "";

    public bool Works { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        Token = token;
        Works = (await tokens.FindAsync(TokenPurpose.Prove, token, cancel))?.AccountId == Actor.Of(User).AccountId;
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel) =>
        await prove.ByLinkAsync(token, Actor.Of(User), HttpContext, cancel) is { } next ? LocalRedirect(Url.Content("~" + LocalPath.Read(next))) : Page();
}
