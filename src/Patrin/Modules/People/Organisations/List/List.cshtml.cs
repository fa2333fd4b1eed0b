using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Organisations.List;

/// <summary>All public organisations.</summary>
[PublicPage]
public sealed class ListModel(AppDbContext db) : PageModel
{
    public OrganisationFilter Filter { get; private set; } = new(null, null, null);

    public bool IsCurator { get; private set; }

    public IReadOnlyList<Organisation> Shown { get; private set; } = [];

    public IReadOnlyDictionary<string, int> Countries { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyDictionary<string, int> Types { get; private set; } = new Dictionary<string, int>();

    public Paging Paging { get; private set; } = new(1, 25, 0);

    public async Task OnGetAsync(string? q, string? country, string? type, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Filter = new(q, country, type);
        IsCurator = Actor.Of(User).Is(NetworkRole.Curator);
        var all = db.Organisations.AsNoTracking().Public();
        var found = Filter.Apply(all);
        Paging = Paging.Of(page, await found.CountAsync(cancel));
        Shown = await found.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Countries = await Filter.CountriesAsync(all, cancel);
        Types = await Filter.TypesAsync(all, cancel);
    }
}
