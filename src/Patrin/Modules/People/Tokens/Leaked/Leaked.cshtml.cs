using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Tokens.Leaked;

/// <summary>An administrator pastes a key that others have seen, or how it begins; it is revoked (quality.md R-30).</summary>
[AdministratorsPage, FreshProof]
public sealed class LeakedModel(MakeToken tokens, Texts texts) : PageModel
{
    [BindProperty]
    public string? Key { get; set; }

    public string Done { get; private set; } = "";

    public void OnGet(bool done) => Done = done ? texts["The key is revoked. Its owner gets a message."] : "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await tokens.RevokeByPrefixAsync(Key, Actor.Of(User), cancel) == 0)
            throw new RuleBroken("Key", "No working key begins like this. Either it was revoked before or some of it is missing.");
        return LocalRedirect(Url.Content("~/admin/tokens?done=true"));
    }
}
