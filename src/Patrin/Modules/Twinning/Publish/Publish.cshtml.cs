using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Twinning.Contracts;
using Patrin.Platform.Access;

namespace Patrin.Modules.Twinning.Publish;

/// <summary>The button of a round that shows it to everybody; shows something only when the round refuses.</summary>
[SecretariatPage]
public sealed class PublishModel(PublishRound publish) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; init; }

    public IActionResult OnGet() => Redirect(Url.Content("~" + TwinningLinks.Round(Number)));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await publish.RunAsync(Number, Actor.Of(User), cancel);
        return Redirect(Url.Content("~" + TwinningLinks.Round(Number)));
    }
}
