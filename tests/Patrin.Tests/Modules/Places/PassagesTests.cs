using Patrin.Modules.Places;
using Patrin.Modules.Places.Following;

namespace Patrin.Tests.Modules.Places;

public sealed class PassagesTests
{
    private const string Text = "It lies in the hills. The town has 92,6 roads and 3,000 people. Nobody else.\nA new line";

    [Fact]
    public void The_sentence_around_the_words_is_cut_at_full_stops_and_line_ends()
    {
        Assert.Equal(("The town has 92,6 roads and ", "."), Around(Text, "3,000 people"));
        Assert.Equal(("", " else."), Around(Text, "Nobody"));
        Assert.Equal(("A new ", ""), Around(Text, "line"));
    }

    [Fact]
    public void The_account_of_sentences_decides_where_there_is_one()
    {
        const string Glued = "Main challengesThe roads are bad";
        Assert.Equal(("The ", " are bad"), Around(Glued, "roads", "0,15,Context;15,32,Claim"));
    }

    [Fact]
    public void An_endless_sentence_is_shortened_at_a_word_on_the_far_side()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 1000)) + "HERE" + string.Concat(Enumerable.Repeat(" more", 1000));
        var (before, after) = Around(text, "HERE");
        Assert.StartsWith("… word", before, StringComparison.Ordinal);
        Assert.EndsWith("word ", before, StringComparison.Ordinal);
        Assert.EndsWith("more …", after, StringComparison.Ordinal);
        Assert.InRange(before.Length, 300, PlacePassage.SideMax + 2);
        Assert.InRange(after.Length, 300, PlacePassage.SideMax + 2);
    }

    private static (string, string) Around(string text, string quote, string map = "")
    {
        var at = text.IndexOf(quote, StringComparison.Ordinal);
        return Passages.Around(text, map, at, at + quote.Length);
    }
}
