using Patrin.Modules.Vocabulary.Wording;

namespace Patrin.Tests.Modules.Vocabulary.Wording;

public sealed class ShippedWordingTests
{
    [Fact]
    public void There_is_a_list_for_each_of_the_ten_languages() =>
        Assert.Equal("bg cs de en es fr hu it ro sk".Split(' '), ShippedWording.Lists.Select(list => list.Language));

    [Theory]
    [InlineData("en", "the gypsies", "NAME", WordingLevel.Hold)]
    [InlineData("en", "the Roma problem", "PROBLEM", WordingLevel.Hold)]
    [InlineData("en", "benefit-dependent households", "CHARACTER", WordingLevel.Hint)]
    [InlineData("en", "a ghetto within a city", "PLACE", WordingLevel.Hint)]
    [InlineData("en", "hard-to-reach families", "REACH", WordingLevel.Hint)]
    [InlineData("en", "it is a Roma tradition", "TRADITION", WordingLevel.Hint)]
    [InlineData("en", "fight Roma crime", "CRIME", WordingLevel.Hold)]
    [InlineData("en", "anti-Gypsyism", "SPELLING", WordingLevel.Hint)]
    [InlineData("en", "illegal people", "ILLEGAL", WordingLevel.Hold)]
    [InlineData("en", "registered Roma", "REGISTER", WordingLevel.Hint)]
    [InlineData("en", "locals and Roma", "LOCALS", WordingLevel.Hint)]
    [InlineData("ro", "ȚIGĂNEASCĂ", "NAME", WordingLevel.Hold)]
    [InlineData("ro", "ţiganii", "NAME", WordingLevel.Hold)]
    [InlineData("ro", "români și romi", "LOCALS", WordingLevel.Hint)]
    [InlineData("hu", "a cigányok", "NAME", WordingLevel.Hint)]
    [InlineData("hu", "cigánybűnözés", "CRIME", WordingLevel.Hold)]
    [InlineData("bg", "циганите", "NAME", WordingLevel.Hold)]
    [InlineData("bg", "в гетото", "PLACE", WordingLevel.Hint)]
    [InlineData("sk", "neprispôsobiví občania", "CHARACTER", WordingLevel.Hold)]
    [InlineData("cs", "cikánský", "NAME", WordingLevel.Hold)]
    [InlineData("de", "Zigeunersiedlung", "NAME", WordingLevel.Hold)]
    [InlineData("de", "Armutszuwanderung", "MIGRANT", WordingLevel.Hint)]
    [InlineData("fr", "camps de Roms", "PLACE", WordingLevel.Hint)]
    [InlineData("es", "el problema gitano", "PROBLEM", WordingLevel.Hold)]
    [InlineData("it", "zingari", "NAME", WordingLevel.Hold)]
    [InlineData("it", "il campo nomadi", "PLACE", WordingLevel.Hint)]
    public void A_wording_that_hurts_or_misleads_is_marked(string language, string text, string reason, WordingLevel level)
    {
        var hint = Assert.Single(ShippedWording.Hints.Find(text, language));
        Assert.Equal((reason, level), (hint.Reason, hint.Level));
    }

    [Theory]
    [InlineData("es", "El pueblo gitano y las mujeres gitanas de Torrent")]
    [InlineData("en", "Gypsy, Roma and Traveller communities")]
    [InlineData("en", "the EU Framework for National Roma Integration Strategies up to 2020")]
    [InlineData("en", "Roma residents, Roma women and non-Roma neighbours in a segregated settlement")]
    [InlineData("en", "gypsum board and a hard to reach office")]
    [InlineData("ro", "prevenirea și combaterea antițigănismului; o țigară; romi și neromi")]
    [InlineData("ro", "Locuitorii care trăiesc din prestații sociale")]
    [InlineData("hu", "a magukat romának vallók és a nem roma lakosok")]
    [InlineData("de", "Sinti und Roma; Antiziganismus; illegale Müllablagerung")]
    [InlineData("it", "rom, sinti e caminanti; antiziganismo")]
    public void A_self_name_an_official_name_or_an_innocent_word_is_not_marked(string language, string text) =>
        Assert.Empty(ShippedWording.Hints.Find(text, language));

    [Fact]
    public void The_advice_raises_no_hint_of_its_own() => Assert.All(ShippedWording.Lists, list =>
        Assert.All(list.Entries, entry => Assert.Empty(ShippedWording.Hints.Find(entry.Instead, list.Language))));

    [Fact]
    public void Our_own_labels_raise_no_hint() => Assert.All(
        from list in ShippedLists.Load().All
        from code in list.All
        from text in code.Labels.ByLanguage.Concat(code.Notes?.ByLanguage ?? new Dictionary<string, string>())
        select (Language: text.Key, Text: text.Value),
        label => Assert.Empty(ShippedWording.Hints.Find(label.Text, label.Language)));

    [Fact]
    public void A_pattern_is_found_in_its_own_words() => Assert.All(ShippedWording.Lists, list =>
        Assert.All(list.Entries.SelectMany(entry => entry.Patterns), pattern =>
            Assert.NotEmpty(ShippedWording.Hints.Find(pattern.Replace("*", "", StringComparison.Ordinal), list.Language))));

    [Fact]
    public void The_levels_are_codes_of_their_list() => Assert.Equal(
        Enum.GetNames<WordingLevel>().Select(name => name.ToUpperInvariant()), ShippedLists.Load()["wording_level"].All.Select(code => code.Key));
}
