using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Members;

/// <summary>A line of the list.</summary>
public sealed record MemberLine(Guid Id, string Name, OrganisationRole Role, DateTime From, DateTime? To, bool IsOpen, bool IsMe);

/// <summary>Who acts for the organisation and who did.</summary>
[OrganisationPage(OrganisationRole.Editor)]
public sealed class MembersModel(AppDbContext db, MembersTurn turns, TimeProvider clock) : PageModel
{
    public Guid Organisation { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsManager { get; private set; }

    public bool HasNoManager { get; private set; }

    public IReadOnlyList<MemberLine> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 25, 0);

    public async Task OnGetAsync(Guid organisation, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var (actor, now) = (Actor.Of(User), clock.GetUtcNow().UtcDateTime);
        Organisation = organisation;
        IsManager = actor.ActsFor(organisation, OrganisationRole.Manager);
        Name = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        HasNoManager = await turns.OtherManagersAsync(organisation, Guid.Empty, cancel) == 0;
        var all = db.Memberships.AsNoTracking().Where(m => m.OrganisationId == organisation);
        Paging = Paging.Of(page, await all.CountAsync(cancel));
        Shown = await all.OrderByDescending(m => m.To == null || m.To > now).ThenBy(m => m.Account.DisplayName).ThenByDescending(m => m.From)
            .Skip(Paging.Skip).Take(Paging.Size)
            .Select(m => new MemberLine(m.Id, m.Account.DisplayName, m.Role, m.From, m.To, m.To == null || m.To > now, m.AccountId == actor.AccountId)).ToListAsync(cancel);
    }
}
