using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Platform.Text;

namespace Patrin.Tests.Modules.Vocabulary.Gazetteer;

public sealed class PlaceNamesTests
{
    private static readonly PlaceNames Names = PlaceNames.Load(Path.Combine(AppContext.BaseDirectory, "data", "gazetteer"));

    [Theory]
    [InlineData("Aytos", "BG", NamedPlaceKind.Settlement, 42.70, 27.25)]
    [InlineData("Aitos", "BG", NamedPlaceKind.Settlement, 42.70, 27.25)]
    [InlineData("Айтос", "BG", NamedPlaceKind.Settlement, 42.70, 27.25)]
    [InlineData("Anderlecht", "BE", NamedPlaceKind.Settlement, 50.84, 4.31)]
    [InlineData("Berlin", "DE", NamedPlaceKind.Settlement, 52.52, 13.41)]
    [InlineData("Bistrita-Nasaud", "RO", NamedPlaceKind.County, 47.13, 24.50)]
    [InlineData("Bistriţa-Năsăud County", "RO", NamedPlaceKind.County, 47.13, 24.50)]
    [InlineData("Bistrița-Năsăud", "RO", NamedPlaceKind.County, 47.13, 24.50)]
    [InlineData("Bléré", "FR", NamedPlaceKind.Settlement, 47.33, 0.99)]
    [InlineData("Bologna", "IT", NamedPlaceKind.Settlement, 44.49, 11.34)]
    [InlineData("Cluj County", "RO", NamedPlaceKind.County, 46.77, 23.60)]
    [InlineData("Kolozs megye", "RO", NamedPlaceKind.County, 46.77, 23.60)]
    [InlineData("East Gothenburg", "SE", NamedPlaceKind.District, 57.75, 12.03)]
    [InlineData("Östra Göteborg", "SE", NamedPlaceKind.District, 57.75, 12.03)]
    [InlineData("Göteborg", "SE", NamedPlaceKind.Settlement, 57.71, 11.97)]
    [InlineData("Hamm", "DE", NamedPlaceKind.Settlement, 51.68, 7.82)]
    [InlineData("Harghita", "RO", NamedPlaceKind.County, 46.35, 25.80)]
    [InlineData("Karvina", "CZ", NamedPlaceKind.Settlement, 49.85, 18.54)]
    [InlineData("Kisvárda", "HU", NamedPlaceKind.Settlement, 48.22, 22.08)]
    [InlineData("Kosice-Saca", "SK", NamedPlaceKind.District, 48.63, 21.17)]
    [InlineData("Nagykallo", "HU", NamedPlaceKind.Settlement, 47.87, 21.84)]
    [InlineData("Prešov", "SK", NamedPlaceKind.Settlement, 49.00, 21.24)]
    [InlineData("Samokhov", "BG", NamedPlaceKind.Settlement, 42.34, 23.56)]
    [InlineData("САМОКОВ", "BG", NamedPlaceKind.Settlement, 42.34, 23.56)]
    [InlineData("Strasbourg", "FR", NamedPlaceKind.Settlement, 48.58, 7.75)]
    [InlineData("Torrent", "ES", NamedPlaceKind.Settlement, 39.44, -0.47)]
    [InlineData("Trikala", "GR", NamedPlaceKind.Settlement, 39.55, 21.77)]
    [InlineData("Τρίκαλα", "GR", NamedPlaceKind.Settlement, 39.55, 21.77)]
    [InlineData("Tundzha", "BG", NamedPlaceKind.Municipality, 42.32, 26.48)]
    [InlineData("Sofia", "BG", NamedPlaceKind.Settlement, 42.70, 23.32)]
    [InlineData("Sofia Province", "BG", NamedPlaceKind.County, 42.75, 23.68)]
    [InlineData("Parma", "IT", NamedPlaceKind.Settlement, 44.80, 10.33)]
    [InlineData("Goeteborg", "SE", NamedPlaceKind.Settlement, 57.71, 11.97)]
    [InlineData("Zuerich", "CH", NamedPlaceKind.Settlement, 47.37, 8.55)]
    [InlineData("Сливен", "BG", NamedPlaceKind.Settlement, 42.69, 26.33)]
    [InlineData("Θεσσαλονίκη", "GR", NamedPlaceKind.Settlement, 40.64, 22.93)]
    public void A_name_in_any_spelling_leads_to_its_likeliest_place(
        string name, string country, NamedPlaceKind kind, double latitude, double longitude)
    {
        var place = Names.Find(Folding.Fold(name))[0];
        Assert.Equal((country, kind), (place.Country, place.Kind));
        Assert.InRange(place.Latitude, latitude - 0.02, latitude + 0.02);
        Assert.InRange(place.Longitude, longitude - 0.02, longitude + 0.02);
    }

    [Fact]
    public void A_country_named_in_the_text_decides_between_namesakes()
    {
        Assert.Equal("LU", Names.Find("hamm", "LU")[0].Country);
        Assert.Equal("MK", Names.Find("samokov", "MK")[0].Country);
        Assert.Equal("BG", Names.Find("samokov", "SE")[0].Country);
    }

    [Fact]
    public void A_place_carries_local_names_the_area_around_it_and_its_NUTS_code()
    {
        var place = Names.Find("samokov")[0];
        Assert.Equal(("Самоков", "Samokov", "Sofia", "BG412"), (place.NameIn("bg"), place.NameIn("fr"), place.Admin, place.Nuts3));
        Assert.StartsWith("geonames:", place.Key, StringComparison.Ordinal);
        var county = Names.Find("harghita")[0];
        Assert.Equal(("area:RO.20", "RO124", 6639d, "Hargita megye"), (county.Key, county.Nuts3, county.AreaKm2, county.NameIn("hu")));
    }

    [Fact]
    public void A_village_outside_the_hand_made_rows_is_known_with_its_county()
    {
        var place = Assert.Single(Names.Find("tiszavasvari"));
        Assert.Equal(("HU", "Szabolcs-Szatmár-Bereg"), (place.Country, place.Admin));
    }

    [Fact]
    public void A_scanner_can_read_on_word_by_word()
    {
        Assert.True(Names.IsKnownPrefix("banska"));
        Assert.False(Names.Contains("banska"));
        Assert.True(Names.Contains("banska bystrica"));
        Assert.False(Names.IsKnownPrefix("bansk"));
        Assert.False(Names.IsKnownPrefix("municipality whatever"));
        Assert.Empty(Names.Find("no such place at all"));
        Assert.Empty(Names.Find(""));
    }

    [Fact]
    public void Looking_for_a_name_while_scanning_allocates_nothing()
    {
        Names.Contains("strasbourg");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Names.Contains("banska bystrica");
            Names.IsKnownPrefix("banska");
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Every_place_lies_in_Europe_and_the_whole_is_large()
    {
        Assert.InRange(Names.Count, 70_000, 120_000);
        Assert.Equal(56, Names.Countries.All.Count);
    }

    [Fact]
    public void A_broken_hand_made_row_is_named_by_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "gazetteer")))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            File.WriteAllText(Path.Combine(folder.FullName, "aliases.tsv"), "county\tRO\tCluj\t\t\tnorth\t\t\t\n");
            var error = Assert.Throws<InvalidDataException>(() => PlaceNames.Load(folder.FullName));
            Assert.Contains("aliases.tsv, line 1", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
