using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Recommendations.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.Recommendations.Programmes;

[PublicPage]
public sealed class DetailsModel(AppDbContext db, ProgrammeQueries programmes) : PageModel
{
    public ProgrammeCard Programme { get; private set; } = null!;

    public IReadOnlyList<Promise> Promises { get; private set; } = [];

    public IReadOnlyList<Statement> Aims { get; private set; } = [];

    public IReadOnlyList<Statement> Figures { get; private set; } = [];

    /// <summary>What the reader compared in the programme's documents.</summary>
    public IReadOnlyList<DocumentCheck> Checks { get; private set; } = [];

    /// <summary>One accepted statement of the programme.</summary>
    public sealed record Statement(Guid Id, Guid Document, ClaimKind Kind, string Quote, decimal? Low, decimal? High, bool About, string Unit);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancel)
    {
        if ((await programmes.AllAsync(cancel)).FirstOrDefault(p => p.Key == key) is not { } programme)
            return NotFound();
        Programme = programme;
        Promises = await programmes.PromisesAsync(key, cancel);
        var statements = await db.Claims.AsNoTracking().Facts()
            .Where(c => c.SubjectKey == key && c.Kind != ClaimKind.ExpectedResult)
            .OrderBy(c => c.DocumentId).ThenBy(c => c.Number)
            .Select(c => new Statement(c.Id, c.DocumentId, c.Kind, c.Quote, c.Low, c.High, c.About, c.Unit))
            .Take(200).ToListAsync(cancel);
        Aims = [.. statements.Where(s => s.Kind == ClaimKind.Aim)];
        Figures = [.. statements.Where(s => s.Low is not null || s.High is not null)];
        Checks = await db.DocumentChecks.AsNoTracking().Where(c => c.SubjectKey == key && db.Set<SourceDocument>().Any(d => d.Id == c.DocumentId && d.HiddenAt == null)).OrderBy(c => c.DocumentId).ThenBy(c => c.Number).Take(50).ToListAsync(cancel);
        return Page();
    }
}
