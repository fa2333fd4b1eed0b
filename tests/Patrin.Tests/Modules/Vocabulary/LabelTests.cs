using System.Text.RegularExpressions;
using Patrin.Modules.Vocabulary;

namespace Patrin.Tests.Modules.Vocabulary;

public sealed partial class LabelTests
{
    private static readonly CodeLists Lists = ShippedLists.Load();

    private static IEnumerable<(string Code, string Language, string Text)> Texts =>
        from list in Lists.All
        from code in list.All
        from text in code.Labels.ByLanguage.Concat(code.Notes?.ByLanguage ?? new Dictionary<string, string>())
        select ($"{list.Name} {code.Key}", text.Key, text.Value);

    [Theory]
    [InlineData("en", "Low literacy")]
    [InlineData("hu", "Olvasási és írási nehézségek")]
    [InlineData("ro-MD", "Nivel scăzut de alfabetizare")]
    [InlineData("sv", "Low literacy")]
    [InlineData("", "Low literacy")]
    public void A_label_comes_from_the_region_then_the_language_then_English(string language, string label) =>
        Assert.Equal(label, Lists["challenge"]["EDU-03"].Label(language));

    [Fact]
    public void A_note_is_there_only_where_the_list_has_one()
    {
        Assert.NotNull(Lists.Challenges["EDU-02"].Note("ro"));
        Assert.Null(Lists.Challenges["EMP-05"].Note("ro"));
    }

    [Fact]
    public void Romanian_is_written_with_commas_below_not_cedillas() =>
        Assert.DoesNotContain(Texts, t => t.Language == "ro" && t.Text.IndexOfAny(['ş', 'Ş', 'ţ', 'Ţ']) >= 0);

    [Fact]
    public void No_label_uses_a_word_that_hurts() => Assert.DoesNotContain(Texts, t => Hurtful.IsMatch(t.Text));

    [Fact]
    public void A_label_is_one_line_without_a_full_stop() =>
        Assert.DoesNotContain(Texts, t => t.Text.Contains('\n') || t.Text.EndsWith('.') || t.Text != t.Text.Trim());

    // Broader than the wording lists on purpose: labels have no quotations and no exceptions.
    [GeneratedRegex(@"țigan|țigăn|cigán|\bgyps", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Hurtful { get; }
}
