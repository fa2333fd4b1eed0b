using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Roles;

/// <summary>Network roles: who holds them, since when and why; giving one.</summary>
[AdministratorsPage, FreshProof]
public sealed class RolesModel(AppDbContext db, ChangeRoles change, TimeProvider clock) : PageModel, IReloadable
{
    [BindProperty]
    public GrantForm Form { get; set; } = new();

    public NetworkRole? Filter { get; private set; }

    public IReadOnlyList<RoleGrant> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 25, 0);

    public DateTime Now { get; private set; }

    public Task OnGetAsync(NetworkRole? role, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Filter = role;
        return ReadAsync(page, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            throw new RuleBroken("Form.From", "Write the days as dates, for example 2026-11-24.");
        await change.GrantAsync(Form, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~" + OrganisationLinks.Roles));
    }

    public Task LoadAsync(CancellationToken cancel) => ReadAsync(null, cancel);

    private async Task ReadAsync(int? page, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        var all = db.RoleGrants.AsNoTracking().Where(g => Filter == null || g.Role == Filter);
        Paging = Paging.Of(page, await all.CountAsync(cancel));
        Shown = await all.Include(g => g.Account).OrderByDescending(g => g.To == null || g.To > Now).ThenBy(g => g.Role).ThenByDescending(g => g.From)
            .Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }
}
