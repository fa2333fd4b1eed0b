using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Join;
using Patrin.Modules.People.Members;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Curate;

/// <summary>One organisation for curators: who asked, what it says, what can be decided.</summary>
[CuratorsPage]
public sealed class DecideModel(AppDbContext db, DecideOnOrganisation decide, MembersTurn turns, Texts texts, TimeProvider clock) : PageModel, IReloadable
{
    private Guid _id;

    public Organisation? Found { get; private set; }

    public JoinRequest? Asker { get; private set; }

    public bool IsOwn { get; private set; }

    public int Managers { get; private set; }

    public IReadOnlyList<DecisionStep> Steps { get; private set; } = [];

    /// <summary>What was just refused, and the words typed.</summary>
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
        // What cannot be read must not fall back to the first decision of the list.
        if (decision is not { } wanted || version is not { } read)
            return BadRequest();
        (_id, Asked, Typed) = (id, wanted, words ?? "");
        try
        {
            await decide.RunAsync(id, wanted, words, read, Actor.Of(User), cancel);
            return LocalRedirect(Url.Content("~" + OrganisationLinks.Curate(id)));
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
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == _id, cancel) is not { } found)
            return;
        var account = Actor.Of(User).AccountId;
        Found = found;
        Steps = DecisionStep.For(found, clock.GetUtcNow().UtcDateTime);
        Asker = await db.Set<JoinRequest>().AsNoTracking().FirstOrDefaultAsync(r => r.OrganisationId == _id, cancel);
        IsOwn = await db.Memberships.AnyAsync(m => m.OrganisationId == _id && m.AccountId == account, cancel);
        Managers = await turns.OtherManagersAsync(_id, Guid.Empty, cancel);
    }
}
