using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Overview;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.Contracts;

/// <summary>What modules below Places may ask. One narrow query a call; the rest comes from memory.</summary>
public sealed class PlaceQueries(AppDbContext db, PlaceOverviews overviews)
{
    /// <summary>All places with at least one accepted claim, by key.</summary>
    public async Task<IReadOnlyList<PlaceCard>> AllAsync(CancellationToken cancel) =>
        [.. (await overviews.GetAsync(db, cancel)).All.OrderBy(p => p.Key, StringComparer.Ordinal).Select(Card)];

    /// <summary>The places with these keys; keys without a place are left out.</summary>
    public async Task<IReadOnlyDictionary<string, PlaceCard>> ByKeysAsync(IEnumerable<string> keys, CancellationToken cancel)
    {
        var overview = await overviews.GetAsync(db, cancel);
        return keys.Distinct().Select(overview.ByKey).OfType<PlaceEntry>().ToDictionary(p => p.Key, Card);
    }

    /// <summary>By slug, key or id.</summary>
    public async Task<PlaceCard?> FindAsync(string name, CancellationToken cancel) =>
        (await overviews.GetAsync(db, cancel)).Find(name) is { } place ? Card(place) : null;

    public async Task<NetworkCounts> CountsAsync(CancellationToken cancel)
    {
        var all = (await overviews.GetAsync(db, cancel)).All;
        return new NetworkCounts(
            all.Count, all.Select(p => p.Country).Where(c => c.Length > 0).Distinct().Count(),
            Statements(all, p => p.Challenges), Statements(all, p => p.Wishes), Statements(all, p => p.Offers),
            all.Count(p => p.HasWish), all.Count(p => p.HasPlan));
    }

    /// <summary>Challenges most places state, sensitive ones left out.</summary>
    public async Task<IReadOnlyList<ChallengeCount>> TopChallengesAsync(int most, CancellationToken cancel) =>
        [.. (await overviews.GetAsync(db, cancel)).All.SelectMany(p => p.OpenChallenges).CountBy(c => c)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(most).Select(c => new ChallengeCount(c.Key, c.Value))];

    private static int Statements(IEnumerable<PlaceEntry> places, Func<PlaceEntry, IReadOnlyList<CodedFact>> of) =>
        places.SelectMany(of).SelectMany(f => f.Claims).Distinct().Count();

    private static PlaceCard Card(PlaceEntry p) => new(
        p.Key, p.Slug, p.Name, p.LocalName, p.Country, p.Type, p.Nuts3, p.Latitude, p.Longitude, p.Residents, p.Languages,
        p.Challenges, p.Wishes, p.Offers, p.HasPlan, [.. p.Programmes])
    {
        Population = [.. p.Population.Where(f => f is { IsWholePlace: true, Protected: Protection.No }).Select(f => new ResidentsFact(f.Low, f.High, f.Claim))],
        ShowsSentences = !p.HasProtected,
    };
}
