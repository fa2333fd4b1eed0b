namespace Patrin.Modules.Documents.Extraction;

/// <summary>What became of a file: an <see cref="ExtractedDocument"/> or an <see cref="ExtractionRefused"/>.</summary>
public abstract record ExtractionResult
{
    /// <summary>SHA-256 of the original bytes as received, in lower-case hex. It never covers the extracted text.
    /// Empty when a stream was refused as too large before its end.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the parsing process used; null when no process was needed (plain text, refusals by content).</summary>
    public ExtractionCost? Cost { get; init; }
}

/// <summary>The text of a file.</summary>
/// <param name="Text">
/// Line ends are \n, composed form NFC, no NUL. Plain text and Markdown are otherwise character for character what the
/// file holds. HTML, DOCX and PDF: paragraphs separated by one blank line, list items and table rows on their own
/// lines, cells separated by a tab. Layout hyphens stay as they are.
/// </param>
/// <param name="MediaType">By content: text/plain, text/markdown, text/html, application/pdf or the DOCX type.</param>
/// <param name="Title">The title the file states about itself, or null.</param>
/// <param name="LanguageHint">The language tag the file states (for instance "bg" or "fr-BE"), unchecked, or null.</param>
/// <param name="Notes">What was left out or guessed, for the person who reviews.</param>
public sealed record ExtractedDocument(
    string Text,
    string MediaType,
    string? Title,
    string? LanguageHint,
    IReadOnlyList<ExtractionNote> Notes) : ExtractionResult;

/// <summary>A file that was not read, and why.</summary>
/// <param name="Reason">One of <see cref="RefusalCodes"/>.</param>
/// <param name="Arguments">Values for the sentence people see; numbers are whole, in invariant digits.</param>
public sealed record ExtractionRefused(string Reason, IReadOnlyDictionary<string, string> Arguments) : ExtractionResult;

/// <summary>Something the reviewer should know about an extracted text.</summary>
/// <param name="Code">One of <see cref="NoteCodes"/>.</param>
/// <param name="Arguments">Values for the sentence; numbers are whole, in invariant digits.</param>
public sealed record ExtractionNote(string Code, IReadOnlyDictionary<string, string> Arguments);

/// <summary>What the parsing process used.</summary>
/// <param name="Wall">From start to end.</param>
/// <param name="Processor">Processor time, sampled until shortly before the end.</param>
/// <param name="PeakBytes">Highest resident memory seen.</param>
public sealed record ExtractionCost(TimeSpan Wall, TimeSpan Processor, long PeakBytes);
