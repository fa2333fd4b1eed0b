using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Recovery;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.SignIn;

[PublicPage]
public sealed class SignInModel(CheckPassword check, AskForMail ask, PatrinOptions options, Texts texts) : PageModel
{
    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string Next { get; private set; } = "/";

    /// <summary>Name of the sign-in provider, when there is one.</summary>
    public string? Provider => options.Settings.OpenId?.Name;

    public string Said { get; private set; } = "";

    /// <summary>Something did not work, as against what was done.</summary>
    public bool Warns { get; private set; }

    public void OnGet(string? next, string? said)
    {
        Next = LocalPath.Read(next);
        Warns = said is "over" or "openid" or "provider" or "stopped";
        Said = said switch
        {
            "password" => texts["Your password was changed. Sign in with the new one."],
            "out" => texts["You have signed out."],
            "over" => texts["That took too long. Please sign in again."],
            "openid" => texts["This login belongs to no account here. Sign in another way first and connect it under Security, or ask for an invitation."],
            "provider" => texts["{0} did not answer as it should. Nothing was changed. Try again later, or sign in another way.", Provider ?? ""],
            "stopped" => texts["You stopped the sign-in with {0}. Try again, or sign in another way.", Provider ?? ""],
            _ => "",
        };
    }

    public async Task<IActionResult> OnPostAsync(string? next, string? what, CancellationToken cancel)
    {
        Next = LocalPath.Read(next);
        if (what != "link")
            return LocalRedirect(Url.Content("~" + await check.RunAsync(Mail, Password, Next, HttpContext, cancel)));
        await ask.RunAsync(AskedFor.SignInLink, Mail, Next, HttpContext, cancel);
        return LocalRedirect(Url.Content("~/sign-in/sent"));
    }
}
