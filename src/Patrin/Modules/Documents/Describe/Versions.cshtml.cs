using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.History;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents.Describe;

/// <summary>How the description of a document changed, field by field.</summary>
[PublicPage]
public sealed class VersionsModel(AppDbContext db, Platform.History.Versions versions, IAuthorizationService access, Texts texts) : PageModel
{
    public Guid Id { get; private set; }

    public string DocumentTitle { get; private set; } = "";

    public VersionPage Versions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Id = id;
        var seen = db.Documents.AsNoTracking().SeenBy(await access.IsCuratorAsync(User));
        if (await seen.Where(d => d.Id == id).Select(d => d.Title).FirstOrDefaultAsync(cancel) is not { } title)
            return NotFound();
        DocumentTitle = title;
        Versions = await versions.PageAsync("document", id, page, cancel);
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
