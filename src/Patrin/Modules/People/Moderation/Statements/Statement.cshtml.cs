using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Moderation.Statements;

/// <summary>What the author of a reported item reads: the decision, their own text, the way to appeal. Nothing about reporters.</summary>
[SignedInPage]
public sealed class StatementModel(AppDbContext db, Evidence evidence, SendAppeal appeal, ModerationWords words, TimeProvider clock) : PageModel, IReloadable
{
    private Guid _id;

    [BindProperty]
    public string? AppealText { get; set; }

    public ModerationCase Case { get; private set; } = null!;

    public KeptText? Kept { get; private set; }

    public ModerationWords Words => words;

    public bool CanAppeal => SendAppeal.CanAppeal(Case, clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        _id = id;
        await LoadAsync(cancel);
        return Case is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        _id = id;
        await LoadAsync(cancel);
        if (Case is null)
            return NotFound();
        await appeal.RunAsync(id, null, AppealText, Actor.Of(User), cancel);
        return Redirect(Url.Content("~" + ModerationLinks.Statement(id)));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        var found = await db.ModerationCases.AsNoTracking().Include(c => c.Statements).FirstOrDefaultAsync(c => c.Id == _id, cancel);
        if (found is null || !SendAppeal.IsAuthor(found, Actor.Of(User)))
            return;
        Case = found;
        Kept = evidence.Open(found.Evidence);
    }
}
