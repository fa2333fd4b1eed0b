using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Overview;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Places.Sources;

/// <summary>One claim about a place, whatever was decided about it.</summary>
public sealed record ClaimLine(
    Guid Id, Guid Document, string Title, bool IsCurrent, ClaimKind Kind, ClaimState State, bool IsPreferred, Figure? Figure,
    string Text, IReadOnlyList<string> Codes, string? Quote, DateTime? DecidedAt);

/// <summary>All claims about one place, a page at a time, with how many there are in each state.</summary>
public sealed class ReadClaims(AppDbContext db)
{
    public const int PageSize = 50;

    public async Task<IReadOnlyDictionary<ClaimState, int>> CountAsync(PlaceEntry place, bool all, CancellationToken cancel) =>
        await Open(place, all).GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>The claims of one page; numbers and sentences that must not be told are already gone.</summary>
    public async Task<IReadOnlyList<ClaimLine>> PageAsync(PlaceEntry place, ClaimState? state, bool all, Paging paging, CancellationToken cancel) =>
        await LinesAsync(place, Open(place, all).Where(c => state == null || c.State == state)
            .OrderBy(c => c.Kind).ThenBy(c => c.DocumentId).ThenBy(c => c.Number).Skip(paging.Skip).Take(paging.Size), cancel);

    /// <summary>Accepted statements to be handled with care (domain.md 7.4).</summary>
    public async Task<IReadOnlyList<ClaimLine>> CarefulAsync(PlaceEntry place, CancellationToken cancel)
    {
        var careful = Careful(place);
        if (careful.Count == 0)
            return [];
        var lines = await LinesAsync(place, db.Claims.Facts().Where(c => careful.Contains(c.Id)).OrderBy(c => c.Number), cancel);
        return [.. lines.Select(l => l.Quote?.Any(char.IsDigit) == true ? l with { Quote = null } : l)];
    }

    private IQueryable<Claim> Open(PlaceEntry place, bool all)
    {
        var careful = Careful(place);
        var claims = db.Claims.Where(c => c.SubjectKey == place.Key && !careful.Contains(c.Id));
        return claims.SeenBy(all);
    }

    private static List<Guid> Careful(PlaceEntry place) => [.. place.Challenges.Where(c => c.IsSensitive).SelectMany(c => c.Claims)];

    private async Task<IReadOnlyList<ClaimLine>> LinesAsync(PlaceEntry place, IQueryable<Claim> claims, CancellationToken cancel)
    {
        var rows = await claims.AsNoTracking().Select(c => new { Claim = c, c.Document.Title, c.Document.IsCurrent }).ToListAsync(cancel);
        var ids = rows.Select(r => r.Claim.Id).ToList();
        var codes = (await db.ClaimCodes.AsNoTracking().Where(c => ids.Contains(c.ClaimId)).ToListAsync(cancel)).ToLookup(c => c.ClaimId, c => c.Code);
        // Protection looks at all numbers of the place, also those of other pages: any of them can reveal a small one.
        var numbers = await NumbersAsync(place.Key, cancel);
        var figures = Disclosure.Protect([.. numbers.Select(FigureOf)]).ToDictionary(f => f.Claim);
        var spans = numbers.Where(c => figures[c.Id].Protected != Protection.No).Select(c => (c.DocumentId, c.QuoteStart, c.QuoteEnd)).ToList();
        return [.. rows.Select(r => new ClaimLine(
            r.Claim.Id, r.Claim.DocumentId, r.Title, r.IsCurrent, r.Claim.Kind, r.Claim.State, r.Claim.IsPreferred, figures.GetValueOrDefault(r.Claim.Id),
            r.Claim.Text, [.. codes[r.Claim.Id]],
            spans.Exists(s => s.DocumentId == r.Claim.DocumentId && s.QuoteStart < r.Claim.QuoteEnd && s.QuoteEnd > r.Claim.QuoteStart) ? null : r.Claim.Quote,
            r.Claim.DecidedAt))];
    }

    private Task<List<Claim>> NumbersAsync(string key, CancellationToken cancel) =>
        db.Claims.AsNoTracking().Where(c => c.SubjectKey == key && (c.Low != null || c.High != null)).ToListAsync(cancel);

    public static Figure FigureOf(Claim c) => new()
    {
        Claim = c.Id, Document = c.DocumentId, Kind = c.Kind, Low = c.Low, High = c.High, About = c.About, Unit = c.Unit, Method = c.Method,
        Scope = c.Scope, ScopeName = c.ScopeName, Year = c.Year, YearTo = c.YearTo, IsPreferred = c.IsPreferred,
    };
}
