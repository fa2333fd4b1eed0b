using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Documents.Review;

/// <summary>The queue of a document: its text with the passages marked beside one card per claim.</summary>
[CuratorsPage]
public sealed class ReviewModel(AppDbContext db, DecideOnClaims decide, AcceptClearClaims acceptClear, Texts texts) : PageModel, IReloadable
{
    public const int PageSize = 20;

    [FromRoute(Name = "id")]
    public Guid DocumentId { get; set; }

    public SourceDocument Document { get; private set; } = null!;

    public ReviewFilter Filter { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ReviewCard> Cards { get; private set; } = [];

    public IReadOnlyList<TextHtml> Fragments { get; private set; } = [];

    public IReadOnlyList<DocumentSubject> Subjects { get; private set; } = [];

    public IReadOnlyList<DocumentCheck> Checks { get; private set; } = [];

    public IReadOnlyDictionary<ClaimState, int> Counts { get; private set; } = new Dictionary<ClaimState, int>();

    public IReadOnlyList<(ClaimKind Kind, int Count)> Kinds { get; private set; } = [];

    /// <summary>Clear claims that would be accepted together, by kind.</summary>
    public IReadOnlyList<(ClaimKind Kind, int Count)> Clear { get; private set; } = [];

    /// <summary>The reader brought the document in: another curator accepts all at once.</summary>
    public bool IsOwnImport => Document.ImportedById is { } by && by == Actor.Of(User).AccountId;

    public bool AsksForBatch { get; private set; }

    /// <summary>The batch just accepted, and its size.</summary>
    public (Guid Id, int Count)? Batch { get; private set; }

    public bool AlreadyThere { get; private set; }

    public int Decided => Counts.Where(c => c.Key != ClaimState.Proposed).Sum(c => c.Value);

    public int Total => Counts.Values.Sum();

    public string NameOf(ReviewShow show) => show switch
    {
        ReviewShow.Open => texts["To decide"],
        ReviewShow.Decided => texts["Accepted"],
        ReviewShow.Rejected => texts["Rejected"],
        ReviewShow.Unclear => texts["To decide and not clear"],
        _ => texts["All"],
    };

    private Guid? _corrected;
    private Guid? _refused;
    private Guid? _changed;
    private Decision? _attempt;
    private CorrectionForm? _form;

    public async Task<IActionResult> OnGetAsync(Guid? correct, Guid? claim, Guid? batch, string? confirm, bool already, CancellationToken cancel)
    {
        if (!await db.Documents.AnyAsync(d => d.Id == DocumentId, cancel))
            return NotFound();
        _corrected = correct;
        AsksForBatch = confirm == "clear";
        AlreadyThere = already;
        if (batch is { } id && await db.ClaimDecisions.CountAsync(d => d.Batch == id, cancel) is var count and > 0)
            Batch = (id, count);
        await ShowAsync(ReviewFilter.From(Request.Query), correct ?? claim, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid claim, int version, string what, string? reason, string? back, CorrectionForm form, CancellationToken cancel)
    {
        if (!await db.Claims.AnyAsync(c => c.Id == claim && c.DocumentId == DocumentId, cancel))
            return NotFound();
        var kind = WireName.Parse<DecisionKind>(what) ?? throw new RuleBroken("", "Choose what to do with the claim.");
        // A refused post shows the page again: with this claim in view, and what was typed.
        (_refused, _form, _corrected) = (claim, form, kind == DecisionKind.Correct ? claim : null);
        _attempt = new(claim, version, kind) { Reason = reason };
        try
        {
            await decide.RunAsync(_attempt with { Corrected = kind == DecisionKind.Correct ? form.ToReading() : null }, Actor.Of(User), cancel);
            return Back(back, claim, ("claim", claim.ToString()));
        }
        catch (ClaimChanged)
        {
            db.ChangeTracker.Clear();
            _changed = claim;
            await LoadAsync(cancel);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }

    public async Task<IActionResult> OnPostClearAsync(string? place, string? kind, string? back, CancellationToken cancel)
    {
        var (batch, _) = await acceptClear.RunAsync(DocumentId, string.IsNullOrEmpty(place) ? null : place, Actor.Of(User), cancel, kind: WireName.Parse<ClaimKind>(kind));
        return Back(back, null, ("batch", batch.ToString()));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid batch, string? back, CancellationToken cancel)
    {
        await acceptClear.UndoAsync(batch, Actor.Of(User), cancel);
        return Back(back, null);
    }

    public Task LoadAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return ShowAsync(FilterOf(Request.HasFormContentType ? Request.Form["back"].ToString() : ""), _refused, cancel);
    }

    private LocalRedirectResult Back(string? back, Guid? claim, params ReadOnlySpan<(string, string?)> more)
    {
        var anchor = claim is { } id ? "#k-" + id.ToString("N") : "";
        return LocalRedirect(Url.Content("~" + DocumentLinks.Review(DocumentId)) + FilterOf(back).ToQuery(more) + anchor);
    }

    /// <summary>Only filters come back from a form, whatever it sent.</summary>
    private static ReviewFilter FilterOf(string? query) =>
        ReviewFilter.From(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));

    private async Task ShowAsync(ReviewFilter filter, Guid? kept, CancellationToken cancel)
    {
        Document = await db.Documents.AsNoTracking().FirstAsync(d => d.Id == DocumentId, cancel);
        Subjects = await db.DocumentSubjects.AsNoTracking().Where(s => s.DocumentId == DocumentId).OrderBy(s => s.SectionStart).ToListAsync(cancel);
        Checks = await db.DocumentChecks.AsNoTracking().Where(c => c.DocumentId == DocumentId).OrderBy(c => c.Number).Take(200).ToListAsync(cancel);
        await CountAsync(filter, cancel);
        var found = filter.Apply(db.Claims.AsNoTracking().Where(c => c.DocumentId == DocumentId), kept);
        var total = await found.CountAsync(cancel);
        Paging = Paging.Of(await PageOfAsync(found, filter, kept, cancel), total, PageSize);
        Filter = filter with { Page = Paging.Number };
        var claims = await found.Include(c => c.Codes).Include(c => c.Decisions).OrderBy(c => c.QuoteStart).ThenBy(c => c.Number).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Cards = await CardsAsync(claims, cancel);
        var marks = claims.Select(c => new TextMark(c.Id, c.Number, new(c.QuoteStart, c.QuoteEnd), MarkStyles.Of(c.Kind, c.State), "#k-" + c.Id.ToString("N"), HasAnchor: true)).ToList();
        Fragments = await TextFragments.LoadAsync(db, DocumentId, claims, marks, filter.IsNarrow, texts, cancel);
    }

    /// <summary>The page that holds the claim just decided about, else the one asked for.</summary>
    private static async Task<int?> PageOfAsync(IQueryable<Claim> found, ReviewFilter filter, Guid? kept, CancellationToken cancel)
    {
        if (kept is not { } id || await found.Where(c => c.Id == id).Select(c => new { c.QuoteStart, c.Number }).FirstOrDefaultAsync(cancel) is not { } claim)
            return filter.Page;
        return (await found.CountAsync(c => c.QuoteStart < claim.QuoteStart || (c.QuoteStart == claim.QuoteStart && c.Number < claim.Number), cancel) / PageSize) + 1;
    }

    private async Task CountAsync(ReviewFilter filter, CancellationToken cancel)
    {
        var claims = db.Claims.Where(c => c.DocumentId == DocumentId);
        Counts = (await claims.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key, g => g.Count);
        Kinds = [.. (await claims.GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).OrderBy(g => g.Key).Select(g => (g.Key, g.Count))];
        var clear = AcceptClearClaims.Clear(db.Claims, DocumentId, filter.Place, filter.Kind).GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() });
        Clear = [.. (await clear.ToListAsync(cancel)).OrderBy(g => g.Key).Select(g => (g.Key, g.Count))];
    }

    private async Task<IReadOnlyList<ReviewCard>> CardsAsync(List<Claim> claims, CancellationToken cancel)
    {
        var subjects = Subjects.DistinctBy(s => s.Key).ToDictionary(s => s.Key);
        var keys = claims.Where(c => c.IsFact && Rivals.CanHave(c.Kind)).Select(c => c.SubjectKey).Distinct().ToList();
        var facts = keys.Count == 0 ? [] : await db.Claims.Facts().Where(c => keys.Contains(c.SubjectKey)).Select(c => new { c.Id, c.SubjectKey, c.Kind, c.Scope, c.ScopeName }).ToListAsync(cancel);
        return [.. claims.Select(c => new ReviewCard(c, subjects.GetValueOrDefault(c.SubjectKey))
        {
            Back = Filter.ToQuery().TrimStart('?'),
            Correction = _corrected == c.Id ? (_refused == c.Id ? _form : CorrectionForm.Of(c)) : null,
            IsRefused = _refused == c.Id,
            LostAttempt = _changed == c.Id && _attempt is { } attempt ? attempt.Kind.ToString() : null,
            HasRivals = c.IsFact && Rivals.CanHave(c.Kind) && facts.Any(f => f.Id != c.Id && f.SubjectKey == c.SubjectKey && f.Kind == c.Kind && f.Scope == c.Scope && f.ScopeName == c.ScopeName),
            Subjects = _corrected == c.Id ? Subjects : [],
        })];
    }
}
