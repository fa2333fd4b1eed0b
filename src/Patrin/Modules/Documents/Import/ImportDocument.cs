using System.Text;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Extraction;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Events;
using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Import;

/// <summary>
/// Takes a document in: text from the bytes (in a process of its own), claims from the text, and everything into the
/// database in one transaction. The same bytes again lead to the document that is there.
/// </summary>
public sealed class ImportDocument(
    AppDbContext db, DocumentExtractor extractor, DocumentReading reader, OlderVersion older, EventPublisher events, CodeLists codes,
    AuditTrail audit, TimeProvider clock)
{
    public const int LongestLanguageTag = 35;

    private const int Portion = 2000;

    public async Task<ImportOutcome> RunAsync(ImportRequest request, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Curator);
        var described = Checked(request);
        var limits = request.FromCommandLine ? ExtractionLimits.CommandLine : ExtractionLimits.Upload;
        var result = await extractor.ExtractAsync(request.Bytes, described.FileName, limits, cancel);
        if (!request.ReadAgain && await FindAsync(result.Sha256, cancel) is { } known)
            return new(known, AlreadyThere: true);
        if (result is ExtractionRefused refused)
            throw RefusalTexts.Of(refused);
        var extracted = (ExtractedDocument)result;
        var front = extracted.MediaType == "text/markdown" ? FrontMatter.Of(extracted.Text) : null;
        var language = described.Language ?? front?["language"];
        var reading = await Task.Run(() => reader.Read(front?.Blank(extracted.Text) ?? extracted.Text, language), cancel);
        var superseded = await older.FindAsync(described, front, reading, cancel);
        var document = New(described, extracted, front, reading, superseded, actor);
        NewDocument.Fill(document, extracted.Text, reading);
        return await StoreAsync(document, request.Bytes, superseded, actor, cancel);
    }

    private async Task<Guid?> FindAsync(string sha, CancellationToken cancel) =>
        await db.Documents.Where(d => d.Sha256 == sha).OrderByDescending(d => d.IsCurrent).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);

    /// <summary>The description with every field in its limits; a field that is not is refused by name.</summary>
    internal ImportRequest Checked(ImportRequest request)
    {
        var language = PlainText.Line("Language", request.Language, LongestLanguageTag);
        var licence = PlainText.Line("Licence", request.Licence, 40);
        if (language.Length > 0 && !codes.Languages.Contains(language))
            throw new RuleBroken("Language", "Choose a language from the list.");
        if (licence.Length > 0 && !codes["licence"].Contains(licence))
            throw new RuleBroken("Licence", "Choose a licence from the list.");
        if (request.ReadOn > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1))
            throw new RuleBroken("ReadOn", "The day it was read cannot be in the future.");
        return request with
        {
            FileName = string.IsNullOrEmpty(request.FileName) ? "" : FileNames.Clean(request.FileName),
            Title = PlainText.Line("Title", request.Title, SourceDocument.TitleMax),
            Publisher = PlainText.Line("Publisher", request.Publisher, SourceDocument.PublisherMax),
            Written = PlainText.Line("Written", request.Written, SourceDocument.WrittenMax),
            Address = Address(PlainText.Line("Address", request.Address, SourceDocument.AddressMax)),
            Language = language.Length > 0 ? language : null,
            Licence = licence,
        };
    }

    /// <summary>An address is shown as a link: only what a browser may open.</summary>
    private static string Address(string address) =>
        address.Length == 0 || IsWebAddress(address)
            ? address
            : throw new RuleBroken("Address", "Write the full address, beginning with https://");

    private SourceDocument New(
        ImportRequest request, ExtractedDocument extracted, FrontMatter? front, ReadingResult reading, SourceDocument? superseded, Actor actor)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var document = new SourceDocument
        {
            Title = First(request.Title, Stated(front?["title"], SourceDocument.TitleMax), extracted.Title, superseded?.Title, Readable(request.FileName), Beginning(extracted.Text)),
            Publisher = First(request.Publisher, Stated(front?["publisher"], SourceDocument.PublisherMax), superseded?.Publisher),
            Address = First(request.Address, StatedAddress(front), superseded?.Address),
            ReadOn = request.ReadOn ?? front?.ReadOn ?? DateOnly.FromDateTime(now),
            Written = First(request.Written, Stated(front?["written"], SourceDocument.WrittenMax)),
            Language = reading.Language,
            Licence = First(request.Licence, codes["licence"].Find(front?["licence"] ?? "")?.Key, superseded?.Licence),
            MediaType = extracted.MediaType,
            FileName = request.FileName,
            Sha256 = extracted.Sha256,
            TextLength = extracted.Text.Length,
            Coverage = reading.Coverage,
            Notes = NewDocument.Notes(extracted.Notes),
            SupersedesId = superseded?.Id,
            ImportedAt = now,
            ImportedBy = actor.Name,
            ImportedById = actor.AccountId,
        };
        document.IndexForSearch();
        return document;
    }

    private async Task<ImportOutcome> StoreAsync(SourceDocument document, byte[] bytes, SourceDocument? superseded, Actor actor, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var change = superseded is null ? null : await older.ReplaceAsync(superseded, document, DecisionNote.Of(actor, document.ImportedAt), cancel);
            await db.SaveChangesAsync(cancel);
            await AddAsync(document, bytes, actor, cancel);
            if (change is { Subjects.Count: > 0 })
                await events.PublishAsync(new ClaimsDecided(document.Id, change.Subjects, document.ImportedAt), cancel);
            await transaction.CommitAsync(cancel);
            return new(document.Id, AlreadyThere: false, change?.Differences);
        }
        catch (DbUpdateException)
        {
            // Two people may send the same file at the same moment: the second is led to what the first has stored.
            db.ChangeTracker.Clear();
            if (await FindAsync(document.Sha256, cancel) is { } known)
                return new(known, AlreadyThere: true);
            if (superseded is not null)
                throw new RuleBroken("", "Somebody decided about the version before at the same moment. Nothing was changed; try again.");
            throw;
        }
    }

    /// <summary>Ten megabytes hold tens of thousands of claims: they are written in portions, so that memory stays small.</summary>
    private async Task AddAsync(SourceDocument document, byte[] bytes, Actor actor, CancellationToken cancel)
    {
        var claims = document.Claims.ToList();
        document.Claims.Clear();
        db.ChangeTracker.Clear();
        db.Add(document);
        audit.Note(actor, "document.import", "document", document.Id);
        db.Add(new DocumentOriginal { DocumentId = document.Id, Bytes = bytes });
        await db.SaveChangesAsync(cancel);
        foreach (var portion in claims.Chunk(Portion))
        {
            db.ChangeTracker.Clear();
            db.AddRange(portion);
            await db.SaveChangesAsync(cancel);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>What a file says about itself is taken where it is well formed; nobody is there to correct it.</summary>
    private static string? Stated(string? value, int max)
    {
        try
        {
            return PlainText.Line("", value, max);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    private static string? StatedAddress(FrontMatter? front)
    {
        var address = Stated(front?["address"], SourceDocument.AddressMax);
        return IsWebAddress(address ?? "") ? address : null;
    }

    private static bool IsWebAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static string First(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
            if (!string.IsNullOrWhiteSpace(candidate))
                return candidate.Trim();
        return "";
    }

    private static string Readable(string fileName) => Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Trim();

    private static string Beginning(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.AsSpan().Trim().EnumerateRunes())
        {
            if (line.Length >= 80 || rune.Value == '\n')
                break;
            line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return line.ToString().Trim();
    }
}
