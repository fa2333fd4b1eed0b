using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Contracts;
using Patrin.Platform.Access;

namespace Patrin.Modules.Places.Challenges;

/// <summary>One challenge: what it means, who states it, what is offered and wanted.</summary>
[PublicPage]
public sealed class DetailsModel(ReadChallenge read, IEnumerable<IPlacePractices> practices) : PageModel
{
    public ChallengeView View { get; private set; } = null!;

    /// <summary>Practices that work on it.</summary>
    public PracticesOn? Practices { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await read.RunAsync(code, cancel) is not { } view)
            return NotFound();
        if (code != view.Code.Key)
            return RedirectPermanent(Url.Content("~" + PlaceLinks.Challenge(view.Code.Key)));
        View = view;
        foreach (var source in practices)
            Practices = await source.OnAsync(view.Code.Key, cancel);
        return Page();
    }
}
