using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Recommendations.Contracts;
using Patrin.Platform.Access;

namespace Patrin.Modules.Recommendations.Programmes;

[PublicPage]
public sealed class IndexModel(ProgrammeQueries programmes) : PageModel
{
    public IReadOnlyList<ProgrammeCard> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Programmes = await programmes.AllAsync(cancel);
}
