using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Known;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Vocabulary.Wording;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.Profile;

/// <summary>
/// Puts a profile together with one narrow query, and again only after a decision: each request asks the database whether
/// there was one (<see cref="PlaceOverviews"/>), so that no reader on any node sees an old profile.
/// </summary>
public sealed class ReadProfile(AppDbContext db, PlaceOverviews overviews, ProfileQuery query, KnownPlaces known, WordingHints wording, IEnumerable<IPlaceTies> ties)
{
    private const int MostLikePlaces = 5;
    private const int MostHints = 3;

    /// <summary>The place an address means: by slug, subject key or id; null when there is none.</summary>
    public async Task<PlaceEntry?> FindAsync(string name, CancellationToken cancel) => (await overviews.GetAsync(db, cancel)).Find(name);

    /// <summary>The profile at this slug; null when there is none.</summary>
    public async Task<PlaceProfile?> RunAsync(string slug, CancellationToken cancel)
    {
        // One connection for all queries of the page.
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return await ReadAsync(slug, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<PlaceProfile?> ReadAsync(string slug, CancellationToken cancel)
    {
        var overview = await overviews.GetAsync(db, cancel);
        if (overview.BySlug(slug) is not { } place)
            return null;
        // All of a profile but the ties comes from decisions, and the overview changes with every decision.
        var profile = await overview.KeepAsync("profile " + place.Slug, () => MakeAsync(overview, place, cancel));
        return profile! with { Ties = await TiesAsync(place.Key, cancel) };
    }

    private async Task<PlaceProfile?> MakeAsync(PlaceOverview overview, PlaceEntry place, CancellationToken cancel)
    {
        var rows = await RowsAsync(place.Key, cancel);
        var sources = Sources(rows);
        var statements = Statements(place, rows, sources, await RankReasonsAsync(rows, cancel));
        return new PlaceProfile
        {
            Place = place,
            Overview = overview,
            Sources = [.. sources.Values.OrderBy(s => s.Number)],
            Statements = statements,
            // A check repeats the numbers it compares: with a protected one among them none is shown.
            Checks = statements.Exists(s => s.Figure is { Protected: not Protection.No }) ? [] : place.Checks,
            Wording = Hints(statements),
            Corrections = known.CorrectionsOf(place.Key),
            Known = known.Find(place.Key),
            Like = Likeness.Of(overview, place, MostLikePlaces),
            Ties = [],
        };
    }

    private async Task<List<ProfileRow>> RowsAsync(string key, CancellationToken cancel)
    {
        List<ProfileRow> rows = [];
        await foreach (var row in query.Of(db, key).WithCancellation(cancel))
            rows.Add(row);
        return rows;
    }

    private List<(string, string)> Hints(List<Statement> statements) =>
        [.. statements.Where(s => s.Passage is not null)
            .SelectMany(s => wording.Find(s.Passage!.Quote, s.Source.Language, isQuotation: true).Select(h => (h.Of(s.Passage.Quote), h.Instead)))
            .Where(h => h.Instead.Length > 0).DistinctBy(h => h.Item1, StringComparer.OrdinalIgnoreCase).Take(MostHints)];

    private static Dictionary<Guid, Source> Sources(List<ProfileRow> rows)
    {
        Dictionary<Guid, Source> sources = [];
        foreach (var r in rows)
            sources.TryAdd(r.Document, new Source(sources.Count + 1, r.Document, r.Title, r.Publisher, r.Address, r.Written, r.ReadOn, r.Language, r.Licence));
        return sources;
    }

    private async Task<Dictionary<Guid, string>> RankReasonsAsync(List<ProfileRow> rows, CancellationToken cancel)
    {
        var ranked = rows.Where(r => r.IsPreferred).Select(r => r.Id).ToList();
        if (ranked.Count == 0)
            return [];
        var decisions = await db.ClaimDecisions.Where(d => ranked.Contains(d.ClaimId) && d.Kind == DecisionKind.Prefer)
            .OrderBy(d => d.At).Select(d => new { d.ClaimId, d.Reason }).ToListAsync(cancel);
        return decisions.GroupBy(d => d.ClaimId).ToDictionary(g => g.Key, g => g.Last().Reason);
    }

    private async Task<IReadOnlyList<PlaceTie>> TiesAsync(string key, CancellationToken cancel)
    {
        List<PlaceTie> all = [];
        foreach (var kind in ties)
            all.AddRange(await kind.OfAsync(key, cancel));
        return all;
    }

    private static List<Statement> Statements(PlaceEntry place, List<ProfileRow> rows, Dictionary<Guid, Source> sources, Dictionary<Guid, string> reasons)
    {
        var figures = Disclosure.Protect([.. rows.Where(r => r.HasNumber).Select(r => r.Figure())]).ToDictionary(f => f.Claim);
        var hidden = rows.Where(r => figures.TryGetValue(r.Id, out var f) && f.Protected != Protection.No).ToList();
        var codes = place.Challenges.Concat(place.Wishes).Concat(place.Offers)
            .SelectMany(f => f.Claims.Select(c => (Claim: c, f.Code))).ToLookup(x => x.Claim, x => x.Code);
        var sensitive = place.Challenges.Where(c => c.IsSensitive).SelectMany(c => c.Claims).ToHashSet();
        return [.. rows.Select(r => new Statement
        {
            Claim = r.Id, Kind = r.Kind, Source = sources[r.Document], Text = r.Text, Codes = [.. codes[r.Id]],
            Figure = figures.GetValueOrDefault(r.Id), Year = r.Year, YearTo = r.YearTo,
            Passage = hidden.Exists(h => h.Touches(r)) ? null : r.Passage(alone: sensitive.Contains(r.Id)),
            RankReason = reasons.GetValueOrDefault(r.Id, ""),
        })];
    }
}
