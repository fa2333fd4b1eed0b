using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.Practices.List;

/// <summary>All records, narrowed down by facets.</summary>
[PublicPage]
public sealed class ListModel(ListPractices list) : PageModel
{
    public PracticeFilter Filter { get; private set; } = new();

    public PracticeListing Listing { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Filter = PracticeFilter.From(Request.Query);
        Listing = await list.RunAsync(Filter, page, cancel);
    }
}
