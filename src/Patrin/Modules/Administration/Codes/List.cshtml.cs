using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Changing;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Text;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Administration.Codes;

/// <summary>The codes of one list, retired ones too.</summary>
[AdministratorsPage]
public sealed class ListModel(AppDbContext db, CodeLists codes) : PageModel
{
    private HashSet<string> _changed = [];

    public CodeList List { get; private set; } = null!;

    public string Q { get; private set; } = "";

    public IReadOnlyList<Code> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public bool HasNotes => List.All.Any(c => c.Notes is not null);

    public bool IsChanged(string code) => _changed.Contains(code);

    public async Task<IActionResult> OnGetAsync(string list, string? q, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        if (codes.All.FirstOrDefault(l => l.Name == list) is not { } found)
            return NotFound();
        List = found;
        Q = q ?? "";
        var wanted = Folding.Fold(Q.Length > 80 ? Q[..80] : Q);
        var all = found.All.Where(c => Fits(c, wanted)).ToList();
        Paging = Paging.Of(page, all.Count);
        Shown = [.. all.Skip(Paging.Skip).Take(Paging.Size)];
        _changed = [.. await db.CodeChanges.Where(c => c.List == list && c.EndedAt == null).Select(c => c.Code).Distinct().ToListAsync(cancel)];
        return Page();
    }

    // In any language: an administrator may remember the English word of a code.
    private static bool Fits(Code code, string wanted) => wanted.Length == 0
        || Folding.Fold(code.Key).Contains(wanted, StringComparison.Ordinal)
        || code.Labels.ByLanguage.Values.Any(label => Folding.Fold(label).Contains(wanted, StringComparison.Ordinal));
}
