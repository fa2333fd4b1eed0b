using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Documents.Review;

/// <summary>A claim of the older version beside the one of the newer version that continues it.</summary>
public sealed record DifferenceLine(Claim? Older, Claim? Newer);

/// <summary>What changed between two versions of a document, in claims and not in text.</summary>
[CuratorsPage]
public sealed class DifferencesModel(AppDbContext db) : PageModel
{
    public const int PageSize = 50;

    public SourceDocument Document { get; private set; } = null!;

    public SourceDocument Older { get; private set; } = null!;

    public IReadOnlyList<DifferenceLine> Changed { get; private set; } = [];

    public IReadOnlyList<Claim> Gone { get; private set; } = [];

    public IReadOnlyList<Claim> New { get; private set; } = [];

    public int GoneCount { get; private set; }

    public int NewCount { get; private set; }

    public int Same { get; private set; }

    public int CarriedOver { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var document = await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel);
        if (document?.SupersedesId is not { } olderId)
            return NotFound();
        Document = document;
        Older = await db.Documents.AsNoTracking().FirstAsync(d => d.Id == olderId, cancel);
        var newer = db.Claims.AsNoTracking().Where(c => c.DocumentId == id);
        var gone = db.Claims.AsNoTracking().Where(c => c.DocumentId == olderId && !newer.Any(n => n.PreviousId == c.Id));
        Same = await newer.CountAsync(c => c.Continuity == Continuity.Same, cancel);
        CarriedOver = await newer.CountAsync(c => c.Decisions.Any(d => d.Kind == DecisionKind.CarryOver), cancel);
        NewCount = await newer.CountAsync(c => c.Continuity == Continuity.New, cancel);
        GoneCount = await gone.CountAsync(cancel);
        Paging = Paging.Of(page, Math.Max(NewCount, GoneCount), PageSize);
        New = await newer.Where(c => c.Continuity == Continuity.New).Include(c => c.Codes).OrderBy(c => c.Number).Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
        Gone = await gone.Include(c => c.Codes).OrderBy(c => c.Number).Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
        Changed = await ChangedAsync(newer, cancel);
        return Page();
    }

    private async Task<IReadOnlyList<DifferenceLine>> ChangedAsync(IQueryable<Claim> newer, CancellationToken cancel)
    {
        var changed = await newer.Where(c => c.Continuity == Continuity.Changed).Include(c => c.Codes).OrderBy(c => c.Number).Take(200).ToListAsync(cancel);
        var ids = changed.Select(c => c.PreviousId!.Value).ToList();
        var older = await db.Claims.AsNoTracking().Include(c => c.Codes).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        return [.. changed.Select(c => new DifferenceLine(older.GetValueOrDefault(c.PreviousId!.Value), c))];
    }
}
