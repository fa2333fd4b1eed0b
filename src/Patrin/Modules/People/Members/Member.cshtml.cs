using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Members;

/// <summary>One membership, for managers.</summary>
[OrganisationPage(OrganisationRole.Manager)]
public sealed class MemberModel(AppDbContext db, ChangeMember change, Texts texts) : PageModel, IReloadable
{
    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Membership { get; set; }

    public Membership? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Found is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostAsync(OrganisationRole? role, int version, CancellationToken cancel) =>
        role is null ? throw new RuleBroken("", "Choose a role.") : ChangeAsync(new(role, version), cancel);

    public Task<IActionResult> OnPostEndAsync(int version, CancellationToken cancel) => ChangeAsync(new(null, version), cancel);

    public async Task LoadAsync(CancellationToken cancel) => Found = await db.Memberships.AsNoTracking().Include(m => m.Account).Include(m => m.Organisation)
        .FirstOrDefaultAsync(m => m.Id == Membership && m.OrganisationId == Organisation, cancel);

    private async Task<IActionResult> ChangeAsync(MemberChange wanted, CancellationToken cancel)
    {
        try
        {
            await change.RunAsync(Organisation, Membership, wanted, Actor.Of(User), cancel);
            return LocalRedirect(Url.Content("~" + OrganisationLinks.Members(Organisation)));
        }
        catch (ChangedMeanwhile)
        {
            await LoadAsync(cancel);
            if (Found is null)
                return NotFound();
            ModelState.AddModelError("", texts["Somebody else changed this membership meanwhile. You see it as it is now."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }
}
