using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Practices.Contracts;
using Patrin.Platform.Data;

namespace Patrin.Modules.Practices;

/// <summary>Shows on the page of a place which records come from there, and on the page of a challenge how many work on it.</summary>
internal sealed class PracticesOfPlace(AppDbContext db, PracticeWords words, PracticeQueries queries) : IPlacePractices
{
    private const int Most = 20;

    public async Task<IReadOnlyList<PlacePractice>> OfAsync(string key, CancellationToken cancel)
    {
        var found = await db.Practices.AsNoTracking().Listed().Where(p => p.PlaceKey == key).OrderByDescending(p => p.Level).ThenBy(p => p.Slug).Take(Most)
            .Select(p => new { p.Slug, p.Title, p.Language, p.Standing, p.Status }).ToListAsync(cancel);
        return [.. found.Select(p => new PlacePractice(p.Title, p.Language, words.Review(p.Standing, p.Status).Text, PracticeLinks.Practice(p.Slug)))];
    }

    public async Task<PracticesOn> OnAsync(string challenge, CancellationToken cancel) =>
        new((await queries.CountsAsync(FacetCodes.Challenge, cancel)).GetValueOrDefault(challenge), PracticeLinks.With(FacetCodes.Challenge, challenge));
}
