using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.Recovery;

[PublicPage]
public sealed class AskResetModel(AskForMail ask) : PageModel
{
    [BindProperty]
    public string? Mail { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ask.RunAsync(AskedFor.PasswordReset, Mail, "/", HttpContext, cancel);
        return LocalRedirect(Url.Content("~/sign-in/sent"));
    }
}
