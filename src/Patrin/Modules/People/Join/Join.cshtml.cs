using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.Join;

/// <summary>Anybody may ask to join with an organisation.</summary>
[PublicPage]
public sealed class JoinModel(AskToJoin ask) : PageModel
{
    [BindProperty]
    public JoinForm Form { get; set; } = new();

    public bool IsSent { get; private set; }

    public void OnGet(bool sent) => IsSent = sent;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ask.RunAsync(Form, Throttle.Network(HttpContext.Connection.RemoteIpAddress), Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~" + Contracts.OrganisationLinks.Join + "?sent=true"));
    }
}
