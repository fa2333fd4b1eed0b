using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.Documents.Claims;

/// <summary>One claim with its life: passage in context, decisions, rivals, versions, citation.</summary>
[PublicPage]
public sealed class ClaimModel(AppDbContext db, IAuthorizationService authorization) : PageModel
{
    public Claim Claim { get; private set; } = null!;

    public SourceDocument Document { get; private set; } = null!;

    public DocumentSubject? Subject { get; private set; }

    public Passage Passage { get; private set; } = null!;

    public IReadOnlyList<Claim> Rivals { get; private set; } = [];

    /// <summary>The claim of a newer version that took over.</summary>
    public Guid? Newer { get; private set; }

    public bool IsCurator { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        IsCurator = await authorization.IsCuratorAsync(User);
        var claim = await db.Claims.AsNoTracking().Include(c => c.Codes).Include(c => c.Decisions).Include(c => c.Document).FirstOrDefaultAsync(c => c.Id == id, cancel);
        if (claim is null)
            return NotFound();
        Newer = await db.Claims.Where(c => c.PreviousId == id && c.Continuity == Continuity.Same).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
        if (!IsCurator && !await db.Claims.SeenBy(false).AnyAsync(c => c.Id == id, cancel))
            // A link to a fact of an older version leads on to where it lives now.
            return Newer is { } next && claim.State == ClaimState.Replaced ? RedirectToPage(new { id = next }) : NotFound();
        Claim = claim;
        Document = claim.Document;
        Subject = await db.DocumentSubjects.AsNoTracking().FirstOrDefaultAsync(s => s.DocumentId == claim.DocumentId && s.Key == claim.SubjectKey, cancel);
        Passage = await Passages.InSentencesAsync(db, claim, cancel);
        Rivals = claim.IsFact ? await db.Claims.AsNoTracking().SeenBy(IsCurator).RivalsAsync(claim, cancel) : [];
        return Page();
    }
}
