using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Trail;

/// <summary>Entries of one organisation, for its managers. Who decided for the network stays unnamed: curators and moderators answer as the network.</summary>
[OrganisationPage(OrganisationRole.Manager)]
public sealed class OrganisationHistoryModel(AppDbContext db, ReadTrail read, TrailWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    public string Name { get; private set; } = "";

    public TrailPage Found { get; private set; } = new([], null, true);

    public async Task OnGetAsync(long? before, CancellationToken cancel)
    {
        Name = await db.Organisations.Where(o => o.Id == Organisation).Select(o => o.Name).SingleAsync(cancel);
        var found = await read.PageAsync(db.AuditEntries.Where(e => e.OrganisationId == Organisation), before, (null, null), cancel);
        var names = await read.ColleaguesAsync(found.Entries, [Organisation], cancel);
        Found = ReadTrail.PageOf(found, before, names, words, Actor.Of(User).AccountId?.ToString());
    }
}
