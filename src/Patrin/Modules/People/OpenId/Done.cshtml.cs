using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.SignIn;
using Patrin.Platform;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.OpenId;

/// <summary>Back from the provider: signs in, or asks somebody who is signed in whether to connect the two.</summary>
[PublicPage]
public sealed class DoneModel(UseLogin use, RenewSession renew, PatrinOptions options) : PageModel
{
    public string Provider => options.Settings.OpenId?.Name ?? "";

    public async Task<IActionResult> OnGetAsync(string? next, CancellationToken cancel)
    {
        if (options.Settings.OpenId is null)
            return NotFound();
        if (await SaidAsync() is not { } said)
            return LocalRedirect(Url.Content("~/sign-in?said=over"));
        if (Actor.Of(User).AccountId is not null)
            return Page();
        await HttpContext.SignOutAsync(OpenIdSetup.ExternalScheme);
        return LocalRedirect(Url.Content("~" + (await use.RunAsync(said, LocalPath.Read(next), HttpContext, cancel) ?? "/sign-in?said=openid")));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (options.Settings.OpenId is null)
            return NotFound();
        if (Actor.Of(User).AccountId is null || await SaidAsync() is not { } said)
            return LocalRedirect(Url.Content("~/sign-in?said=over"));
        var actor = Actor.Of(User);
        var connected = await use.ConnectAsync(said, actor, cancel);
        await HttpContext.SignOutAsync(OpenIdSetup.ExternalScheme);
        if (connected)
            await renew.RunAsync(actor, secondFactor: false, HttpContext, cancel);
        return LocalRedirect(Url.Content("~/account/security?said=" + (connected ? "connected" : "taken")));
    }

    private async Task<ClaimsPrincipal?> SaidAsync() => (await HttpContext.AuthenticateAsync(OpenIdSetup.ExternalScheme)).Principal;
}
