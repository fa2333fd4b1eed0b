using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Mail;

namespace Patrin.Modules.Administration.Mails;

/// <summary>The step before a waiting message is given up.</summary>
[AdministratorsPage]
public sealed class GiveUpModel(AppDbContext db, ChangeMail change) : PageModel, IReloadable
{
    [BindProperty(SupportsGet = true)]
    public Guid Message { get; set; }

    public MailLine? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Found is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await db.Set<MailMessage>().AnyAsync(m => m.Id == Message, cancel))
            return NotFound();
        await change.GiveUpAsync(Message, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~" + AdministrationLinks.Mails));
    }

    public async Task LoadAsync(CancellationToken cancel) =>
        Found = (await MailsModel.LinesAsync(db.Set<MailMessage>().AsNoTracking().Where(m => m.Id == Message), cancel)).SingleOrDefault();
}
