using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;
using Patrin.Platform.Administration;

namespace Patrin.Modules.Administration.Front;

/// <summary>The administrators' front page: all rooms with their state, those that need somebody first.</summary>
[AdministratorsPage]
public sealed class FrontModel(IEnumerable<IAdminCards> sources) : PageModel
{
    public IReadOnlyList<AdminCard> Waiting { get; private set; } = [];

    public IReadOnlyList<AdminCard> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = new List<AdminCard>();
        foreach (var source in sources)
            all.AddRange(await source.ReadAsync(cancel));
        Waiting = [.. all.Where(c => c.Waiting > 0)];
        Others = [.. all.Where(c => c.Waiting == 0)];
    }
}
