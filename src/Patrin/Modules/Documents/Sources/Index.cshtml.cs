using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Text;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Documents.Sources;

/// <summary>How far a document is reviewed.</summary>
public enum ReviewState
{
    /// <summary>Claims wait for a decision.</summary>
    Open,

    /// <summary>Every claim is decided.</summary>
    Done,

    /// <summary>A newer version took its place.</summary>
    Older,
}

/// <summary>One line of the list.</summary>
public sealed record SourceLine(
    Guid Id, string Title, string Publisher, string Address, DateOnly ReadOn, string Language, double Coverage, bool IsCurrent, int Facts, int Waiting, int Subjects);

/// <summary>A value of a facet and how many documents have it.</summary>
public sealed record Counted(string Value, int Documents);

/// <summary>All documents, newest first, with search by title and publisher.</summary>
[PublicPage]
public sealed class IndexModel(AppDbContext db, IAuthorizationService authorization, Texts texts) : PageModel
{
    public const int QueryMax = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "language")]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true, Name = "publisher")]
    public string? Publisher { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public ReviewState? State { get; set; }

    public bool IsCurator { get; private set; }

    public IReadOnlyList<SourceLine> Shown { get; private set; } = [];

    public IReadOnlyList<Counted> Languages { get; private set; } = [];

    public IReadOnlyList<Counted> Publishers { get; private set; } = [];

    public IReadOnlyDictionary<ReviewState, int> States { get; private set; } = new Dictionary<ReviewState, int>();

    public Paging Paging { get; private set; } = new(1, 25, 0);

    public bool IsFiltered => !string.IsNullOrEmpty(Query) || !string.IsNullOrEmpty(Language) || Publisher is not null || State is not null;

    public string NameOf(ReviewState state) => state switch
    {
        ReviewState.Open => texts["Claims wait for a decision"],
        ReviewState.Done => texts["Every claim is decided"],
        _ => texts["Older versions"],
    };

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        IsCurator = await authorization.IsCuratorAsync(User);
        var seen = db.Documents.AsNoTracking().SeenBy(IsCurator);
        var found = InState(Named(seen), State);
        Paging = Paging.Of(page, await found.CountAsync(cancel));
        Shown = await found.OrderByDescending(d => d.ImportedAt).ThenBy(d => d.Id).Skip(Paging.Skip).Take(Paging.Size).Select(d => new SourceLine(
            d.Id, d.Title, d.Publisher, d.Address, d.ReadOn, d.Language, d.Coverage, d.IsCurrent,
            d.Claims.Count(c => c.State == ClaimState.Accepted || c.State == ClaimState.Corrected),
            d.Claims.Count(c => c.State == ClaimState.Proposed), d.Subjects.Count)).ToListAsync(cancel);
        await CountFacetsAsync(seen, cancel);
    }

    private async Task CountFacetsAsync(IQueryable<SourceDocument> seen, CancellationToken cancel)
    {
        Languages = await seen.GroupBy(d => d.Language).Select(g => new Counted(g.Key, g.Count())).ToListAsync(cancel);
        Publishers = await seen.Where(d => d.Publisher != "").GroupBy(d => d.Publisher).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(12).Select(g => new Counted(g.Key, g.Count())).ToListAsync(cancel);
        var states = new Dictionary<ReviewState, int>();
        foreach (var state in IsCurator ? Enum.GetValues<ReviewState>() : [ReviewState.Done, ReviewState.Older])
            states[state] = await InState(Named(seen), state).CountAsync(cancel);
        States = states;
    }

    /// <summary>Current documents only, unless older versions are asked for.</summary>
    private static IQueryable<SourceDocument> InState(IQueryable<SourceDocument> documents, ReviewState? state) => state switch
    {
        ReviewState.Open => documents.Where(d => d.IsCurrent && d.Claims.Any(c => c.State == ClaimState.Proposed)),
        ReviewState.Done => documents.Where(d => d.IsCurrent && !d.Claims.Any(c => c.State == ClaimState.Proposed)),
        ReviewState.Older => documents.Where(d => !d.IsCurrent),
        _ => documents.Where(d => d.IsCurrent),
    };

    private IQueryable<SourceDocument> Named(IQueryable<SourceDocument> documents)
    {
        var key = Folding.Fold((Query ?? "")[..Math.Min(Query?.Length ?? 0, QueryMax)]);
        if (key.Length > 0)
            documents = documents.Where(d => d.SearchKey.Contains(key));
        if (!string.IsNullOrEmpty(Language))
            documents = documents.Where(d => d.Language == Language);
        if (!string.IsNullOrEmpty(Publisher))
            documents = documents.Where(d => d.Publisher == Publisher);
        return documents;
    }
}
