using System.Diagnostics;
using System.Text;
using Patrin.Modules.Documents.Extraction;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>R-47, R-48: PDFs that need a password, are broken, or would fill the memory.</summary>
public sealed class HostilePdfTests
{
    private static readonly byte[] _hello = Samples.Utf8("BT /F1 12 Tf 72 700 Td (Hello) Tj ET");

    [Fact]
    public async Task R50_an_encrypted_pdf_is_refused_as_encrypted()
    {
        var entries = $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{new string('A', 64)}> /U <{new string('B', 64)}> /P -44 >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";
        var refused = await Extract.Refusal(Samples.Pdf(_hello, trailerEntries: entries), "a.pdf");
        Assert.Equal("encrypted format=pdf", Extract.Line(refused));
    }

    [Fact]
    public async Task R47_a_stream_that_inflates_to_a_gigabyte_ends_within_memory()
    {
        var packed = Samples.PackedZeros(1L << 30, (byte)' ');
        Assert.True(packed.Length < 1_100_000);
        var clock = Stopwatch.StartNew();
        var refused = await Extract.Refusal(Samples.Pdf(packed, "/Filter /FlateDecode"), "a.pdf");
        Assert.Equal("memory-limit megabytes=300", Extract.Line(refused));
        Limits.Hold(refused, clock.Elapsed);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(300)]
    public async Task R48_a_pdf_cut_off_is_refused_or_read_but_never_hangs(int length)
    {
        var clock = Stopwatch.StartNew();
        var result = await Extract.Any(Samples.Pdf(_hello)[..length], "a.pdf");
        Limits.Hold(result, clock.Elapsed);
        var refused = Assert.IsType<ExtractionRefused>(result);
        Assert.Contains(refused.Reason, (string[])[RefusalCodes.Damaged, RefusalCodes.NoText]);
    }

    [Fact]
    public async Task R48_references_in_a_circle_end()
    {
        var text = Encoding.Latin1.GetString(Samples.Pdf(_hello));
        foreach (var (from, to) in ((string, string)[])[("/Kids [3 0 R]", "/Kids [2 0 R]"), ("/Contents 5 0 R", "/Contents 3 0 R"), ("/Parent 2 0 R", "/Parent 3 0 R")])
        {
            var clock = Stopwatch.StartNew();
            var result = await Extract.Any(Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal)), "a.pdf");
            Limits.Hold(result, clock.Elapsed);
            Assert.NotNull(result.Cost);
        }
    }

    [Fact]
    public async Task R47_a_page_with_a_million_letters_on_one_spot_ends_within_the_limits()
    {
        var line = Samples.Utf8("BT /F1 1 Tf 72 700 Td (" + new string('x', 200) + ") Tj ET\n");
        using var content = new MemoryStream();
        for (var i = 0; i < 5_000; i++)
            content.Write(line);
        var clock = Stopwatch.StartNew();
        var result = await Extract.Any(Samples.Pdf(content.ToArray()), "a.pdf");
        Limits.Hold(result, clock.Elapsed);
        Assert.True(result is ExtractedDocument { Text.Length: > 900_000 } or ExtractionRefused { Reason: RefusalCodes.MemoryLimit });
    }

    [Fact]
    public async Task R47_more_than_two_thousand_pages_are_refused()
    {
        var refused = await Extract.Refusal(Samples.Pdf(_hello, pages: 2_001), "a.pdf");
        Assert.Equal("too-many-pages limit=2000", Extract.Line(refused));
    }
}
