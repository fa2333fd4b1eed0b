using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Changing;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Administration.Codes;

/// <summary>All code lists, with how much of each this network changed.</summary>
[AdministratorsPage]
public sealed class IndexModel(AppDbContext db, CodeLists codes, Texts texts) : PageModel
{
    private Dictionary<string, int> _changes = [];

    public IReadOnlyList<CodeList> Lists { get; private set; } = [];

    public int ChangesOf(string list) => _changes.GetValueOrDefault(list);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Lists = [.. codes.All.OrderBy(l => l.Label(texts.Language), StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true))];
        _changes = await db.CodeChanges.Where(c => c.EndedAt == null).GroupBy(c => c.List).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }
}
