using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Wording;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Text;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Administration.Wording;

/// <summary>A wording of the list.</summary>
/// <param name="Pattern">As written.</param>
/// <param name="Reason">Code of the list <c>wording_reason</c>.</param>
/// <param name="Instead">What to say instead.</param>
/// <param name="Change">The change that added it or switched it off; null for a shipped one that counts.</param>
/// <param name="IsOff">Shipped, and switched off here.</param>
public sealed record WordingLine(string Pattern, string Reason, string Instead, Guid? Change, bool IsOff);

/// <summary>The wording lists by language: look, add, switch off, take back.</summary>
[AdministratorsPage]
public sealed class WordingModel(AppDbContext db, WordingHints hints, ChangeWording use, CodeLists codes, Texts texts) : PageModel, IReloadable
{
    private const int Most = 5000, HistorySize = 25;

    [BindProperty]
    public WordingForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    public string Q { get; private set; } = "";

    public IReadOnlyList<(string Tag, string Label)> Languages { get; private set; } = [];

    public IReadOnlyList<WordingLine> Shown { get; private set; } = [];

    public IReadOnlyList<WordingChange> History { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public IEnumerable<(string Key, string Label)> Reasons => codes["wording_reason"].Current.Select(c => (c.Key, c.Label(texts.Language)));

    public IEnumerable<(string Key, string Label)> Levels => codes["wording_level"].Current.Select(c => (c.Key, c.Label(texts.Language)));

    public string ReasonOf(string reason) => codes["wording_reason"].Find(reason)?.Label(texts.Language) ?? "";

    public Task OnGetAsync(string? q, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Q = q ?? "";
        return ReadAsync(page, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await use.AddAsync(Form, Actor.Of(User), cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostSwitchOffAsync(string? pattern, CancellationToken cancel)
    {
        await use.SwitchOffAsync(Language, pattern, Actor.Of(User), cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid change, CancellationToken cancel)
    {
        await use.TakeBackAsync(change, Actor.Of(User), cancel);
        return Back();
    }

    public Task LoadAsync(CancellationToken cancel) => ReadAsync(null, cancel);

    private LocalRedirectResult Back() => LocalRedirect(Url.Content($"~{AdministrationLinks.Wording}?language={Uri.EscapeDataString(Language ?? "")}"));

    private async Task ReadAsync(int? page, CancellationToken cancel)
    {
        var tags = hints.Languages;
        Languages = [.. tags.Select(t => (t, codes.Languages[t].Label(texts.Language)))];
        var language = tags.FirstOrDefault(t => t == Language) ?? tags.FirstOrDefault(t => t == texts.Language) ?? tags[0];
        Language = language;
        var changes = await db.WordingChanges.AsNoTracking().Where(c => c.EndedAt == null && c.Language == language).Take(Most).ToListAsync(cancel);
        var off = changes.Where(c => c.Kind == WordingChangeKind.SwitchOff).ToDictionary(c => c.Pattern, c => (Guid?)c.Id, StringComparer.OrdinalIgnoreCase);
        var key = Folding.Fold(Q.Length > 80 ? Q[..80] : Q);
        var all = changes.Where(c => c.Kind == WordingChangeKind.Add).Select(c => new WordingLine(c.Pattern, c.Reason, c.Instead, c.Id, false))
            .Concat(hints.ShippedOf(language).SelectMany(e => e.Patterns.Select(p => new WordingLine(p, e.Reason, e.Instead, off.GetValueOrDefault(p), off.ContainsKey(p)))))
            .Where(l => key.Length == 0 || Folding.Fold(l.Pattern).Contains(key, StringComparison.Ordinal)).ToList();
        Paging = Paging.Of(page, all.Count);
        Shown = [.. all.Skip(Paging.Skip).Take(Paging.Size)];
        History = await db.WordingChanges.AsNoTracking().Where(c => c.Language == language).OrderByDescending(c => c.At).Take(HistorySize).ToListAsync(cancel);
    }
}
