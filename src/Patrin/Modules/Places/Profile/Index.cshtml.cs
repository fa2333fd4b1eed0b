using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Map;
using Patrin.Platform.Access;

namespace Patrin.Modules.Places.Profile;

/// <summary>The profile of one place.</summary>
[PublicPage]
public sealed class IndexModel(ReadProfile read, PlaceMaps maps, OrganisationQueries organisations, IEnumerable<IPlacePractices> practices) : PageModel
{
    public PlaceProfile Profile { get; private set; } = null!;

    /// <summary>Organisations that say they work in this place.</summary>
    public IReadOnlyList<OrganisationCard> Organisations { get; private set; } = [];

    /// <summary>What was tried here.</summary>
    public IReadOnlyList<PlacePractice> Practices { get; private set; } = [];

    /// <summary>A small map around the place; null when nobody knows where it lies.</summary>
    public HtmlString? Here { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await read.RunAsync(slug, cancel) is { } profile)
        {
            Profile = profile;
            Here = maps.Around(profile.Overview, profile.Place, Request.PathBase) is { } picture ? new HtmlString(picture) : null;
            Organisations = await organisations.ByPlaceAsync(profile.Place.Country, [profile.Place.Name, profile.Place.LocalName], cancel);
            List<PlacePractice> tried = [];
            foreach (var source in practices)
                tried.AddRange(await source.OfAsync(profile.Place.Key, cancel));
            Practices = tried;
            return Page();
        }

        // An address may also carry the subject key or the id: they lead to the readable one.
        return await read.FindAsync(slug, cancel) is { } place
            ? RedirectPermanent(Url.Content("~" + PlaceLinks.Place(place.Slug)))
            : NotFound();
    }
}
