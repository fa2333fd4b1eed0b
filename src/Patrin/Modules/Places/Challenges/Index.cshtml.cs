using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.Challenges;

/// <summary>All challenges by area, with the number of places that state each.</summary>
[PublicPage]
public sealed class IndexModel(AppDbContext db, PlaceOverviews overviews, CodeLists codes) : PageModel
{
    public IReadOnlyList<IGrouping<string, Code>> ByArea { get; private set; } = [];

    public PlaceOverview Overview { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Overview = await overviews.GetAsync(db, cancel);
        ByArea = [.. codes.Challenges.Current.Where(c => c.Parent is not null).GroupBy(c => c.Parent!)];
    }
}
