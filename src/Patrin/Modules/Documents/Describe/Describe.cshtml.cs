using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents.Describe;

[CuratorsPage]
public sealed class DescribeModel(DescribeDocument describe, AppDbContext db) : PageModel
{
    [BindProperty]
    public DescribeForm Form { get; set; } = new();

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.IsCurrent, cancel) is not { } document)
            return NotFound();
        Id = id;
        Form = DescribeForm.Of(document);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        Id = id;
        if (!ModelState.IsValid)
            throw new RuleBroken("Form.ReadOn", "Write the day it was read, for example 2026-11-24.");
        var outcome = await describe.RunAsync(id, Form, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~" + (outcome.Differences is null ? DocumentLinks.Source(id) : DocumentLinks.Differences(outcome.Document))));
    }
}
