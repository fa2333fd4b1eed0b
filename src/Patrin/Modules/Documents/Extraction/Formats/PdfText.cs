using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>
/// The text layer of a PDF: one blank line between paragraphs, lines as they are printed (a word broken at a line end
/// keeps its hyphen). Scans have no text layer and are refused.
/// </summary>
internal static class PdfText
{
    public static FormatText Read(byte[] bytes, ExtractionLimits limits)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (pdf.NumberOfPages > limits.MaxPages)
                throw RefusedException.Because(RefusalCodes.TooManyPages, "limit", limits.MaxPages);
            return Read(pdf, limits);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw RefusedException.Because(RefusalCodes.Encrypted, "format", "pdf");
        }
        catch (Exception broken) when (broken is not RefusedException and not OutOfMemoryException)
        {
            // PdfPig reports broken files with a dozen exception types; all mean the same to the person who sent it.
            throw RefusedException.Because(RefusalCodes.Damaged, "format", "pdf");
        }
    }

    private static FormatText Read(PdfDocument pdf, ExtractionLimits limits)
    {
        var layout = new TextLayout(limits.MaxTextCharacters);
        var paragraphs = new PdfParagraphs(layout);
        int empty = 0, unreadable = 0;
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            var before = layout.Length;
            try
            {
                paragraphs.Write(PdfLines.Of(pdf.GetPage(number).Letters));
            }
            catch (Exception broken) when (broken is not RefusedException and not OutOfMemoryException)
            {
                unreadable++;
                continue;
            }

            empty += layout.Length == before ? 1 : 0;
        }

        if (layout.IsEmpty)
            throw RefusedException.Because(unreadable > 0 ? RefusalCodes.Damaged : RefusalCodes.NoText, "format", "pdf");
        var notes = new List<ExtractionNote>();
        if (empty > 0)
            notes.Add(Note.Pages(NoteCodes.PagesWithoutText, empty, pdf.NumberOfPages));
        if (unreadable > 0)
            notes.Add(Note.Pages(NoteCodes.PagesUnreadable, unreadable, pdf.NumberOfPages));
        return new(layout.ToString(), Title(pdf), Language(pdf), notes);
    }

    private static string? Title(PdfDocument pdf) =>
        pdf.Information.Title is { } title && !string.IsNullOrWhiteSpace(title) ? title : null;

    private static string? Language(PdfDocument pdf) =>
        pdf.Structure.Catalog.CatalogDictionary.TryGet(UglyToad.PdfPig.Tokens.NameToken.Lang, out var token)
            && token is UglyToad.PdfPig.Tokens.IDataToken<string> { Data: { Length: > 0 and < 36 } language }
            ? language
            : null;
}
