using System.Globalization;
using Patrin.Platform.Localization;

namespace Patrin.Tests.Platform.Localization;

public sealed class TextsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("patrin-po-").FullName;
    private readonly (CultureInfo, CultureInfo) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    private Texts In(string language)
    {
        File.WriteAllText(Path.Combine(_directory, "ro.po"), """
            msgid ""
            msgstr ""
            "Language: ro\n"

            #: a comment
            msgid "{0} place"
            msgid_plural "{0} places"
            msgstr[0] "{0} loc"
            msgstr[1] "{0} locuri"
            msgstr[2] ""
            "{0} de "
            "locuri"

            msgid "more than {0}"
            msgstr "peste {0}"
            """);
        File.WriteAllText(Path.Combine(_directory, "hu.po"), "msgid \"Read on {0}.\"\nmsgstr \"Beolvasva: {0}.\"\n");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new Texts(Catalogs.Load(_directory));
    }

    [Theory]
    [InlineData(1, "1 loc")]
    [InlineData(0, "0 locuri")]
    [InlineData(19, "19 locuri")]
    [InlineData(20, "20 de locuri")]
    [InlineData(101, "101 locuri")]
    [InlineData(2_345, "2.345 de locuri")]
    public void A_Romanian_number_takes_one_of_three_forms(int n, string text) =>
        Assert.Equal(text, In("ro").Plural(n, "{0} place", "{0} places"));

    [Theory]
    [InlineData("cs", 1, 0)]
    [InlineData("cs", 4, 1)]
    [InlineData("cs", 5, 2)]
    [InlineData("uk", 21, 0)]
    [InlineData("uk", 11, 2)]
    [InlineData("uk", 22, 1)]
    [InlineData("uk", 12, 2)]
    [InlineData("fr", 0, 0)]
    [InlineData("hu", 0, 1)]
    [InlineData("bg", 1, 0)]
    public void Plural_forms_follow_the_language(string language, int n, int form) => Assert.Equal(form, PluralRules.Form(language, n));

    [Fact]
    public void A_range_is_never_turned_into_its_middle_and_a_bound_stays_a_bound()
    {
        var english = In("en");
        Assert.Equal("6,500–7,000", english.Range(6500, 7000, about: false));
        Assert.Equal("about 3,900", english.Range(3900, 3900, about: true));
        Assert.Equal("more than 10,000", english.Range(10_000, null, about: true));
        Assert.Equal("peste 2.600", In("ro").Range(2600, null, about: false));
    }

    [Fact]
    public void A_date_has_its_month_in_words_and_a_Hungarian_sentence_one_full_stop()
    {
        var day = new DateOnly(2026, 11, 24);
        var english = In("en");
        Assert.Equal("24 November 2026", english.Date(day));
        var hungarian = In("hu");
        Assert.Equal("2026. november 24.", hungarian.Date(day));
        Assert.Equal("Beolvasva: 2026. november 24.", hungarian["Read on {0}.", hungarian.Date(day)]);
    }

    [Fact]
    public void What_a_language_lacks_is_shown_in_English() => Assert.Equal("Unknown", In("ro")["Unknown"]);

    public void Dispose()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
        Directory.Delete(_directory, recursive: true);
    }
}
