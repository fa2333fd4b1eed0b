using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Util;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>
/// The text layer of a PDF: blocks in reading order, one blank line between them, lines as they are printed (a word
/// broken at a line end keeps its hyphen). Scans have no text layer and are refused.
/// </summary>
internal static class PdfText
{
    /// <summary>
    /// Beyond this many pages words are told by the simpler extractor, an eighth of the work: it stumbles over raised
    /// and loosely set letters, but a thousand pages then fit into the processor time.
    /// </summary>
    private const int CarefulPages = 200;

    /// <summary>A printed page holds 2,000 to 6,000 letters. Layout is worse than linear, so odd pages get none.</summary>
    private const int LaidOutLetters = 20_000;

    // One thread: the limit is on processor time, and two parsers run at once.
    private static readonly NearestNeighbourWordExtractor _carefulWords = new(new() { MaxDegreeOfParallelism = 1 });
    private static readonly DocstrumBoundingBoxes _blocks = new(new() { MaxDegreeOfParallelism = 1 });
    private static readonly UnsupervisedReadingOrderDetector _order = new();

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
        IWordExtractor extractor = pdf.NumberOfPages > CarefulPages ? DefaultWordExtractor.Instance : _carefulWords;
        int empty = 0, unreadable = 0;
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            var before = layout.Length;
            try
            {
                Write(pdf.GetPage(number), extractor, layout);
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

    private static void Write(Page page, IWordExtractor extractor, TextLayout layout)
    {
        if (page.Letters.Count > LaidOutLetters)
        {
            layout.Paragraph();
            layout.Exact(page.Text.Replace("\0", "", StringComparison.Ordinal).Trim());
            return;
        }

        var words = page.GetWords(extractor).Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
        if (words.Count == 0)
            return;
        foreach (var block in _order.Get(_blocks.GetBlocks(words)))
        {
            layout.Paragraph();
            foreach (var line in block.TextLines)
            {
                layout.Line();
                layout.Exact(line.Text.Trim().Replace("\0", "", StringComparison.Ordinal));
            }
        }
    }

    private static string? Title(PdfDocument pdf) =>
        pdf.Information.Title is { } title && !string.IsNullOrWhiteSpace(title) ? title : null;

    private static string? Language(PdfDocument pdf) =>
        pdf.Structure.Catalog.CatalogDictionary.TryGet(UglyToad.PdfPig.Tokens.NameToken.Lang, out var token)
            && token is UglyToad.PdfPig.Tokens.IDataToken<string> { Data: { Length: > 0 and < 36 } language }
            ? language
            : null;
}
