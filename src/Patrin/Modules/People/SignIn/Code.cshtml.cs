using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Factors;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.SignIn;

/// <summary>The second step of a sign-in.</summary>
[PublicPage]
public sealed class CodeModel(FinishSignIn finish, SignInLimits limits, CheckCode check) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await finish.FindAsync(Request, cancel) is null ? Over() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await finish.FindAsync(Request, cancel) is not { } half)
            return Over();
        await limits.CodeAsync(half.Account, cancel);
        if (!await check.RunAsync(half.Account, Code, cancel))
            throw new RuleBroken("Code", "This code is not right or was used before. Enter the next code of the app, or another recovery code.");
        await limits.RightCodeAsync(half.Account, cancel);
        return await finish.CompleteAsync(half, HttpContext, cancel) is { } next ? LocalRedirect(Url.Content("~" + next)) : Over();
    }

    private LocalRedirectResult Over() => LocalRedirect(Url.Content("~/sign-in?said=over"));
}
