using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.History;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Organisations.History;

/// <summary>What changed on the public page of an organisation. Who changed it is not shown.</summary>
[PublicPage]
public sealed class VersionsModel(AppDbContext db, Platform.History.Versions versions) : PageModel
{
    private const int PerPage = 20;

    public Guid Organisation { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<(RecordVersion Version, IReadOnlyList<FieldChange> Changes)> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PerPage, 0);

    public async Task<IActionResult> OnGetAsync(Guid organisation, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        if (await db.Organisations.Public().Where(o => o.Id == organisation).Select(o => o.Name).FirstOrDefaultAsync(cancel) is not { } name)
            return NotFound();
        (Organisation, Name) = (organisation, name);
        var all = versions.Of(People.Organisation.Kind, organisation);
        Paging = Paging.Of(page, await all.CountAsync(cancel), PerPage);
        // One more than is shown: the oldest of a page is compared with the one before it.
        var found = await all.OrderByDescending(v => v.Number).Skip(Paging.Skip).Take(PerPage + 1).ToListAsync(cancel);
        Shown = [.. found.Take(PerPage).Select((v, i) => (v, Platform.History.Versions.Differences(i + 1 < found.Count ? found[i + 1].Values : new Dictionary<string, string>(), v.Values)))];
        return Page();
    }
}
