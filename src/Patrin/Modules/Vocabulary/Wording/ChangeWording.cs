using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Vocabulary.Changing;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Text;

namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>A wording to mark, as an administrator types it.</summary>
public sealed class WordingForm
{
    public string? Language { get; set; }

    public string? Pattern { get; set; }

    public string? Reason { get; set; }

    public WordingLevel? Level { get; set; }

    public string? Instead { get; set; }
}

/// <summary>Adds a wording, switches a shipped one off, takes such a change back. Counts at once for everybody who writes.</summary>
public sealed class ChangeWording(AppDbContext db, CodeLists codes, WordingHints hints, ListChanges<WordingChange> changes, TimeProvider clock)
{
    // Shorter beginnings hit innocent words.
    private const int ShortestStem = 4;

    public async Task AddAsync(WordingForm form, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        var language = Language(form.Language);
        var pattern = PlainText.Line("Pattern", form.Pattern, WordingChange.PatternMax);
        if (new WordingPattern(pattern, null) is not { Length: > 0, ShortestStem: >= ShortestStem })
            throw new RuleBroken("Pattern", "Write one or more words. Before a star there must be at least {0} letters.", ShortestStem);
        if (!codes["wording_reason"].TryGet(form.Reason ?? "", out var reason))
            throw new RuleBroken("Reason", "Choose why this wording hurts.");
        if (PlainText.Line("Instead", form.Instead, WordingChange.InsteadMax) is not { Length: > 0 } instead)
            throw new RuleBroken("Instead", "Write what to say instead: a hint without advice helps nobody.");
        if (hints.Marks(language, pattern))
            throw new RuleBroken("Pattern", "This wording is in the list already.");
        var change = new WordingChange { Kind = WordingChangeKind.Add, Language = language, Pattern = pattern, Reason = reason.Key, Level = form.Level ?? WordingLevel.Hint, Instead = instead, At = clock.GetUtcNow().UtcDateTime };
        await changes.ChangeAsync(actor, "wording.add", change, replaced: null, cancel);
    }

    public async Task SwitchOffAsync(string? language, string? pattern, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        var (of, written) = (Language(language), pattern ?? "");
        if (!hints.IsShipped(of, written) || await db.WordingChanges.AnyAsync(c => c.EndedAt == null && c.Language == of && c.Pattern == written && c.Kind == WordingChangeKind.SwitchOff, cancel))
            throw new RuleBroken("", "Somebody changed this wording meanwhile.");
        var change = new WordingChange { Kind = WordingChangeKind.SwitchOff, Language = of, Pattern = written, At = clock.GetUtcNow().UtcDateTime };
        await changes.ChangeAsync(actor, "wording.switch-off", change, replaced: null, cancel);
    }

    /// <summary>Ends a change: an added wording goes, a shipped one counts again.</summary>
    public async Task TakeBackAsync(Guid change, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        if (!await changes.ChangeAsync(actor, "wording.take-back", change, cancel))
            throw new RuleBroken("", "Somebody changed this wording meanwhile.");
    }

    private string Language(string? language) =>
        codes.Languages.TryGet(language ?? "", out var code) ? code.Key : throw new RuleBroken("Language", "Choose a language from the list.");
}
