using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Members;

/// <summary>Leaving, and handing over.</summary>
[OrganisationPage(OrganisationRole.Editor)]
public sealed class LeaveModel(AppDbContext db, LeaveOrganisation leave, MembersTurn turns, TimeProvider clock) : PageModel, IReloadable
{
    /// <summary>Members to choose from; who has more uses the list of members.</summary>
    private const int MostOthers = 100;

    [BindProperty]
    public LeaveForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    public string Name { get; private set; } = "";

    public bool IsManager { get; private set; }

    public bool IsLast { get; private set; }

    public bool Waits { get; private set; }

    public IReadOnlyList<(Guid Id, string Name)> Others { get; private set; } = [];

    public Task OnGetAsync(bool waits, CancellationToken cancel)
    {
        Waits = waits;
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var hasLeft = await leave.RunAsync(Organisation, Form, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~" + (hasLeft ? OrganisationLinks.List : OrganisationLinks.Leave(Organisation) + "?waits=true")));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        var (actor, now) = (Actor.Of(User), clock.GetUtcNow().UtcDateTime);
        Name = await db.Organisations.Where(o => o.Id == Organisation).Select(o => o.Name).SingleAsync(cancel);
        IsManager = actor.ActsFor(Organisation, OrganisationRole.Manager);
        IsLast = IsManager && await turns.OtherManagersAsync(Organisation, actor.AccountId!.Value, cancel) == 0;
        var others = await db.Memberships.AsNoTracking().At(now)
            .Where(m => m.OrganisationId == Organisation && m.AccountId != actor.AccountId && m.Account.State == AccountState.Active)
            .OrderBy(m => m.Account.DisplayName).Take(MostOthers).Select(m => new { m.Id, m.Account.DisplayName }).ToListAsync(cancel);
        Others = [.. others.Select(o => (o.Id, o.DisplayName))];
    }
}
