using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Import;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.History;

namespace Patrin.Modules.Documents.Describe;

/// <summary>
/// Corrects what is known about a document. A corrected language has the original bytes read once more:
/// the result is a new version, and what was decided is kept where it still says the same.
/// </summary>
public sealed class DescribeDocument(AppDbContext db, ImportDocument import, AuditTrail audit, Versions versions)
{
    public async Task<ImportOutcome> RunAsync(Guid id, DescribeForm form, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Curator);
        var document = await db.Documents.FirstOrDefaultAsync(d => d.Id == id && d.IsCurrent, cancel)
            ?? throw new RuleBroken("", "There is a newer version of this document. Open it and correct that one.");
        if (string.IsNullOrWhiteSpace(form.Title))
            throw new RuleBroken("Title", "Write a title, so that others know which text it is.");
        var description = import.Checked(new([], document.FileName)
        {
            Title = form.Title, Publisher = form.Publisher, Address = form.Address, ReadOn = form.ReadOn,
            Written = form.Written, Language = form.Language, Licence = form.Licence,
        });
        // The new version carries the description; the old one stays as it was.
        if (description.Language is { } language && language != document.Language)
            return await ReadAgainAsync(document, description, actor, cancel);
        // All of it or nothing: without the transaction a server that dies in between has changed words and no entry about them.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await versions.KeepAsync("document", document.Id, Description(document), Actor.System with { Name = document.ImportedBy, AccountId = document.ImportedById }, cancel);
        var before = Description(document);
        Describe(document, description);
        // The state before the first change is a version too.
        await db.SaveChangesAsync(cancel);
        audit.Note(actor, "document.describe", "document", document.Id, fields: Versions.Differences(before, Description(document)).Select(c => c.Field));
        await versions.KeepAsync("document", document.Id, Description(document), actor, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new(id, AlreadyThere: false);
    }

    private static Dictionary<string, string> Description(SourceDocument document) => new()
    {
        ["title"] = document.Title, ["publisher"] = document.Publisher, ["address"] = document.Address,
        ["read-on"] = document.ReadOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["written"] = document.Written, ["licence"] = document.Licence,
    };

    private static void Describe(SourceDocument document, ImportRequest description)
    {
        document.Title = description.Title!;
        document.Publisher = description.Publisher ?? "";
        document.Address = description.Address ?? "";
        document.ReadOn = description.ReadOn ?? document.ReadOn;
        document.Written = description.Written ?? "";
        document.Licence = description.Licence ?? "";
        document.IndexForSearch();
    }

    private async Task<ImportOutcome> ReadAgainAsync(SourceDocument document, ImportRequest description, Actor actor, CancellationToken cancel)
    {
        var bytes = await db.DocumentOriginals.Where(o => o.DocumentId == document.Id).Select(o => o.Bytes).FirstAsync(cancel);
        return await import.RunAsync(description with { Bytes = bytes, Supersedes = document.Id, ReadAgain = true, FromCommandLine = true }, actor, cancel);
    }
}
