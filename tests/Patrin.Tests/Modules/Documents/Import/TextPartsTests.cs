using CsCheck;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Import;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Tests.Modules.Documents.Import;

public sealed class TextPartsTests
{
    private static readonly string[] Pieces = ["a", "ț", "д", "𝕏", "👪", " ", ". ", "\n"];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60_000].Select(string.Concat);

    [Fact]
    public void All_parts_together_are_the_text_and_no_character_is_cut() => Text.Sample(text =>
    {
        var parts = TextParts.Cut(Guid.NewGuid(), text, Reading(text), new CodePoints(text));
        Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
        Assert.All(parts, p => Assert.True(p.Text.Length <= TextParts.Longest && !char.IsLowSurrogate(p.Text[0])));
        Assert.All(parts, p => Assert.Equal(text[..p.Start].EnumerateRunes().Count(), p.CodePointsBefore));
    }, iter: 20);

    [Fact]
    public void Sentences_come_back_from_their_part_as_they_were()
    {
        var text = string.Concat(Enumerable.Repeat("One sentence more. ", 5_000));
        var reading = Reading(text);
        var back = TextParts.Cut(Guid.NewGuid(), text, reading, new CodePoints(text)).SelectMany(SentenceMap.Read).ToList();
        Assert.Equal(reading.Sentences, back);
    }

    [Fact]
    public void A_million_letters_without_a_full_stop_are_cut_all_the_same()
    {
        var text = new string('x', 1_000_000);
        Assert.Equal(text.Length, TextParts.Cut(Guid.NewGuid(), text, Reading(text), new CodePoints(text)).Sum(p => p.Text.Length));
    }

    [Fact]
    public void A_section_that_begins_late_in_a_part_begins_a_new_one()
    {
        var text = string.Concat(Enumerable.Repeat("One sentence more. ", 2_000));
        var section = 15_200;
        var reading = Reading(text) with { Places = [new("xx-late", "Late", "Late", "BG", "MUNICIPALITY", null, null, null, new(section, text.Length))] };
        Assert.Equal(section, TextParts.Cut(Guid.NewGuid(), text, reading, new CodePoints(text))[1].Start);
    }

    private static ReadingResult Reading(string text)
    {
        var sentences = new List<ReadSentence>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf(". ", at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end + 1;
            sentences.Add(new(new(at, end), SentenceRole.Context));
            for (at = end; at < text.Length && text[at] == ' ';)
                at++;
        }

        return new() { Language = "en", Places = [], Programmes = [], Claims = [], Checks = [], Sentences = sentences };
    }
}
