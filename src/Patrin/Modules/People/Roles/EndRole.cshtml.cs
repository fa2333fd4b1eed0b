using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Roles;

/// <summary>Ends one role, with a reason.</summary>
[AdministratorsPage, FreshProof]
public sealed class EndRoleModel(AppDbContext db, ChangeRoles change) : PageModel, IReloadable
{
    [BindProperty(SupportsGet = true)]
    public Guid Grant { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public RoleGrant? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Found is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Found is null)
            return NotFound();
        await change.EndAsync(Grant, Reason, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~" + OrganisationLinks.Roles));
    }

    public async Task LoadAsync(CancellationToken cancel) =>
        Found = await db.RoleGrants.AsNoTracking().Include(g => g.Account).FirstOrDefaultAsync(g => g.Id == Grant, cancel);
}
