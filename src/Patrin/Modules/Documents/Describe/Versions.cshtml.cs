using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.History;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Documents.Describe;

/// <summary>How the description of a document changed, field by field.</summary>
[PublicPage]
public sealed class VersionsModel(AppDbContext db, Platform.History.Versions versions, IAuthorizationService access, Texts texts) : PageModel
{
    private const int PerPage = 20;

    public Guid Id { get; private set; }

    public string DocumentTitle { get; private set; } = "";

    public IReadOnlyList<RecordVersion> Versions { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0, PerPage);

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Id = id;
        var seen = db.Documents.AsNoTracking().SeenBy(await access.IsCuratorAsync(User));
        if (await seen.Where(d => d.Id == id).Select(d => d.Title).FirstOrDefaultAsync(cancel) is not { } title)
            return NotFound();
        DocumentTitle = title;
        var all = versions.Of("document", id);
        Paging = Paging.Of(page, await all.CountAsync(cancel), PerPage);
        // One more than is shown: the oldest of a page is compared with the one before it.
        Versions = await all.OrderByDescending(v => v.Number).Skip(Paging.Skip).Take(PerPage + 1).ToListAsync(cancel);
        return Page();
    }

    public string Label(string field) => field switch
    {
        "title" => texts["Title"],
        "publisher" => texts["Publisher"],
        "address" => texts["Address on the web"],
        "read-on" => texts["Read on"],
        "written" => texts["Written"],
        _ => texts["Licence"],
    };
}
