using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Moderation;

namespace Patrin.Modules.People.Moderation.Queue;

/// <summary>One case: the item, the text, the reports, the decision.</summary>
[ModeratorsPage]
public sealed class CaseModel(AppDbContext db, Reportables reportables, Evidence evidence, DecideCase decide, ModerationWords words, CodeLists codes, AuditTrail audit)
    : PageModel, IReloadable
{
    private Guid _id;

    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    public ModerationCase Case { get; private set; } = null!;

    public ReportedItem? Item { get; private set; }

    public KeptText? Kept { get; private set; }

    public ModerationWords Words => words;

    public IReadOnlyList<Code> Rules => codes[ReportReasons.List].Current;

    public bool IsMine => Case.AssignedToId == Actor.Of(User).AccountId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        _id = id;
        await LoadAsync(cancel);
        if (Case is null)
            return NotFound();
        Form.Rule = Case.Reason;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        _id = id;
        await decide.RunAsync(id, Form, Actor.Of(User), cancel);
        return Redirect(Url.Content("~" + ModerationLinks.Case(id)));
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.ModerationCases.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.AssignedToId, actor.AccountId), cancel);
        audit.Note(actor, "moderation.take", "moderation-case", id);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect(Url.Content("~" + ModerationLinks.Case(id)));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        var found = await db.ModerationCases.AsNoTracking().Include(c => c.Statements).Include(c => c.Appeals)
            .Include(c => c.Reports.OrderByDescending(r => r.At).Take(100)).FirstOrDefaultAsync(c => c.Id == _id, cancel);
        if (found is null)
            return;
        Case = found;
        Kept = evidence.Open(found.Evidence);
        Item = reportables.Of(found.ItemKind) is { } kind ? await kind.FindAsync(found.ItemId, cancel) : null;
    }
}
