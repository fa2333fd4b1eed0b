using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Privacy;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.MyAccount.Data;

/// <summary>One's own data: take them along, see and take back consents.</summary>
[SignedInPage]
public sealed class DataModel(AppDbContext db, ExportOwnData export, Consents consents, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DataExport> Exports { get; private set; } = [];

    public IReadOnlyList<Consent> Given { get; private set; } = [];

    public bool WantsNews => Given.Any(c => c.Purpose == ConsentPurpose.News && c.WithdrawnAt is null);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (me, now) = (Actor.Of(User).AccountId, clock.GetUtcNow().UtcDateTime);
        Exports = await db.Set<DataExport>().AsNoTracking().Where(e => e.AccountId == me && e.EndsAt > now).OrderByDescending(e => e.AskedAt).Take(10).ToListAsync(cancel);
        Given = await db.Set<Consent>().AsNoTracking().Where(c => c.AccountId == me).OrderByDescending(c => c.GivenAt).Take(50).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await export.AskAsync(Actor.Of(User), cancel);
        return Redirect(Url.Content("~/account/data#file"));
    }

    public async Task<IActionResult> OnPostNewsAsync(bool wanted, CancellationToken cancel)
    {
        await consents.SetAsync(Actor.Of(User), ConsentPurpose.News, wanted, cancel);
        return Redirect(Url.Content("~/account/data#consents"));
    }
}
