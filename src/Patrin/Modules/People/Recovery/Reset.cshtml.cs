using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Passwords;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Recovery;

/// <summary>A new password by a link. It does not sign in: the second factor is asked for at the sign-in that follows.</summary>
[PublicPage]
public sealed class ResetModel(OneTimeTokens tokens, ChangePassword change) : PageModel, IReloadable
{
    [BindProperty]
    public string? Password { get; set; }

    public string Token { get; private set; } = "";

    public bool Works { get; private set; }

    public Task LoadAsync(CancellationToken cancel) => OnGetAsync(Token, cancel);

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        Token = token;
        Works = await tokens.FindAsync(TokenPurpose.ResetPassword, token, cancel) is not null;
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        Token = token;
        return await change.ByLinkAsync(token, Password, cancel) ? LocalRedirect(Url.Content("~/sign-in?said=password")) : Page();
    }
}
