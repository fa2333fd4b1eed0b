using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Text;

namespace Patrin.Modules.Vocabulary.Changing;

/// <summary>Words for a code in one language, as an administrator types them.</summary>
public sealed class CodeWordsForm
{
    public string? Label { get; set; }

    public string? Note { get; set; }
}

/// <summary>
/// Gives a code other words, stops offering it, takes such a change back. Counts at once on every page. Keys never change and codes
/// are never added here: networks understand each other's records because all of them know the same codes.
/// </summary>
public sealed class ChangeCodes(AppDbContext db, CodeLists codes, ListChanges<CodeChange> changes, TimeProvider clock)
{
    public async Task GiveWordsAsync(string list, string key, string language, CodeWordsForm form, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        var code = Of(list, key);
        var label = PlainText.Line("Form.Label", form.Label, CodeChange.LabelMax);
        var note = PlainText.Line("Form.Note", form.Note, CodeChange.NoteMax);
        if (label.Length == 0)
            throw new RuleBroken("Form.Label", "Write the words people should see.");
        if (codes[list].All.FirstOrDefault(c => c.Key != code.Key && Folding.Fold(c.Label(language)) == Folding.Fold(label)) is { } twin)
            throw new RuleBroken("Form.Label", "The code {0} of this list has the same words. People could not tell them apart.", twin.Key);
        if (label == code.Label(language) && note == (code.Note(language) ?? ""))
            throw new RuleBroken("Form.Label", "These are the words that count already.");
        var change = new CodeChange { Kind = CodeChangeKind.Words, List = list, Code = code.Key, Language = language, Label = label, Note = note, At = Now };
        await changes.ChangeAsync(actor, "code.words", change, Replaced(change), cancel);
    }

    public async Task RetireAsync(string list, string key, string? replacement, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        var code = Of(list, key);
        if (!codes[list].MayRetire)
            throw new RuleBroken("", "Patrin's rules need every code of this list.");
        if (code.IsRetired)
            throw new RuleBroken("", "Somebody changed this code meanwhile.");
        if (replacement is { Length: > 0 } && (replacement == code.Key || codes[list].Find(replacement) is not { IsRetired: false }))
            throw new RuleBroken("Replacement", "Choose another code of this list that is on offer.");
        var change = new CodeChange { Kind = CodeChangeKind.Retire, List = list, Code = code.Key, Replacement = replacement ?? "", At = Now };
        await changes.ChangeAsync(actor, "code.retire", change, Replaced(change), cancel);
    }

    /// <summary>Ends a change: the shipped words count again, the code is offered again.</summary>
    public async Task TakeBackAsync(Guid change, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        if (!await changes.ChangeAsync(actor, "code.take-back", change, cancel))
            throw new RuleBroken("", "Somebody changed this code meanwhile.");
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Code Of(string list, string key) =>
        codes.All.FirstOrDefault(l => l.Name == list)?.Find(key) ?? throw new RuleBroken("", "There is no such code.");

    // The newest change of a code's words in a language is the one that counts; the one before ends with it.
    private IQueryable<CodeChange> Replaced(CodeChange by) =>
        db.CodeChanges.Where(c => c.List == by.List && c.Code == by.Code && c.Kind == by.Kind && c.Language == by.Language);
}
