using System.Diagnostics;
using System.Text;
using Patrin.Modules.Documents.Extraction;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>R-47 to R-50: files that are empty, broken, huge, disguised or made to stop a parser.</summary>
public sealed class HostileContentTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF")]
    public async Task R47_an_empty_file_is_refused(string text) =>
        Assert.Equal("empty", Extract.Line(await Extract.Refusal(Samples.Utf8(text), "a.txt")));

    [Fact]
    public async Task R47_fifty_megabytes_of_text_are_too_large_to_upload_and_read_by_the_command_line()
    {
        var bytes = Samples.Utf8(Samples.Repeat("Община Самоков has 37,000 people. ", 50 * 1024 * 1024 / 40));
        Assert.True(bytes.Length > 50_000_000);
        Assert.Equal("too-large limit=20971520", Extract.Line(await Extract.Refusal(bytes, "a.txt")));

        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = await Extract.Document(bytes, "a.txt", ExtractionLimits.CommandLine);
        Assert.StartsWith("Община Самоков has 37,000 people.", document.Text, StringComparison.Ordinal);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 4L * bytes.Length, $"{allocated >> 20} MB allocated");
        Limits.Hold(document, clock.Elapsed);
    }

    [Fact]
    public async Task R47_a_stream_without_end_is_refused_at_the_limit()
    {
        await using var endless = new EndlessStream();
        var result = await new DocumentExtractor().ExtractAsync(endless, "a.txt", ExtractionLimits.Upload, TestContext.Current.CancellationToken);
        var refused = Assert.IsType<ExtractionRefused>(result);
        Assert.Equal("too-large limit=20971520", Extract.Line(refused));
        Assert.Equal("", refused.Sha256);
    }

    [Fact]
    public async Task R18_a_million_characters_without_a_full_stop_are_read_at_once()
    {
        var text = Samples.Repeat("роми деца училище ", 60_000)[..1_000_000];
        var clock = Stopwatch.StartNew();
        Assert.Equal(text, (await Extract.Document(Samples.Utf8(text), "a.txt")).Text);
        Assert.Equal(text, (await Extract.Document(Samples.InCodePage(1251, text), "a.txt")).Text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"took {clock.Elapsed}");
    }

    [Theory]
    [InlineData(64)]
    [InlineData(100_000)]
    public async Task R50_random_bytes_named_txt_are_refused(int length)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var bytes = new byte[length];
            new Random(seed).NextBytes(bytes);
            var refused = await Extract.Refusal(bytes, "a.txt");
            Assert.Contains(refused.Reason, (string[])[RefusalCodes.Binary, RefusalCodes.UnknownEncoding]);
        }
    }

    [Fact]
    public async Task R44_a_nul_inside_text_is_refused_with_its_position() =>
        Assert.Equal("binary position=5", Extract.Line(await Extract.Refusal(Samples.Utf8("Roma \0people live here"), "a.txt")));

    [Theory]
    [InlineData("GIF89a=1;/*", "gif")]
    [InlineData("{\\rtf1\\ansi Text}", "rtf")]
    [InlineData("<?xml version=\"1.0\"?><svg/>", "xml")]
    [InlineData("Rar!\u001A\u0007\u0001", "rar")]
    public async Task R50_the_name_does_not_decide_the_type(string content, string format) =>
        Assert.Equal($"unsupported-format format={format}", Extract.Line(await Extract.Refusal(Encoding.Latin1.GetBytes(content), "a.txt")));

    [Fact]
    public async Task R50_other_office_files_are_named_in_the_refusal()
    {
        var sheet = Samples.Zip(("[Content_Types].xml", Samples.Utf8("<Types/>")), ("xl/workbook.xml", Samples.Utf8("<workbook/>")));
        Assert.Equal("unsupported-format format=xlsx", Extract.Line(await Extract.Refusal(sheet, "a.docx")));
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]];
        Assert.Equal("unsupported-format format=doc", Extract.Line(await Extract.Refusal(old, "a.docx")));
        byte[] locked = [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]];
        Assert.Equal("encrypted format=docx", Extract.Line(await Extract.Refusal(locked, "a.docx")));
    }

    [Fact]
    public async Task R50_files_that_are_two_things_at_once_are_refused()
    {
        var pdf = Samples.Pdf(Samples.Utf8("BT /F1 12 Tf 72 700 Td (Hi) Tj ET"));
        var zip = Samples.Zip(("a", [1]));
        Assert.Equal("two-formats first=pdf second=zip", Extract.Line(await Extract.Refusal([.. pdf, .. zip], "a.pdf")));
        Assert.Equal("two-formats first=pdf second=html", Extract.Line(await Extract.Refusal(Samples.Utf8("%PDF-1.7\n<html><script>x</script>"), "a.pdf")));
        Assert.Equal("two-formats first=text second=pdf", Extract.Line(await Extract.Refusal([.. Samples.Utf8("<html><body>\n"), .. Samples.Utf8("%PDF-1.7")], "a.html")));
        var renamed = await Extract.Document(pdf, "a.txt");
        Assert.Equal("application/pdf", renamed.MediaType);
    }

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>", "word/document.xml")]
    [InlineData("<!DOCTYPE d SYSTEM \"http://192.0.2.1/evil.dtd\">", "word/styles.xml")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "customXml/item1.xml")]
    public async Task R49_a_document_type_in_any_part_is_refused(string declaration, string part)
    {
        var text = $"<?xml version=\"1.0\"?>{declaration}<d>&c;</d>";
        var main = part == "word/document.xml" ? text : Samples.Document(Samples.Paragraph("Text"));
        List<(string, byte[])> entries = [("[Content_Types].xml", Samples.Utf8("<Types/>")), ("word/document.xml", Samples.Utf8(main))];
        if (part != "word/document.xml")
            entries.Add((part, Samples.Utf8(text)));
        var refused = await Extract.Refusal(Samples.Zip([.. entries]), "a.docx");
        Assert.Equal($"document-type-declared part={part}", Extract.Line(refused));
    }

    [Fact]
    public async Task R49_a_document_type_in_utf16_is_found_as_well()
    {
        byte[] part = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE d []><d/>")];
        var bytes = Samples.Zip(
            ("[Content_Types].xml", Samples.Utf8("<Types/>")),
            ("word/document.xml", Samples.Utf8(Samples.Document(Samples.Paragraph("Text")))),
            ("word/settings.xml", part));
        Assert.Equal("document-type-declared part=word/settings.xml", Extract.Line(await Extract.Refusal(bytes, "a.docx")));
    }

    [Fact]
    public async Task R47_a_docx_nested_too_deep_or_cut_off_is_refused()
    {
        var deep = Samples.Repeat("<w:sdt>", 5_000) + Samples.Repeat("</w:sdt>", 5_000);
        Assert.Equal("too-deep limit=1000", Extract.Line(await Extract.Refusal(Samples.Docx(deep), "a.docx")));
        var whole = Samples.Docx(Samples.Paragraph("Text"));
        Assert.Equal("damaged format=zip", Extract.Line(await Extract.Refusal(whole[..^40], "a.docx")));
        Assert.Equal("damaged format=docx", Extract.Line(await Extract.Refusal(Samples.Docx("<w:p>"), "a.docx")));
    }

    [Fact]
    public async Task R47_a_hundred_thousand_nested_elements_of_html_are_refused_at_once()
    {
        foreach (var nested in (string[])["<div>", "<ul><li>", "<b><p>", "<table>", "<svg><foreignObject>"])
        {
            var clock = Stopwatch.StartNew();
            var refused = await Extract.Refusal(Samples.Utf8($"<html><body>{Samples.Repeat(nested, 100_000)}deep</body></html>"), "a.html");
            Assert.Equal("too-deep limit=1000", Extract.Line(refused));
            Limits.Hold(refused, clock.Elapsed);
        }
    }

    [Fact]
    public async Task R47_a_hundred_thousand_elements_side_by_side_are_read()
    {
        var clock = Stopwatch.StartNew();
        var document = await Extract.Document(Samples.Utf8($"<html><body>{Samples.Repeat("<p>x<br/>", 50_000)}</body></html>"), "a.html");
        Assert.Equal(50_000, document.Text.Count(c => c == 'x'));
        Limits.Hold(document, clock.Elapsed);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
