using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Privacy;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.MyAccount.Delete;

/// <summary>Leaves for good, after saying what goes and what stays.</summary>
[SignedInPage]
[FreshProof]
public sealed class DeleteModel(EraseAccount erase, SessionCookie cookie) : PageModel, IReloadable
{
    [BindProperty]
    public bool Sure { get; set; }

    public LeftAlone? LastManagerOf { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        if (!Sure)
            throw new RuleBroken("Sure", "Tick the box to say that you are sure.");
        await erase.RunAsync(actor.AccountId!.Value, actor, cancel);
        cookie.Remove(Response);
        return Redirect(Url.Content("~/account/deleted"));
    }

    public async Task LoadAsync(CancellationToken cancel) =>
        LastManagerOf = await erase.LastManagerOfAsync(Actor.Of(User).AccountId!.Value, cancel);
}

/// <summary>The last page somebody sees who left.</summary>
[PublicPage]
public sealed class DeletedModel : PageModel;
