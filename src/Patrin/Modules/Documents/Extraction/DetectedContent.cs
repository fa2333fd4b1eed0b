using System.Text;

namespace Patrin.Modules.Documents.Extraction;

/// <summary>The kinds of file that are read.</summary>
public enum ContentKind
{
    /// <summary>Text without markup.</summary>
    PlainText,

    /// <summary>Text whose file name says Markdown. Kept as it is, marks included.</summary>
    Markdown,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>A Word document (Office Open XML).</summary>
    Docx,

    /// <summary>A PDF with or without a text layer.</summary>
    Pdf,
}

/// <summary>What a file is, judged by its bytes.</summary>
/// <param name="Kind">The kind, or null when it is refused.</param>
/// <param name="Encoding">How its characters are encoded; for text kinds only.</param>
/// <param name="Refusal">One of <see cref="RefusalCodes"/>, or null.</param>
/// <param name="Arguments">Values that go with the refusal.</param>
public sealed record DetectedContent(
    ContentKind? Kind,
    DetectedEncoding? Encoding,
    string? Refusal,
    IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>The media type stored with the document; null when refused.</summary>
    public string? MediaType => Kind switch
    {
        ContentKind.PlainText => "text/plain",
        ContentKind.Markdown => "text/markdown",
        ContentKind.Html => "text/html",
        ContentKind.Pdf => "application/pdf",
        ContentKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => null,
    };
}

/// <summary>How the characters of a text file are encoded.</summary>
/// <param name="Encoding">The decoder.</param>
/// <param name="PreambleBytes">Length of the byte order mark, which is no part of the text.</param>
/// <param name="IsGuessed">True when nothing in the file states it and it was told from letter statistics.</param>
public sealed record DetectedEncoding(Encoding Encoding, int PreambleBytes, bool IsGuessed);
