using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
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
public sealed class ChangeCodes(AppDbContext db, CodeLists codes, LoadCodes load, AuditTrail audit, TimeProvider clock)
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
        await ReplaceAsync(new() { Kind = CodeChangeKind.Words, List = list, Code = code.Key, Language = language, Label = label, Note = note, At = Now }, "code.words", actor, cancel);
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
        await ReplaceAsync(new() { Kind = CodeChangeKind.Retire, List = list, Code = code.Key, Replacement = replacement ?? "", At = Now }, "code.retire", actor, cancel);
    }

    /// <summary>Ends a change: the shipped words count again, the code is offered again.</summary>
    public async Task TakeBackAsync(Guid change, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        var now = Now;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.CodeChanges.Where(c => c.Id == change && c.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.EndedAt, now), cancel) == 0)
            throw new RuleBroken("", "Somebody changed this code meanwhile.");
        audit.Note(actor, "code.take-back", "code", change);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await load.RunAsync(cancel);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Code Of(string list, string key) =>
        codes.All.FirstOrDefault(l => l.Name == list)?.Find(key) ?? throw new RuleBroken("", "There is no such code.");

    // The newest change of a code's words in a language is the one that counts; the one before ends with it.
    private async Task ReplaceAsync(CodeChange change, string action, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.CodeChanges
            .Where(c => c.List == change.List && c.Code == change.Code && c.Kind == change.Kind && c.Language == change.Language && c.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.EndedAt, change.At), cancel);
        db.Add(change);
        audit.Note(actor, action, "code", change.Id);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await load.RunAsync(cancel);
    }
}
