using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Join;

/// <summary>Opened from the mail. Looking uses nothing up: mail scanners open links too.</summary>
[PublicPage]
public sealed class ConfirmModel(ConfirmJoin confirm, OpenSession open, Throttle throttle) : PageModel, IReloadable
{
    private const int Tries = 30;

    [BindProperty]
    public string? Password { get; set; }

    public string Token { get; private set; } = "";

    public JoinRequest? Found { get; private set; }

    public bool HasAccount { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        Token = token;
        await LoadAsync(cancel);
        Secret();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        Token = token;
        Secret();
        await throttle.RequireAsync("join:confirm", Throttle.Network(HttpContext.Connection.RemoteIpAddress), Tries, TimeSpan.FromMinutes(30), cancel);
        if (await confirm.RunAsync(token, Password, cancel) is not { } joined)
            return Page();
        // The link shows that the mailbox is theirs; it does not stand for the factors of an account that is older.
        if (joined.IsNew)
            await open.RunAsync(joined.Account, SignInMethod.MailLink, secondFactor: false, HttpContext, cancel);
        var path = OrganisationLinks.Organisation(joined.Organisation);
        var isSignedIn = joined.IsNew || Actor.Of(User).AccountId == joined.Account.Id;
        return LocalRedirect(Url.Content("~" + (isSignedIn ? path : "/sign-in?next=" + Uri.EscapeDataString(Request.PathBase + path))));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        Found = await confirm.FindAsync(Token, cancel);
        HasAccount = Found is not null && await confirm.HasAccountAsync(Found, cancel);
    }

    /// <summary>The address holds a secret: it must not travel on or stay in a cache.</summary>
    private void Secret()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
