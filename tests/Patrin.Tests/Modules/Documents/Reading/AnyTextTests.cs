using System.Text;
using CsCheck;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Tests.Modules.Documents.Reading;

/// <summary>What must hold for every text, however broken.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "Roma", "population of", "12,345", "3.4 million", "25%", " ", "\n", "\n\n", ".", ", ", ": ", "• ", "- ", "(", ")", "Lom, Bulgaria", "education", "housing", "low", "between",
        "and", "wants to", "Main challenges", "2014-2015", "communitySamokov, BulgariaTwinning", "aseducationcommunicationemployment", "Ap-proximately", "\u00AD", "\uD83D\uDE00", "\uD800",
        "e\u0301", "\u200B", "—", "‘ghetto within a ghetto’", "68% (7.5 million)", "1.2.3", "12.05.2014", "PAIRS project aims at", "first, ", "second; ", "half of them", "https://a.b/c",
        "people live in", "of the Roma neighbourhood", "UK", "Bulgaria", "(", "census", "of whom", "are Roma", "declared themselves", "district", "is a town", "has", "inhabitants", "Fact sheet: ", "1. ", "a) ", "What we do",
        "община", "население", "Δήμος", "中文", "\0", "\t", "|", "#", "million", "ofwhom", "A", "z", "0", "000", "'", "\"", "%", "--", "…",
    ];

    private static readonly Gen<string> Broken = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(parts => string.Concat(parts)),
        Gen.Char.Array[0, 200].Select(chars => new string(chars)),
        Gen.String[Gen.Char[' ', 'ɏ'], 0, 300]);

    [Fact]
    public void Any_text_is_read_without_fault_and_every_position_is_inside_it() => Broken.Sample(text =>
    {
        var result = ReadingLab.Read(text, null);
        foreach (var span in result.Claims.Select(c => c.Quote).Concat(result.Sentences.Select(s => s.Span)).Concat(result.Places.Select(p => p.Section)).Concat(result.Checks.SelectMany(c => c.Spans)))
            if (span.Start < 0 || span.End <= span.Start || span.End > text.Length)
                return false;
        return result.Coverage is >= 0 and <= 1;
    }, iter: 3_000);

    [Fact]
    public void Sentences_cover_every_character_that_is_not_white_space_exactly_once() => Broken.Sample(text =>
    {
        var covered = new int[text.Length];
        foreach (var sentence in ReadingLab.Read(text).Sentences)
            for (var i = sentence.Span.Start; i < sentence.Span.End; i++)
                covered[i]++;
        for (var i = 0; i < text.Length; i++)
            if (covered[i] > 1 || (covered[i] == 0 && !char.IsWhiteSpace(text[i]) && !IsLayout(text[i])))
                return false;
        return true;
    }, iter: 3_000);

    [Fact]
    public void The_same_text_gives_the_same_claims() => Broken.Sample(text =>
        Describe(ReadingLab.Read(text, null)) == Describe(ReadingLab.Read(text, null)), iter: 1_000);

    [Fact]
    public void An_empty_text_has_nothing_in_it() => Assert.Empty(ReadingLab.Read(" \r\n\t").Sentences);

    [Theory]
    [InlineData(1_000_000, "aseducationcommunicationemployment")]
    [InlineData(1_000_000, "low education and high unemployment among the 1,200 Roma of Lom ")]
    [InlineData(1_000_000, "((((")]
    [InlineData(300_000, "1,234 and 5.6% (7) ")]
    [InlineData(300_000, "Roma communities: Lom (2,000), ")]
    [InlineData(300_000, "education\n")]
    [InlineData(300_000, "\n- Lom, Bulgaria\n")]
    public void A_million_characters_of_one_kind_are_read(int length, string piece)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length) text.Append(piece);
        var result = ReadingLab.Read(text.ToString());
        Assert.All(result.Sentences, s => Assert.InRange(s.Span.Length, 1, 5_000));
    }

    [Fact]
    public void Time_grows_with_the_length_and_no_faster()
    {
        var page = string.Join('\n', ReadingLab.Json("languages/en-multi.json").GetProperty("text").EnumerateArray().Select(l => l.GetString()));
        var (small, large) = (Repeat(page, 40), Repeat(page, 400));
        ReadingLab.Read(small);
        var (once, tenTimes) = (Cost(small), Cost(large));
        Assert.True(tenTimes < once * 40, $"Ten times the text took {tenTimes / once:0.0} times as much.");
    }

    // Allocated bytes stand for work: they do not depend on what else the machine does.
    private static double Cost(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadingLab.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string page, int times)
    {
        var text = new StringBuilder();
        for (var i = 0; i < times; i++) text.Append(page.Replace("000", $"{i % 10}{i / 10 % 10}{i / 100}", StringComparison.Ordinal)).Append("\n\n");
        return text.ToString();
    }

    private static bool IsLayout(char c) => c is '\u00AD' or '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFEFF' or '\u2060' or (>= '\u200B' and <= '\u200F') or (>= '\u0300' and <= '\u036F');

    private static string Describe(ReadingResult result) => string.Join('|', result.Claims.Select(c =>
        $"{c.Kind}{c.Subject}{c.Value}{c.Method}{c.Scope}{c.ScopeName}{c.Year}{string.Join(',', c.Codes)}{c.Text}{c.Quote}{c.Confidence}{c.Rule}"));
}
