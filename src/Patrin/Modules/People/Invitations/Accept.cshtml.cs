using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Invitations;

/// <summary>Opened from the mail, by somebody with or without an account.</summary>
[PublicPage]
public sealed class AcceptModel(AppDbContext db, AcceptInvitation accept, OpenSession open, Throttle throttle) : PageModel, IReloadable
{
    private const int Tries = 30;

    [BindProperty]
    public AcceptForm Form { get; set; } = new();

    public string Token { get; private set; } = "";

    public Invitation? Found { get; private set; }

    public bool HasAccount { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        Token = token;
        Secret();
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        Token = token;
        Secret();
        await throttle.RequireAsync("invitation:accept", Throttle.Network(HttpContext.Connection.RemoteIpAddress), Tries, TimeSpan.FromMinutes(30), cancel);
        if (await accept.RunAsync(token, Form, Actor.Of(User), cancel) is not { } accepted)
            return Page();
        if (accepted.IsNew)
            await open.RunAsync(accepted.Account, SignInMethod.MailLink, secondFactor: false, HttpContext, cancel);
        return LocalRedirect(Url.Content("~" + OrganisationLinks.Organisation(accepted.Organisation)));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        Found = await accept.FindAsync(Token, cancel);
        if (Found is not null)
            HasAccount = await db.Accounts.AnyAsync(a => a.NormalizedEmail == Found.MailKey, cancel);
    }

    /// <summary>The address holds a secret: it must not travel on or stay in a cache.</summary>
    private void Secret()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
