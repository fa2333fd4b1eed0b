using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.History;

namespace Patrin.Modules.People.Organisations.History;

/// <summary>What changed on the public page of an organisation. Who changed it is not shown.</summary>
[PublicPage]
public sealed class VersionsModel(AppDbContext db, Platform.History.Versions versions) : PageModel
{
    public Guid Organisation { get; private set; }

    public string Name { get; private set; } = "";

    public VersionPage Versions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid organisation, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        if (await db.Organisations.Public().Where(o => o.Id == organisation).Select(o => o.Name).FirstOrDefaultAsync(cancel) is not { } name)
            return NotFound();
        (Organisation, Name) = (organisation, name);
        Versions = await versions.PageAsync(People.Organisation.Kind, organisation, page, cancel);
        return Page();
    }
}
