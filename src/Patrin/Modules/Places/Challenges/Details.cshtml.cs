using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Contracts;
using Patrin.Platform.Access;

namespace Patrin.Modules.Places.Challenges;

/// <summary>One challenge: what it means, who states it, what is offered and wanted.</summary>
[PublicPage]
public sealed class DetailsModel(ReadChallenge read) : PageModel
{
    public ChallengeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await read.RunAsync(code, cancel) is not { } view)
            return NotFound();
        if (code != view.Code.Key)
            return RedirectPermanent(Url.Content("~" + PlaceLinks.Challenge(view.Code.Key)));
        View = view;
        return Page();
    }
}
