using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Known;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Data;
using Patrin.Platform.Text;

namespace Patrin.Modules.Places.Overview;

/// <summary>
/// Keeps the newest <see cref="PlaceOverview"/> in memory. Every use asks the database for the number of its last change,
/// one row by key, and reads the places again only if it moved: so every node shows what was just decided on any other.
/// Names must sort by the reader's alphabet and facets count across filters, which no engine of ours does alike.
/// </summary>
public sealed class PlaceOverviews(KnownPlaces known, CodeLists codes, IHttpContextAccessor? web = null) : IDisposable
{
    // Compiled once for this site's model: building and looking up the expression costs as much as the query.
    private readonly Func<AppDbContext, Task<long>> _change =
        EF.CompileAsyncQuery((AppDbContext db) => db.Set<PlaceChange>().Where(c => c.Id == PlaceChange.OnlyId).Select(c => c.Number).First());

    private const int MostChecks = 20;

    private readonly SemaphoreSlim _reading = new(1);
    private volatile PlaceOverview? _newest;

    /// <summary>The places as of now; within one request for reading, asked once.</summary>
    public async Task<PlaceOverview> GetAsync(AppDbContext db, CancellationToken cancel)
    {
        if (web?.HttpContext is not { } context || !HttpMethods.IsGet(context.Request.Method))
            return await NewestAsync(db, cancel);
        if (context.Items[this] is PlaceOverview seen)
            return seen;
        var newest = await NewestAsync(db, cancel);
        context.Items[this] = newest;
        return newest;
    }

    private async Task<PlaceOverview> NewestAsync(AppDbContext db, CancellationToken cancel)
    {
        var change = await _change(db);
        if (_newest is { } held && held.Change == change)
            return held;
        await _reading.WaitAsync(cancel);
        try
        {
            if (_newest is { } fresh && fresh.Change == change)
                return fresh;
            return _newest = await ReadAsync(db, change, cancel);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<PlaceOverview> ReadAsync(AppDbContext db, long change, CancellationToken cancel)
    {
        var places = await db.Places.AsNoTracking().Where(p => p.Facts > 0).ToListAsync(cancel);
        var members = (await db.PlaceMemberships.AsNoTracking().ToListAsync(cancel)).ToLookup(m => m.PlaceId);
        var figures = (await FiguresAsync(db, cancel)).ToLookup(f => f.Key, f => f.Figure);
        var coded = (await CodedAsync(db, cancel)).ToLookup(f => f.Key);
        var checks = (await ChecksAsync(db, cancel)).ToLookup(c => c.SubjectKey);
        return new PlaceOverview(change, [.. places.Select(p => Entry(p, members[p.Id], [.. figures[p.Key]], [.. coded[p.Key]]) with { Checks = [.. checks[p.Key].Take(MostChecks)] })]);
    }

    private static async Task<List<(string Key, Figure Figure)>> FiguresAsync(AppDbContext db, CancellationToken cancel)
    {
        var rows = await db.Claims.Facts()
            .Where(c => c.Kind == ClaimKind.Population || c.Kind == ClaimKind.RomaPopulation || c.Kind == ClaimKind.RomaShare || c.Kind == ClaimKind.SubPlace || c.Kind == ClaimKind.Figure)
            .OrderBy(c => c.DocumentId).ThenBy(c => c.Number)
            .Select(c => new { c.SubjectKey, c.Id, c.DocumentId, c.Kind, c.Low, c.High, c.About, c.Unit, c.Method, c.Scope, c.ScopeName, c.Year, c.YearTo, c.IsPreferred })
            .ToListAsync(cancel);
        return [.. rows.Select(c => (c.SubjectKey, new Figure
        {
            Claim = c.Id, Document = c.DocumentId, Kind = c.Kind, Low = c.Low, High = c.High, About = c.About, Unit = c.Unit, Method = c.Method,
            Scope = c.Scope, ScopeName = c.ScopeName, Year = c.Year, YearTo = c.YearTo, IsPreferred = c.IsPreferred,
        }))];
    }

    private static Task<List<DocumentCheck>> ChecksAsync(AppDbContext db, CancellationToken cancel) =>
        db.DocumentChecks.AsNoTracking().Join(db.Documents.Where(d => d.IsCurrent && d.HiddenAt == null), c => c.DocumentId, d => d.Id, (c, _) => c)
            .OrderBy(c => c.DocumentId).ThenBy(c => c.Number).ToListAsync(cancel);

    private static async Task<List<CodedRow>> CodedAsync(AppDbContext db, CancellationToken cancel) =>
        await (from c in db.Claims.Facts()
               where c.Kind == ClaimKind.Challenge || c.Kind == ClaimKind.Wish || c.Kind == ClaimKind.Measure || c.Kind == ClaimKind.Plan
               from code in c.Codes.DefaultIfEmpty()
               orderby c.DocumentId, c.Number
               select new CodedRow(c.SubjectKey, c.Id, c.Kind, code == null ? "" : code.Code)).ToListAsync(cancel);

    private PlaceEntry Entry(Place p, IEnumerable<PlaceMembership> members, IReadOnlyList<Figure> figures, IReadOnlyList<CodedRow> coded)
    {
        var shown = Disclosure.Protect(figures);
        var member = known.Find(p.Key);
        return new PlaceEntry
        {
            Id = p.Id, Key = p.Key, Slug = p.Slug, Name = p.Name, LocalName = p.LocalName, LocalLanguage = p.LocalLanguage,
            Country = p.Country, Type = p.Type, Nuts3 = p.Nuts3, Latitude = p.Latitude, Longitude = p.Longitude,
            AreaKm2 = member?.AreaKm2, Residents = p.Residents, FigureKind = p.FigureKind, UpdatedAt = p.UpdatedAt,
            Population = [.. shown.Where(f => f.Kind == ClaimKind.Population).OrderByDescending(f => f.IsPreferred)],
            Roma = [.. shown.Where(f => f.Kind is ClaimKind.RomaPopulation or ClaimKind.RomaShare).OrderByDescending(f => f.IsPreferred)],
            HasProtected = shown.Any(f => f.Protected != Protection.No),
            Challenges = Coded(coded, ClaimKind.Challenge),
            Wishes = Coded(coded, ClaimKind.Wish),
            Offers = Coded(coded, ClaimKind.Measure),
            HasPlan = coded.Any(c => c.Kind == ClaimKind.Plan),
            HasWish = coded.Any(c => c.Kind == ClaimKind.Wish),
            Memberships = [.. members],
            Languages = member?.Languages ?? [],
            Search = SearchText(p, member),
        };
    }

    /// <summary>Codes in the order of their lists; a code that the lists do not know is left out, never an error on a page.</summary>
    private IReadOnlyList<CodedFact> Coded(IReadOnlyList<CodedRow> rows, ClaimKind kind) =>
        [.. rows.Where(r => r.Kind == kind)
            .GroupBy(r => r.Code)
            .Select(g => (Code: Known(g.Key), Claims: g.Select(r => r.Claim).ToList()))
            .Where(g => g.Code is not null)
            .OrderBy(g => codes.Challenges.Contains(g.Code!.Key)).ThenBy(g => g.Code!.Sort)
            .Select(g => new CodedFact(g.Code!.Key, g.Claims, g.Code.IsSensitive))];

    private Code? Known(string code) => codes.Challenges.Find(code) ?? codes.Interventions.Find(code);

    private static string SearchText(Place p, MemberPlace? member) => string.Join(' ',
        new[] { p.Name, p.LocalName, Folding.Transliterate(p.LocalName), p.Nuts3, member?.Seat ?? "", member?.Nuts3Name ?? "" }
            .Concat(member?.Aliases ?? []).Select(Folding.Fold).Where(s => s.Length > 0).Distinct());

    private sealed record CodedRow(string Key, Guid Claim, ClaimKind Kind, string Code);
}
