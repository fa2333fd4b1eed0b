using System.Security.Cryptography;
using System.Text;
using Patrin.Modules.Documents.Extraction;

namespace Patrin.Tests.Modules.Documents.Extraction;

public sealed class PlainTextExtractionTests
{
    [Fact]
    public async Task Plain_text_stays_character_for_character_except_line_ends()
    {
        const string Text = "Roma communitySamokov,  Bulgaria\r\n\tinte-\rgration \u00A0x\u200B\n\n\n  end ";
        var document = await Extract.Document(Samples.Utf8(Text), "a.txt");
        Assert.Equal("Roma communitySamokov,  Bulgaria\n\tinte-\ngration \u00A0x\u200B\n\n\n  end ", document.Text);
        Assert.Equal("text/plain", document.MediaType);
        Assert.Null(document.Cost);
    }

    [Fact]
    public async Task The_hash_covers_the_original_bytes()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Samples.Utf8("a\r\nb")];
        var document = await Extract.Document(bytes, "a.txt");
        Assert.Equal("a\nb", document.Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), document.Sha256);
    }

    [Fact]
    public async Task Decomposed_letters_become_composed_and_this_is_noted()
    {
        var document = await Extract.Document(Samples.Utf8("s\u0327coala\u0306"), "a.txt");
        Assert.Equal("\u015Fcoal\u0103", document.Text);
        Assert.Contains(document.Notes, n => n.Code == NoteCodes.Composed);
    }

    [Theory]
    [InlineData(1251, "Община Самоков има 37 000 жители, от които около 10 000 са роми. Училището в квартал Изток.")]
    [InlineData(28595, "Община Самоков има 37 000 жители, от които около 10 000 са роми. Училището в квартал Изток.")]
    [InlineData(1250, "Mesto Košice má 230 000 obyvateľov, z toho približne 6 000 Rómov. Škola, bývanie a zdravotná starostlivosť.")]
    [InlineData(28592, "Mesto Košice má 230 000 obyvateľov, z toho približne 6 000 Rómov. Škola, bývanie a zdravotná starostlivosť.")]
    [InlineData(1250, "Tiszavasvári lakossága 12 000 fő, a romák aránya mintegy 20 százalék. Külső segítség: fűtés, víz, út.")]
    [InlineData(28592, "Tiszavasvári lakossága 12 000 fő, a romák aránya mintegy 20 százalék. Külső segítség: fűtés, víz, út.")]
    [InlineData(1250, "Municipiul are o populaţie de 324.000 locuitori, dintre care romii reprezintă aproximativ 3.000. Şcoala şi grădiniţa.")]
    [InlineData(1250, "Općina Darda ima 6.900 stanovnika, od čega 800 Roma. Đaci, škola, zapošljavanje i kuće su glavni problemi.")]
    [InlineData(1252, "La ville compte 480 000 habitants, dont environ 3 000 Roms. L’école, le logement et la santé des enfants – priorités.")]
    [InlineData(1252, "Die Stadt Fürth hat 130.000 Einwohner, darunter etwa 2.000 Roma. Schüler, Wohnungen und größte Sorgen.")]
    [InlineData(1252, "El municipio tiene 25 000 habitantes. La educación de los niños y la vivienda: ¿qué hacer el próximo año?")]
    [InlineData(1253, "Ο δήμος έχει 50.000 κατοίκους, από τους οποίους περίπου 4.000 είναι Ρομά. Η εκπαίδευση και η στέγαση. Άλλα έργα.")]
    [InlineData(28597, "Ο δήμος έχει 50.000 κατοίκους, από τους οποίους περίπου 4.000 είναι Ρομά. Η εκπαίδευση και η στέγαση. Άλλα έργα.")]
    [InlineData(1252, "Örebro kommun")]
    [InlineData(1252, "it’s")]
    [InlineData(1252, "Málaga, Córdoba y Cádiz")]
    [InlineData(1250, "Košice")]
    [InlineData(1251, "Роми")]
    [InlineData(1253, "Ρομά")]
    public async Task R50_legacy_encodings_are_told_from_the_letters(int codePage, string text)
    {
        var document = await Extract.Document(Samples.InCodePage(codePage, text), "old.txt");
        Assert.Equal(text, document.Text);
        Assert.Contains(document.Notes, n => n.Code == NoteCodes.EncodingGuessed);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    public async Task R50_utf16_is_read_with_and_without_its_mark(string encoding, bool withMark)
    {
        const string Text = "Община Самоков: 37 000 жители.\nPlan 2021\u20132027, Școala.";
        var codec = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. withMark ? codec.GetPreamble() : [], .. codec.GetBytes(Text)];
        Assert.Equal(Text, (await Extract.Document(bytes, "a.txt")).Text);
    }

    [Fact]
    public async Task A_few_broken_bytes_do_not_turn_a_text_into_another_encoding()
    {
        byte[] bytes = [.. Samples.Utf8(Samples.Repeat("Община Самоков. ", 20)), 0xFF, .. Samples.Utf8("край")];
        var document = await Extract.Document(bytes, "a.txt");
        Assert.EndsWith("Самоков. \uFFFDкрай", document.Text, StringComparison.Ordinal);
        Assert.Contains("bytes-replaced count=1", document.Notes.Select(Extract.Line));
    }

    [Fact]
    public async Task Markdown_keeps_its_marks_and_gives_its_first_heading_as_title()
    {
        var document = await Extract.Document(Samples.Utf8("```\n# code\n```\n# Plan *2024*\n\n- a\n- b\n"), "plan.MD");
        Assert.Equal("text/markdown", document.MediaType);
        Assert.Equal("Plan *2024*", document.Title);
        Assert.Equal("```\n# code\n```\n# Plan *2024*\n\n- a\n- b\n", document.Text);
    }

    [Fact]
    public async Task A_stream_and_its_bytes_give_the_same()
    {
        var bytes = Samples.Utf8("Roma people live here.");
        using var stream = new MemoryStream(bytes);
        var fromStream = await new DocumentExtractor().ExtractAsync(stream, "a.txt", ExtractionLimits.Upload, TestContext.Current.CancellationToken);
        var fromBytes = await Extract.Document(bytes, "a.txt");
        Assert.Equal(fromBytes.Text, Assert.IsType<ExtractedDocument>(fromStream).Text);
        Assert.Equal(fromBytes.Sha256, fromStream.Sha256);
    }
}
