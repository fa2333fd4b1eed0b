using System.IO.Compression;
using System.Text;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>Small generated files: no binary lies in the repository.</summary>
internal static class Samples
{
    public const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] InCodePage(int codePage, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(text);
    }

    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>A DOCX whose body is <paramref name="body"/>; further parts as pairs of name and content.</summary>
    public static byte[] Docx(string body, params ReadOnlySpan<(string Name, string Content)> parts)
    {
        List<(string, byte[])> all =
        [
            ("[Content_Types].xml", Utf8("""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""")),
            ("word/document.xml", Utf8(Document(body))),
        ];
        foreach (var (name, content) in parts)
            all.Add((name, Utf8(content)));
        return Zip([.. all]);
    }

    public static string Document(string body) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WordNamespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>""";

    public static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A PDF that shows the given content stream on every page, written by hand so that every byte can be wrong.</summary>
    public static byte[] Pdf(byte[] content, string streamEntries = "", string trailerEntries = "", int pages = 1)
    {
        using var bytes = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text)
        {
            offsets.Add(bytes.Length);
            Write($"{offsets.Count} 0 obj\n{text}\nendobj\n");
        }

        Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        Object("<< /Type /Catalog /Pages 2 0 R /Lang (ro) >>");
        Object($"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Repeat("3 0 R", pages))}] /Count {pages} >>");
        Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        offsets.Add(bytes.Length);
        Write($"5 0 obj\n<< /Length {content.Length} {streamEntries} >>\nstream\n");
        bytes.Write(content);
        Write("\nendstream\nendobj\n");
        Object("<< /Title (A plan) >>");
        var xref = bytes.Length;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write($"{offset:D10} 00000 n \n");
        Write($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R /Info 6 0 R {trailerEntries} >>\nstartxref\n{xref}\n%%EOF\n");
        return bytes.ToArray();
    }

    /// <summary>Zlib-packed zeros: about a thousandth of their length.</summary>
    public static byte[] PackedZeros(long length, byte value = 0)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            Array.Fill(block, value);
            for (long written = 0; written < length; written += block.Length)
                zlib.Write(block);
        }

        return packed.ToArray();
    }

    /// <summary>A PDF that keeps a parser busy for many seconds without needing much memory.</summary>
    public static byte[] SlowPdf()
    {
        var content = new StringBuilder();
        for (var i = 0; i < 90; i++)
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"BT /F1 3 Tf 20 {830 - 9 * i} Td ({Repeat("word ", 40)}) Tj ET\n");
        return Pdf(Utf8(content.ToString()), pages: 2_000);
    }
}
