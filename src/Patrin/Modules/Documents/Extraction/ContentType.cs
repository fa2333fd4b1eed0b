using System.Buffers;
using System.Text;
using Patrin.Modules.Documents.Extraction.Formats;

namespace Patrin.Modules.Documents.Extraction;

/// <summary>
/// Tells what a file is by its bytes. The name decides only between plain text and Markdown, and between plain text
/// and a fragment of HTML, which look the same inside.
/// </summary>
public static class ContentType
{
    private const int HeadBytes = 1024;

    private static readonly SearchValues<byte> _controlBytes =
        SearchValues.Create([1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31]);

    private static readonly (byte[] Start, string Format)[] _known =
    [
        ("GIF8"u8.ToArray(), "gif"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "png"),
        ([0xFF, 0xD8, 0xFF], "jpeg"),
        ("RIFF"u8.ToArray(), "riff"),
        ("II*\0"u8.ToArray(), "tiff"),
        ("MM\0*"u8.ToArray(), "tiff"),
        ([0x1F, 0x8B], "gzip"),
        ("7z"u8.ToArray(), "7z"),
        ("Rar!"u8.ToArray(), "rar"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "program"),
        ("MZ"u8.ToArray(), "program"),
        ("{\\rtf"u8.ToArray(), "rtf"),
        ("SQLite format 3\0"u8.ToArray(), "sqlite"),
    ];

    /// <summary>Judges <paramref name="bytes"/> (the whole file). Linear in its length; never inflates anything.</summary>
    public static DetectedContent Detect(ReadOnlySpan<byte> bytes, string? fileName = null)
    {
        try
        {
            return DetectOrThrow(bytes, fileName ?? "");
        }
        catch (RefusedException refused)
        {
            return new(null, null, refused.Reason, refused.Arguments);
        }
    }

    private static DetectedContent DetectOrThrow(ReadOnlySpan<byte> bytes, string fileName)
    {
        if (bytes.IsEmpty)
            throw RefusedException.Because(RefusalCodes.Empty);
        if (bytes.StartsWith("%PDF-"u8))
            return Pdf(bytes);
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
            return Zip(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw OldOffice(bytes);
        foreach (var (start, format) in _known)
        {
            // Two letters alone ("MZ", "7z") may open a text; a program or archive has control bytes right after.
            if (bytes.StartsWith(start) && (start.Length > 2 || bytes[..Math.Min(64, bytes.Length)].Contains((byte)0)))
                throw RefusedException.Because(RefusalCodes.UnsupportedFormat, "format", format);
        }

        return Text(bytes, fileName);
    }

    private static DetectedContent Pdf(ReadOnlySpan<byte> bytes)
    {
        if (ZipDirectory.HasEnd(bytes))
            throw RefusedException.TwoFormats("pdf", "zip");
        if (LooksLikeHtml(Encoding.Latin1.GetString(bytes[..Math.Min(HeadBytes, bytes.Length)]), anywhere: true))
            throw RefusedException.TwoFormats("pdf", "html");
        return Is(ContentKind.Pdf);
    }

    private static DetectedContent Zip(ReadOnlySpan<byte> bytes)
    {
        if (bytes[..Math.Min(HeadBytes, bytes.Length)].IndexOf("%PDF-"u8) >= 0)
            throw RefusedException.TwoFormats("zip", "pdf");
        var names = ZipDirectory.Read(bytes, ExtractionLimits.Upload).Select(e => e.Name).ToList();
        bool Has(string start) => names.Exists(n => n.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (Has("[Content_Types].xml") && Has("word/document"))
            return Is(ContentKind.Docx);
        var format = Has("xl/workbook") ? "xlsx" : Has("ppt/presentation") ? "pptx" : Has("META-INF/manifest.xml") ? "odt" : "zip";
        throw RefusedException.Because(RefusalCodes.UnsupportedFormat, "format", format);
    }

    // A DOCX with a password is wrapped into the old compound format; the entry's name is UTF-16 in its directory.
    private static RefusedException OldOffice(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? RefusedException.Because(RefusalCodes.Encrypted, "format", "docx")
            : RefusedException.Because(RefusalCodes.UnsupportedFormat, "format", "doc");

    private static DetectedContent Text(ReadOnlySpan<byte> bytes, string fileName)
    {
        var encoding = TextEncodings.Detect(bytes);
        if (encoding is null)
        {
            var nul = bytes.IndexOf((byte)0);
            throw nul >= 0
                ? RefusedException.Because(RefusalCodes.Binary, "position", nul)
                : RefusedException.Because(RefusalCodes.UnknownEncoding);
        }

        RefuseControls(bytes, encoding);
        var head = encoding.Encoding.GetString(Head(bytes, encoding));
        if (head.Contains("\n%PDF-", StringComparison.Ordinal))
            throw RefusedException.TwoFormats("text", "pdf");
        var isMarkdown = HasExtension(fileName, ".md", ".markdown");
        if (isMarkdown ? IsWholePage(head) : LooksLikeHtml(head, anywhere: HasExtension(fileName, ".html", ".htm", ".xhtml")))
            return new(ContentKind.Html, encoding, null, Nothing);
        if (head.TrimStart() is var start && (start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<svg", StringComparison.Ordinal)))
            throw RefusedException.Because(RefusalCodes.UnsupportedFormat, "format", "xml");
        return new(isMarkdown ? ContentKind.Markdown : ContentKind.PlainText, encoding, null, Nothing);
    }

    // Tab, line feed, form feed, carriage return, escape and the old end-of-file mark occur in text; the others do not.
    private static void RefuseControls(ReadOnlySpan<byte> bytes, DetectedEncoding encoding)
    {
        if (encoding.Encoding.IsSingleByte || encoding.Encoding is UTF8Encoding)
        {
            var at = bytes.IndexOf((byte)0);
            at = at >= 0 ? at : bytes.IndexOfAny(_controlBytes);
            if (at >= 0)
                throw RefusedException.Because(RefusalCodes.Binary, "position", at);
            return;
        }

        for (var i = encoding.PreambleBytes; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i] == 0 && bytes[i + 1] == 0)
                throw RefusedException.Because(RefusalCodes.Binary, "position", i);
        }
    }

    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> bytes, DetectedEncoding encoding)
    {
        var rest = bytes[encoding.PreambleBytes..];
        return rest[..Math.Min(HeadBytes * 2, rest.Length)];
    }

    // Markdown may open with a tag; only a whole page is taken for one.
    private static bool IsWholePage(string head) =>
        AfterComments(head) is var text
        && (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeHtml(string head, bool anywhere)
    {
        ReadOnlySpan<string> marks = ["<!doctype html", "<html", "<head", "<body", "<script", "<div", "<p>", "<h1"];
        var text = anywhere ? head : AfterComments(head);
        foreach (var mark in marks)
        {
            var found = anywhere
                ? text.Contains(mark, StringComparison.OrdinalIgnoreCase)
                : text.StartsWith(mark, StringComparison.OrdinalIgnoreCase);
            if (found)
                return true;
        }

        return text.StartsWith("<?xml", StringComparison.Ordinal) && text.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static string AfterComments(string head)
    {
        var text = head.TrimStart();
        while (text.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = text.IndexOf("-->", StringComparison.Ordinal);
            if (end < 0)
                break;
            text = text[(end + 3)..].TrimStart();
        }

        return text;
    }

    private static bool HasExtension(string fileName, params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static Dictionary<string, string> Nothing => [];

    private static DetectedContent Is(ContentKind kind) => new(kind, null, null, Nothing);
}
