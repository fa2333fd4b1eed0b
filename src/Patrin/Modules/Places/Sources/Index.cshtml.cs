using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Documents;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Places.Profile;
using Patrin.Platform.Access;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Places.Sources;

/// <summary>Every claim about a place with its sentence, rank and state: accepted, waiting, rejected, stale.</summary>
[PublicPage]
public sealed class IndexModel(ReadProfile profiles, ReadClaims claims, IAuthorizationService authorization) : PageModel
{
    public PlaceEntry Place { get; private set; } = null!;

    public IReadOnlyList<ClaimLine> Claims { get; private set; } = [];

    /// <summary>Statements to be handled with care: shown apart, without the others around them.</summary>
    public IReadOnlyList<ClaimLine> Careful { get; private set; } = [];

    public IReadOnlyDictionary<ClaimState, int> Counts { get; private set; } = new Dictionary<ClaimState, int>();

    public ClaimState? State { get; private set; }

    public Paging Paging { get; private set; } = new(1, ReadClaims.PageSize, 0);

    public async Task<IActionResult> OnGetAsync(string slug, ClaimState? state, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        if (await profiles.FindAsync(slug, cancel) is not { } place)
            return NotFound();
        Place = place;
        State = state is { } known && Enum.IsDefined(known) ? state : null;
        // Nothing is public because a program read it: others than curators see what somebody accepted, and what became stale.
        var all = await authorization.IsCuratorAsync(User);
        Counts = await claims.CountAsync(place, all, cancel);
        Paging = Paging.Of(page, State is null ? Counts.Values.Sum() : Counts.GetValueOrDefault(State.Value), ReadClaims.PageSize);
        Claims = await claims.PageAsync(place, State, all, Paging, cancel);
        Careful = await claims.CarefulAsync(place, cancel);
        return Page();
    }
}
