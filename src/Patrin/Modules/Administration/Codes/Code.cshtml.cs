using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Changing;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Administration.Codes;

/// <summary>One code: its words in each language, whether it is offered, and what was changed before.</summary>
[AdministratorsPage]
public sealed class CodeModel(AppDbContext db, CodeLists codes, Catalogs catalogs, ChangeCodes use, Texts texts) : PageModel, IReloadable
{
    private const int HistorySize = 25;

    [BindProperty]
    public CodeWordsForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    public CodeList List { get; private set; } = null!;

    public Code Code { get; private set; } = null!;

    /// <summary>The code as it came with the program.</summary>
    public Code Shipped { get; private set; } = null!;

    /// <summary>A change was just made.</summary>
    public bool Saved { get; private set; }

    public IReadOnlyList<InterfaceLanguage> Languages => catalogs.Languages;

    /// <summary>The change that gave the words of the chosen language; null for shipped words.</summary>
    public Guid? Words { get; private set; }

    /// <summary>The change that took the code off; null while it is offered or when it came retired.</summary>
    public Guid? Retired { get; private set; }

    public string? Replacement => Code.Retired?.Replacement is { } key ? List.Find(key)?.Label(texts.Language) : null;

    public IReadOnlyList<CodeChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string list, string code, bool saved, CancellationToken cancel)
    {
        if (!Find(list, code))
            return NotFound();
        await LoadAsync(cancel);
        Saved = saved;
        Form = new() { Label = Code.Label(Language!), Note = Code.Note(Language!) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string list, string code, CancellationToken cancel) =>
        DoAsync(list, code, () => use.GiveWordsAsync(List.Name, Code.Key, Language!, Form, Actor.Of(User), cancel));

    public Task<IActionResult> OnPostRetireAsync(string list, string code, string? replacement, CancellationToken cancel) =>
        DoAsync(list, code, () => use.RetireAsync(List.Name, Code.Key, replacement, Actor.Of(User), cancel));

    public Task<IActionResult> OnPostTakeBackAsync(string list, string code, Guid change, CancellationToken cancel) =>
        DoAsync(list, code, () => use.TakeBackAsync(change, Actor.Of(User), cancel));

    public async Task LoadAsync(CancellationToken cancel)
    {
        var (list, key, language) = (List.Name, Code.Key, Language);
        History = await db.CodeChanges.AsNoTracking().Where(c => c.List == list && c.Code == key).OrderByDescending(c => c.Id).Take(HistorySize).ToListAsync(cancel);
        Words = History.FirstOrDefault(c => c.EndedAt == null && c.Kind == CodeChangeKind.Words && c.Language == language)?.Id;
        Retired = History.FirstOrDefault(c => c.EndedAt == null && c.Kind == CodeChangeKind.Retire)?.Id;
    }

    private async Task<IActionResult> DoAsync(string list, string code, Func<Task> act)
    {
        if (!Find(list, code))
            return NotFound();
        await act();
        return LocalRedirect(Url.Content("~" + AdministrationLinks.Code(List.Name, Code.Key, Language) + "&saved=true"));
    }

    private bool Find(string list, string code)
    {
        if (codes.Shipped(list)?.Find(code) is not { } shipped)
            return false;
        (List, Shipped) = (codes[list], shipped);
        Code = List[code];
        Language = catalogs.ByTag(Language ?? "")?.Tag ?? texts.Language;
        return true;
    }
}
