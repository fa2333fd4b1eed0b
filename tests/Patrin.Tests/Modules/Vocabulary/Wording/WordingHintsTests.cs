using CsCheck;
using Patrin.Modules.Vocabulary.Wording;

namespace Patrin.Tests.Modules.Vocabulary.Wording;

/// <summary>The scanner, on lists small enough to see at once why a hint comes or does not come.</summary>
public sealed class WordingHintsTests
{
    private static readonly WordingHints Hints = new([new WordingList("en",
    [
        new WordingEntry(["bad word"], [], "A", WordingLevel.Hint, "good word"),
        new WordingEntry(["word*"], ["word, society of friends"], "B", WordingLevel.Hint, "term"),
        new WordingEntry(["word problem"], [], "C", WordingLevel.Hold, "condition"),
    ])]);

    [Theory]
    [InlineData("A Bad Word here.", "Bad Word A")]
    [InlineData("a bad-word", "bad-word A")]
    [InlineData("bad\nword", "bad\nword A")]
    [InlineData("bad. Word", "Word B")]
    [InlineData("bad, word", "word B")]
    [InlineData("WÖRDS and wor\u00ADding", "WÖRDS B|wor\u00ADding B")]
    [InlineData("wo\u0308rd", "wo\u0308rd B")]
    [InlineData("the word problem", "word problem C")]
    [InlineData("bad word problem", "bad word A")]
    [InlineData("sword, swords, bad wo rd", "")]
    [InlineData("Word, Society of Friends", "")]
    [InlineData("word, society of enemies", "word B")]
    [InlineData("word word", "word B|word B")]
    [InlineData("", "")]
    public void A_hint_marks_whole_words_stems_and_phrases(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Hints.Find(text, "en").Select(hint => $"{hint.Of(text)} {hint.Reason}")));

    [Theory]
    [InlineData("He said “bad word” twice.", true)]
    [InlineData("Er sagte „bad word“ zweimal.", true)]
    [InlineData("Ő ezt mondta: „bad word”.", true)]
    [InlineData("Il a dit « bad word ».", true)]
    [InlineData("He said \"a bad word\".", true)]
    [InlineData("He said “no” and a bad word.", false)]
    [InlineData("An “ open mark and a bad word", false)]
    [InlineData("An \" open mark\n\nand a bad word \" here", false)]
    [InlineData("half “of a bad” word", false)]
    public void A_hint_says_whether_the_words_are_quoted(string text, bool quoted)
    {
        var hint = Assert.Single(Hints.Find(text, "en"));
        Assert.Equal(quoted, hint.IsQuotation);
    }

    [Fact]
    public void A_passage_of_a_source_is_a_quotation_as_a_whole() =>
        Assert.True(Assert.Single(Hints.Find("a bad word", "en", isQuotation: true)).IsQuotation);

    [Fact]
    public void A_region_uses_the_list_of_its_language_and_an_unknown_language_has_none()
    {
        Assert.NotEmpty(Hints.Find("word", "en-IE"));
        Assert.Empty(Hints.Find("word", "fi"));
        Assert.False(Hints.Knows("fi"));
    }

    [Fact]
    public void Hints_stand_in_order_inside_the_text_and_do_not_overlap() => Gen.Char["bad wordproblem,.\n\"“”"].Array[0, 200].Sample(letters =>
    {
        var text = new string(letters);
        var end = 0;
        foreach (var hint in Hints.Find(text, "en"))
        {
            Assert.True(hint.Start >= end && hint.End > hint.Start && hint.End <= text.Length);
            Assert.StartsWith(hint.Reason == "A" ? "bad" : "word", hint.Of(text), StringComparison.OrdinalIgnoreCase);
            end = hint.End;
        }
    });

    // Both would run for hours if the work per word grew with the text.
    [Fact]
    public void A_text_of_a_million_characters_ends_whether_one_word_or_many()
    {
        Assert.Single(Hints.Find("word" + new string('x', 1_000_000), "en"));
        Assert.Equal(250_000, Hints.Find(string.Concat(Enumerable.Repeat("word ", 250_000)), "en").Count);
    }
}
