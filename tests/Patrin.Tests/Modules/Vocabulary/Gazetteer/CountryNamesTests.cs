using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Platform.Text;

namespace Patrin.Tests.Modules.Vocabulary.Gazetteer;

public sealed class CountryNamesTests
{
    private static readonly CountryNames Countries =
        PlaceNames.Load(Path.Combine(AppContext.BaseDirectory, "data", "gazetteer")).Countries;

    [Theory]
    [InlineData("Bulgaria", "BG")]
    [InlineData("България", "BG")]
    [InlineData("Slovak Republic", "SK")]
    [InlineData("Slovensku", "SK")]
    [InlineData("Magyarországon", "HU")]
    [InlineData("României", "RO")]
    [InlineData("République tchèque", "CZ")]
    [InlineData("Ελλάδα", "GR")]
    [InlineData("Tyskland", "DE")]
    [InlineData("Україна", "UA")]
    [InlineData("Pays-Bas", "NL")]
    [InlineData("Kosovo", "XK")]
    public void A_country_is_found_by_its_name_in_the_languages_of_the_network(string name, string code) =>
        Assert.Equal(code, Countries.FindCountry(Folding.Fold(name))?.Code);

    [Theory]
    [InlineData("Bulgarian", "BG")]
    [InlineData("magyar", "HU")]
    [InlineData("rumänische", "RO")]
    [InlineData("slovenskej", "SK")]
    [InlineData("българската", "BG")]
    [InlineData("françaises", "FR")]
    [InlineData("ελληνική", "GR")]
    [InlineData("svenska", "SE")]
    public void A_country_is_found_by_its_adjective(string word, string code) =>
        Assert.Equal(code, Countries.FindByAdjective(Folding.Fold(word))?.Code);

    [Fact]
    public void No_word_for_a_country_reads_like_a_word_for_Roma() =>
        Assert.All(Countries.AllNames.Concat(Countries.AllAdjectives), pair => Assert.DoesNotContain(pair.Key,
            (string[])["rom", "roma", "roman", "romani", "romana", "romane", "romski", "romska", "roms", "romi", "rrom", "рома", "роми", "ромски"]));

    [Fact]
    public void No_adjective_belongs_to_two_countries_in_two_languages()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "data", "gazetteer", "country-words.tsv");
        var clashes = File.ReadLines(file).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .SelectMany(cells => cells[3].Split('|').Select(word => (Key: (cells[2], Folding.Fold(word)), Code: cells[0])))
            .GroupBy(pair => pair.Key, pair => pair.Code).Where(group => group.Distinct().Count() > 1).Select(group => group.Key);
        Assert.Empty(clashes);
    }

    [Fact]
    public void Names_come_in_every_language_and_codes_in_both_conventions()
    {
        Assert.Equal(("Görögország", "EL"), (Countries.Get("EL")!.NameIn("hu"), Countries.Get("GR")!.NutsPrefix));
        Assert.Equal("Румъния", Countries.Get("RO")!.NameIn("bg"));
        Assert.Equal("Romania", Countries.Get("RO")!.NameIn("rom"));
        Assert.Null(Countries.Get("ZZ"));
        Assert.True(Countries.IsKnownPrefix("slovak"));
    }
}
