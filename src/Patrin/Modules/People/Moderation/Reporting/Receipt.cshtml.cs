using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Moderation.Reporting;

/// <summary>Whoever holds the code of a report follows it and may appeal.</summary>
[PublicPage]
public sealed class ReceiptModel(AppDbContext db, SendAppeal appeal, ModerationWords words, TimeProvider clock) : PageModel, IReloadable
{
    private string _code = "";

    [BindProperty]
    public string? AppealText { get; set; }

    public Report Report { get; private set; } = null!;

    public ModerationCase Case { get; private set; } = null!;

    public ModerationWords Words => words;

    public bool CanAppeal => SendAppeal.CanAppeal(Case, clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        _code = code;
        await LoadAsync(cancel);
        return Case is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        _code = code;
        await LoadAsync(cancel);
        if (Case is null)
            return NotFound();
        await appeal.RunAsync(Case.Id, Report.Id, AppealText, Actor.Of(User), cancel);
        return Redirect(Url.Content("~" + ModerationLinks.Receipt(code)));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        // The address is a secret: it must not travel to another site or into a cache.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
        var hash = RandomToken.Hash(_code);
        if (await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.CodeHash == hash, cancel) is not { } report)
            return;
        Report = report;
        Case = await db.ModerationCases.AsNoTracking().Include(c => c.Statements).SingleAsync(c => c.Id == report.CaseId, cancel);
    }
}
