using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Import;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents.Describe;

/// <summary>
/// Corrects what is known about a document. A corrected language has the original bytes read once more:
/// the result is a new version, and what was decided is kept where it still says the same.
/// </summary>
public sealed class DescribeDocument(AppDbContext db, ImportDocument import)
{
    public async Task<ImportOutcome> RunAsync(Guid id, DescribeForm form, Actor actor, CancellationToken cancel)
    {
        var document = await db.Documents.FirstOrDefaultAsync(d => d.Id == id && d.IsCurrent, cancel)
            ?? throw new RuleBroken("", "There is a newer version of this document. Open it and correct that one.");
        if (string.IsNullOrWhiteSpace(form.Title))
            throw new RuleBroken("Title", "Write a title, so that others know which text it is.");
        var description = import.Checked(new([], document.FileName)
        {
            Title = form.Title, Publisher = form.Publisher, Address = form.Address, ReadOn = form.ReadOn,
            Written = form.Written, Language = form.Language, Licence = form.Licence,
        });
        Describe(document, description);
        await db.SaveChangesAsync(cancel);
        return description.Language is { } language && language != document.Language
            ? await ReadAgainAsync(document, description, actor, cancel)
            : new(id, AlreadyThere: false);
    }

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
