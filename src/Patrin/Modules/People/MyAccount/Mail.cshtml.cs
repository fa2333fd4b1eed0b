using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.MyAccount;

[SignedInPage, FreshProof]
public sealed class MailModel(AppDbContext db, ChangeMail change) : PageModel, IReloadable
{
    [BindProperty]
    public string? Mail { get; set; }

    public string Current { get; private set; } = "";

    public bool Asked { get; private set; }

    public Task OnGetAsync(bool asked, CancellationToken cancel)
    {
        Asked = asked;
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await change.AskAsync(Mail, Actor.Of(User), HttpContext, cancel);
        return LocalRedirect(Url.Content("~/account/mail?asked=true"));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        var id = Actor.Of(User).AccountId;
        Current = await db.Accounts.Where(a => a.Id == id).Select(a => a.Email!).SingleAsync(cancel);
    }
}
