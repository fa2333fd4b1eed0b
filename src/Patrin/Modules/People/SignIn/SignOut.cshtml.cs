using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.SignIn;

[PublicPage]
public sealed class SignOutModel(EndSessions end, SessionCookie cookie) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        if (actor is { AccountId: { } account, SessionId: { } session })
            await end.OneAsync(account, session, actor, cancel);
        cookie.Remove(Response);
        return LocalRedirect(Url.Content("~/sign-in?said=out"));
    }
}
