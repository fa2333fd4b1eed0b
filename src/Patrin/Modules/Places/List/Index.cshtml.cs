using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Overview;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Places.List;

/// <summary>All places, narrowed down by facets.</summary>
[PublicPage]
public sealed class IndexModel(AppDbContext db, PlaceOverviews overviews, Facets facets) : PageModel
{
    public const int PageSize = 25;

    public PlaceFilter Filter { get; private set; } = new();

    public PlaceSort Sort { get; private set; }

    public IReadOnlyList<PlaceEntry> Shown { get; private set; } = [];

    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0);

    public int All { get; private set; }

    public async Task OnGetAsync(PlaceSort sort, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Filter = PlaceFilter.From(Request.Query);
        Sort = Enum.IsDefined(sort) ? sort : PlaceSort.Name;
        var overview = await overviews.GetAsync(db, cancel);
        var byName = overview.ByName(CultureInfo.CurrentCulture);
        var found = Filter.Apply(byName).ToList();
        All = byName.Count;
        Paging = Paging.Of(page, found.Count, PageSize);
        Shown = [.. PlaceFilter.Sort(found, Sort).Skip(Paging.Skip).Take(Paging.Size)];
        Facets = facets.Count(overview, Filter);
    }
}
