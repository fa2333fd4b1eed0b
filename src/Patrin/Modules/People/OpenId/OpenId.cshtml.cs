using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.SignIn;
using Patrin.Platform;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.OpenId;

/// <summary>Leads to the sign-in provider. There is no such page without one.</summary>
[PublicPage]
public sealed class OpenIdModel(PatrinOptions options) : PageModel
{
    public IActionResult OnGet(string? next)
    {
        if (options.Settings.OpenId is null)
            return NotFound();
        var back = Url.Content("~/sign-in/openid/done?next=" + Uri.EscapeDataString(LocalPath.Read(next)));
        return Challenge(new AuthenticationProperties { RedirectUri = back }, OpenIdSetup.SchemeName);
    }
}
