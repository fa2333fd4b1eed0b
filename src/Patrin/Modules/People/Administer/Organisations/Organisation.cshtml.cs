using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Curate;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Administer.Organisations;

/// <summary>One organisation for administrators: suspend, reinstate, close with a second person.</summary>
[AdministratorsPage]
public sealed class OrganisationModel(AppDbContext db, AdminOrganisations organisations, DecideOnOrganisation decide, Texts texts, TimeProvider clock) : PageModel, IReloadable
{
    private Guid _id;

    public Organisation? Found { get; private set; }

    public int Members { get; private set; }

    public int Managers { get; private set; }

    public bool IsOwn { get; private set; }

    public DateTime? ClosingUntil { get; private set; }

    /// <summary>Name of who asked to close it, for the second person.</summary>
    public string? ClosingAskedBy { get; private set; }

    public IReadOnlyList<DecisionStep> Steps { get; private set; } = [];

    public OrganisationDecision? Asked { get; private set; }

    public string Typed { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        _id = id;
        await LoadAsync(cancel);
        return Found is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, OrganisationDecision? decision, string? words, int? version, CancellationToken cancel)
    {
        if (decision is not { } wanted || version is not { } read || !OrganisationSteps.IsForAdministrators(wanted))
            return BadRequest();
        (_id, Asked, Typed) = (id, wanted, words ?? "");
        if (!await db.Organisations.AnyAsync(o => o.Id == id, cancel))
            return NotFound();
        try
        {
            await decide.RunAsync(id, wanted, words, read, Actor.Of(User), cancel);
            return LocalRedirect(Url.Content("~" + AdminLinks.Organisation(id)));
        }
        catch (ChangedMeanwhile)
        {
            await LoadAsync(cancel);
            ModelState.AddModelError("", texts["Somebody changed this organisation meanwhile. Read it again, then decide."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var (now, account) = (clock.GetUtcNow().UtcDateTime, Actor.Of(User).AccountId);
        var one = db.Organisations.AsNoTracking().Where(o => o.Id == _id);
        if (await one.FirstOrDefaultAsync(cancel) is not { } found)
            return;
        var row = (await organisations.PageAsync(one, Paging.Of(1, 1), cancel)).Single();
        (Found, Members, Managers) = (found, row.Members, row.Managers);
        ClosingUntil = found.IsAsked(now) ? found.ClosingAskedAt + ClosingTerm.Days : null;
        ClosingAskedBy = ClosingUntil is null ? null : await db.Accounts.Where(a => a.Id == found.ClosingAskedById).Select(a => a.DisplayName).FirstOrDefaultAsync(cancel);
        Steps = [.. DecisionStep.For(found, now).Where(s => OrganisationSteps.IsForAdministrators(s.Decision) && !(s.Decision == OrganisationDecision.Close && found.ClosingAskedById == account))];
        IsOwn = await db.Memberships.AnyAsync(m => m.OrganisationId == _id && m.AccountId == account, cancel);
    }
}
