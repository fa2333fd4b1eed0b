using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Join;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Organisations.Show;

/// <summary>The page of an organisation: public, or for members and curators while it waits or is hidden. No person is shown.</summary>
[PublicPage]
public sealed class ShowModel(AppDbContext db, TimeProvider clock) : PageModel
{
    public Organisation Found { get; private set; } = null!;

    public bool IsMember { get; private set; }

    public bool IsPublisher { get; private set; }

    public bool IsManager { get; private set; }

    public bool IsCurator { get; private set; }

    public bool HasNoManager { get; private set; }

    public int Members { get; private set; }

    /// <summary>What a curator wants to know; empty when nothing is open.</summary>
    public string Question { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        IsMember = actor.ActsFor(organisation, OrganisationRole.Editor);
        IsPublisher = actor.ActsFor(organisation, OrganisationRole.Publisher);
        IsManager = actor.ActsFor(organisation, OrganisationRole.Manager);
        IsCurator = actor.Is(NetworkRole.Curator);
        var seen = IsMember || IsCurator || actor.Is(NetworkRole.Moderator) ? db.Organisations : db.Organisations.Public();
        if (await seen.AsNoTracking().FirstOrDefaultAsync(o => o.Id == organisation, cancel) is not { } found)
            return NotFound();
        Found = found;
        var members = db.Memberships.AsNoTracking().At(clock.GetUtcNow().UtcDateTime).Where(m => m.OrganisationId == organisation && m.Account.State == AccountState.Active);
        Members = await members.Select(m => m.AccountId).Distinct().CountAsync(cancel);
        HasNoManager = found.State == OrganisationState.Active && !await members.AnyAsync(m => m.Role == OrganisationRole.Manager, cancel);
        if (found.State == OrganisationState.Waiting)
            Question = await db.Set<JoinRequest>().Where(r => r.OrganisationId == organisation && r.Answer == "").Select(r => r.Question).FirstOrDefaultAsync(cancel) ?? "";
        return Page();
    }
}
