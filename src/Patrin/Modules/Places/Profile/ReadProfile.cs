using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Known;
using Patrin.Modules.Places.Overview;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.Profile;

/// <summary>Puts a profile together: the overview in memory, and three narrow queries.</summary>
public sealed class ReadProfile(AppDbContext db, PlaceOverviews overviews, KnownPlaces known, IEnumerable<IPlaceTies> ties)
{
    private const int MostLikePlaces = 5;
    private const int MostChecks = 20;

    /// <summary>The place an address means: by slug, subject key or id; null when there is none.</summary>
    public async Task<PlaceEntry?> FindAsync(string name, CancellationToken cancel) => (await overviews.GetAsync(db, cancel)).Find(name);

    /// <summary>The profile at this slug; null when there is none.</summary>
    public async Task<PlaceProfile?> RunAsync(string slug, CancellationToken cancel)
    {
        var overview = await overviews.GetAsync(db, cancel);
        if (overview.BySlug(slug) is not { } place)
            return null;
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
            Checks = statements.Exists(s => s.Figure is { Protected: not Protection.No }) ? [] : await ChecksAsync(place.Key, cancel),
            Corrections = known.CorrectionsOf(place.Key),
            Known = known.Find(place.Key),
            Like = Likeness.Of(overview, place, MostLikePlaces),
            Ties = await TiesAsync(place.Key, cancel),
        };
    }

    private async Task<List<Row>> RowsAsync(string key, CancellationToken cancel) =>
        await (from c in db.Claims.Facts()
               where c.SubjectKey == key
               join d in db.Documents on c.DocumentId equals d.Id
               join p in db.PlacePassages on c.Id equals p.ClaimId into around
               from p in around.DefaultIfEmpty()
               orderby d.ImportedAt, c.DocumentId, c.Number
               select new Row
               {
                   Id = c.Id, Kind = c.Kind, Low = c.Low, High = c.High, About = c.About, Unit = c.Unit, Method = c.Method,
                   Scope = c.Scope, ScopeName = c.ScopeName, Year = c.Year, YearTo = c.YearTo, Text = c.Text, IsPreferred = c.IsPreferred,
                   Quote = c.Quote, Start = c.QuoteStart, End = c.QuoteEnd, Before = p == null ? "" : p.Before, After = p == null ? "" : p.After,
                   Document = d.Id, Title = d.Title, Publisher = d.Publisher, Address = d.Address, Written = d.Written,
                   ReadOn = d.ReadOn, Language = d.Language, Licence = d.Licence,
               }).AsNoTracking().ToListAsync(cancel);

    private Task<List<DocumentCheck>> ChecksAsync(string key, CancellationToken cancel) =>
        db.DocumentChecks.AsNoTracking().Where(c => c.SubjectKey == key)
            .Join(db.Documents.Where(d => d.IsCurrent), c => c.DocumentId, d => d.Id, (c, _) => c)
            .OrderBy(c => c.DocumentId).ThenBy(c => c.Number).Take(MostChecks).ToListAsync(cancel);

    private static Dictionary<Guid, Source> Sources(List<Row> rows)
    {
        Dictionary<Guid, Source> sources = [];
        foreach (var r in rows)
            sources.TryAdd(r.Document, new Source(sources.Count + 1, r.Document, r.Title, r.Publisher, r.Address, r.Written, r.ReadOn, r.Language, r.Licence));
        return sources;
    }

    private async Task<Dictionary<Guid, string>> RankReasonsAsync(List<Row> rows, CancellationToken cancel)
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

    private static List<Statement> Statements(PlaceEntry place, List<Row> rows, Dictionary<Guid, Source> sources, Dictionary<Guid, string> reasons)
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

    private sealed class Row
    {
        public Guid Id { get; init; }
        public ClaimKind Kind { get; init; }
        public decimal? Low { get; init; }
        public decimal? High { get; init; }
        public bool About { get; init; }
        public string Unit { get; init; } = "";
        public string Method { get; init; } = "";
        public ClaimScope Scope { get; init; }
        public string ScopeName { get; init; } = "";
        public int? Year { get; init; }
        public int? YearTo { get; init; }
        public string Text { get; init; } = "";
        public bool IsPreferred { get; init; }
        public string Quote { get; init; } = "";
        public int Start { get; init; }
        public int End { get; init; }
        public string Before { get; init; } = "";
        public string After { get; init; } = "";
        public Guid Document { get; init; }
        public string Title { get; init; } = "";
        public string Publisher { get; init; } = "";
        public string Address { get; init; } = "";
        public string Written { get; init; } = "";
        public DateOnly ReadOn { get; init; }
        public string Language { get; init; } = "";
        public string Licence { get; init; } = "";

        public bool HasNumber => Low is not null || High is not null;

        public Figure Figure() => new()
        {
            Claim = Id, Document = Document, Kind = Kind, Low = Low, High = High, About = About, Unit = Unit, Method = Method,
            Scope = Scope, ScopeName = ScopeName, Year = Year, YearTo = YearTo, IsPreferred = IsPreferred,
        };

        /// <summary>True when the sentence shown for <paramref name="other"/> would contain the words of this claim.</summary>
        public bool Touches(Row other) =>
            Document == other.Document && Start < other.End + other.After.Length + 2 && End > other.Start - other.Before.Length - 2;

        /// <summary>A sensitive statement is shown without its surroundings when these hold a number: never beside a count.</summary>
        public Passage? Passage(bool alone) =>
            !alone || !(Before + Quote + After).Any(char.IsDigit) ? new Passage(Before, Quote, After)
            : Quote.Any(char.IsDigit) ? null : new Passage("", Quote, "");
    }
}
