using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Documents.Sources;

/// <summary>A version of a document, for the list of its versions.</summary>
public sealed record VersionLine(Guid Id, DateOnly ReadOn, DateTime ImportedAt, bool IsCurrent);

/// <summary>One document word for word, a part at a time, with its passages marked and what was read in them.</summary>
[PublicPage]
public sealed class SourceModel(AppDbContext db, IAuthorizationService authorization, Texts texts) : PageModel
{
    public SourceDocument Document { get; private set; } = null!;

    public bool IsCurator { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public TextHtml Text { get; private set; } = null!;

    /// <summary>Claims whose passage begins in the part shown.</summary>
    public IReadOnlyList<Claim> Claims { get; private set; } = [];

    public IReadOnlyDictionary<string, string> SubjectNames { get; private set; } = new Dictionary<string, string>();

    /// <summary>Subjects whose section touches the part shown; and all of a short document.</summary>
    public IReadOnlyList<DocumentSubject> Subjects { get; private set; } = [];

    public IReadOnlyList<DocumentCheck> Checks { get; private set; } = [];

    public IReadOnlyDictionary<ClaimState, int> Counts { get; private set; } = new Dictionary<ClaimState, int>();

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "page")] int? page, Guid? claim, CancellationToken cancel)
    {
        IsCurator = await authorization.IsCuratorAsync(User);
        if (await db.Documents.AsNoTracking().SeenBy(IsCurator).FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } document)
            return NotFound();
        Document = document;
        var parts = await db.DocumentParts.CountAsync(p => p.DocumentId == id, cancel);
        Paging = Paging.Of(claim is { } c ? await PartOfAsync(c, cancel) : page, parts, 1);
        await ReadPartAsync(cancel);
        Counts = (await db.Claims.Where(x => x.DocumentId == id).GroupBy(x => x.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel))
            .ToDictionary(g => g.Key, g => g.Count);
        Checks = await db.DocumentChecks.AsNoTracking().Where(x => x.DocumentId == id).OrderBy(x => x.Number).Take(100).ToListAsync(cancel);
        Versions = await VersionsAsync(cancel);
        return Page();
    }

    private async Task<int?> PartOfAsync(Guid claim, CancellationToken cancel)
    {
        var start = await db.Claims.Where(c => c.Id == claim && c.DocumentId == Document.Id).Select(c => (int?)c.QuoteStart).FirstOrDefaultAsync(cancel);
        return start is null ? null : await db.DocumentParts.Where(p => p.DocumentId == Document.Id && p.Start <= start && p.End > start).Select(p => (int?)p.Number).FirstOrDefaultAsync(cancel);
    }

    private async Task ReadPartAsync(CancellationToken cancel)
    {
        var part = await db.DocumentParts.AsNoTracking().FirstAsync(p => p.DocumentId == Document.Id && p.Number == Paging.Number, cancel);
        Claims = await db.Claims.AsNoTracking().SeenBy(IsCurator).Include(c => c.Codes)
            .Where(c => c.DocumentId == Document.Id && c.QuoteEnd > part.Start && c.QuoteStart < part.End)
            .OrderBy(c => c.QuoteStart).ThenBy(c => c.Number).ToListAsync(cancel);
        var subjects = db.DocumentSubjects.AsNoTracking().Where(s => s.DocumentId == Document.Id);
        Subjects = await subjects.Where(s => s.SectionEnd > part.Start && s.SectionStart < part.End).OrderBy(s => s.SectionStart).Take(200).ToListAsync(cancel);
        SubjectNames = Subjects.ToDictionary(s => s.Key, s => s.Name);
        var root = Request.PathBase.Value!;
        var marks = Claims.Select(c => new TextMark(c.Id, c.Number, new(c.QuoteStart, c.QuoteEnd), MarkStyles.Of(c.Kind, c.State), root + DocumentLinks.Claim(c.Id), HasAnchor: c.QuoteStart >= part.Start));
        Text = new TextHtml(texts, part.Text, part.Start, SentenceMap.Read(part), [.. marks]);
    }

    private async Task<IReadOnlyList<VersionLine>> VersionsAsync(CancellationToken cancel)
    {
        var lines = new List<VersionLine> { new(Document.Id, Document.ReadOn, Document.ImportedAt, Document.IsCurrent) };
        for (var older = Document.SupersedesId; older is { } id;)
        {
            var next = await db.Documents.Where(d => d.Id == id).Select(d => new { Line = new VersionLine(d.Id, d.ReadOn, d.ImportedAt, d.IsCurrent), d.SupersedesId }).FirstAsync(cancel);
            lines.Add(next.Line);
            older = next.SupersedesId;
        }

        for (var newest = Document.IsCurrent ? null : Document; newest is not null;)
        {
            var newer = await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.SupersedesId == newest.Id, cancel);
            if (newer is not null)
                lines.Insert(0, new(newer.Id, newer.ReadOn, newer.ImportedAt, newer.IsCurrent));
            newest = newer;
        }

        return lines;
    }
}
