using System.Diagnostics;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>R-47: packed files that would unpack to more than they say or than is allowed.</summary>
public sealed class ZipBombTests
{
    private const string Main = "word/document.xml";

    [Fact]
    public async Task R47_a_docx_that_claims_ten_gigabytes_is_refused_before_any_process_starts()
    {
        var zip = HostileZip.Docx();
        var zeros = HostileZip.DeflatedZeros(1 << 20);
        zip.AddPacked(Main, zeros, 64 << 20);
        for (var i = 0; i < 160; i++)
            zip.AddPacked($"word/media/{i}.bin", zeros, 64 << 20);
        await IsRefused(zip.Build(), "unpacks-too-large limit=209715200");
    }

    [Fact]
    public async Task R47_more_than_a_hundred_times_its_size_is_refused()
    {
        var zip = HostileZip.Docx();
        zip.AddPacked(Main, HostileZip.DeflatedZeros(90 << 20), 90 << 20);
        await IsRefused(zip.Build(), "unpacks-too-dense limit=100");
    }

    [Fact]
    public async Task R47_one_entry_over_its_own_limit_is_refused()
    {
        var zip = HostileZip.Docx();
        zip.AddPacked(Main, [0], 101 << 20);
        await IsRefused(zip.Build(), "unpacks-too-large limit=104857600");
    }

    [Theory]
    [InlineData(1_000u)]
    [InlineData(60_000u)]
    public async Task R47_an_entry_that_states_a_false_size_is_refused(uint stated)
    {
        var zip = HostileZip.Docx();
        zip.Add(Main, Samples.Utf8(Samples.Document(Samples.Paragraph(new string('a', 20_000)))), claimedSize: stated);
        zip.Add("word/media/noise.bin", Noise(2_000));
        await IsRefused(zip.Build(), "size-is-false entry=word/document.xml");
    }

    [Fact]
    public async Task R47_a_small_statement_over_a_gigabyte_is_counted_while_inflating()
    {
        var zip = HostileZip.Docx();
        zip.AddPacked(Main, HostileZip.DeflatedZeros(1L << 30), 1_000);
        await IsRefused(zip.Build(), "size-is-false entry=word/document.xml");
    }

    [Fact]
    public async Task R47_two_records_for_the_same_bytes_are_refused()
    {
        var content = Samples.Utf8(Samples.Document(Samples.Paragraph("Text")));
        var twice = HostileZip.Docx();
        twice.Claim(Main, twice.Add(Main, content), 10, (uint)content.Length);
        await IsRefused(twice.Build(), "unsafe-entry entry=word/document.xml");

        // Under another name the header at that place disagrees.
        var renamed = HostileZip.Docx();
        renamed.Claim("word/other.xml", renamed.Add(Main, content), 10, (uint)content.Length);
        await IsRefused(renamed.Build(), "damaged format=zip");
    }

    [Fact]
    public async Task R47_an_entry_whose_bytes_reach_into_the_next_is_refused()
    {
        var zip = HostileZip.Docx();
        var at = zip.Add("word/media/a.bin", Noise(500));
        zip.Add(Main, Samples.Utf8(Samples.Document(Samples.Paragraph("Text"))));
        var bytes = zip.Build();
        // The first record's packed size, in the directory, grows over its neighbour.
        var record = bytes.AsSpan().LastIndexOf("word/media/a.bin"u8) - 46;
        BitConverter.TryWriteBytes(bytes.AsSpan(record + 20), 900);
        Assert.Equal(0x04034b50u, BitConverter.ToUInt32(bytes, at));
        await IsRefused(bytes, "entries-overlap");
    }

    [Fact]
    public async Task R47_more_than_two_thousand_entries_are_refused()
    {
        var zip = HostileZip.Docx();
        for (var i = 0; i < 2_001; i++)
            zip.Add($"word/media/{i}", []);
        await IsRefused(zip.Build(), "too-many-entries limit=2000");
    }

    [Fact]
    public async Task R47_a_zip_inside_a_docx_is_not_opened()
    {
        var bomb = new HostileZip();
        bomb.AddPacked("a", HostileZip.DeflatedZeros(64 << 20), uint.MaxValue);
        var zip = HostileZip.Docx();
        zip.Add(Main, Samples.Utf8(Samples.Document(Samples.Paragraph("Text"))));
        zip.Add("word/embeddings/inner.zip", bomb.Build());
        var document = await Extract.Document(zip.Build(), "a.docx");
        Assert.Equal("Text", document.Text);
        Assert.Contains("embedded-not-opened count=1", document.Notes.Select(Extract.Line));
    }

    [Theory]
    [InlineData("../word/document.xml", 0u)]
    [InlineData("/etc/passwd", 0u)]
    [InlineData("word\\document.xml", 0u)]
    [InlineData("word/link", 0xA1FFu)]
    public async Task R50_entries_that_leave_their_folder_or_are_links_are_refused(string name, uint mode)
    {
        var zip = HostileZip.Docx();
        zip.Add(Main, Samples.Utf8(Samples.Document(Samples.Paragraph("Text"))));
        zip.Add(name, Samples.Utf8("x"), mode: mode);
        await IsRefused(zip.Build(), $"unsafe-entry entry={name}");
    }

    [Fact]
    public async Task R50_a_zip_with_a_password_is_refused_as_encrypted()
    {
        var zip = HostileZip.Docx();
        zip.Add(Main, Samples.Utf8("x"), flags: 1);
        await IsRefused(zip.Build(), "encrypted format=zip");
    }

    [Fact]
    public async Task R50_bytes_before_the_first_entry_are_refused()
    {
        var zip = HostileZip.Docx();
        zip.Add(Main, Samples.Utf8(Samples.Document(Samples.Paragraph("Text"))));
        await IsRefused(zip.Build(before: [.. "PK\u0003\u0004"u8, .. Noise(100)]), "damaged format=zip");
    }

    private static async Task IsRefused(byte[] bytes, string expected)
    {
        var clock = Stopwatch.StartNew();
        var refused = await Extract.Refusal(bytes, "a.docx");
        Assert.Equal(expected, Extract.Line(refused));
        Limits.Hold(refused, clock.Elapsed);
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
