using System.Globalization;
using Patrin.Modules.Twinning;
using Patrin.Modules.Twinning.Open;
using Patrin.Modules.Twinning.Show;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;

namespace Patrin.Tests.Modules.Twinning;

public sealed class MatchWordsTests
{
    private static readonly CodeLists Lists = CodeLists.Load(Path.Combine(AppContext.BaseDirectory, "data", "codes"));
    private static readonly MatchWords Words = new(new Texts(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Localization"))), Lists);
    private static readonly WorkedRound Round = new(HandCodedPlaces.Inputs, RoundMethod.WorkOut(HandCodedPlaces.Inputs, tries: 0));

    public MatchWordsTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void The_rarest_shared_challenges_are_named_first_and_the_rest_is_counted()
    {
        var pair = PlacePair.Of("cz-karvina", "sk-presov");
        var parts = RoundMethod.Score(HandCodedPlaces.Inputs, pair);
        var short_ = Words.Why(Round, pair, parts, 1).Single();
        Assert.StartsWith("5 challenges in common: Benefits are the main income, ", short_, StringComparison.Ordinal);
        Assert.EndsWith("and 2 more.", short_, StringComparison.Ordinal);
        var whole = Words.Found(Round, pair, parts[0]).First();
        Assert.DoesNotContain("more", whole, StringComparison.Ordinal);
        Assert.Contains("Low educational attainment", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wish_stated_as_a_condition_meets_work_in_its_area()
    {
        var topics = new Topics(Lists);
        var claim = Guid.NewGuid();
        Assert.Equal(["HLT", "INT-08"], topics.Needs([("HLT-01", claim), ("INT-08", claim), ("HLT-00", claim)]).Select(need => need.Code));
        Assert.Equal(["HLT", "INT-01"], topics.Offers([("INT-01", claim)]).Select(offer => offer.Code));
    }

    [Theory]
    [InlineData(1000, "10.0", "10.00")]
    [InlineData(123456, "1,234.6", "1,234.56")]
    public void Points_are_hundredths_of_a_ten_thousandth(long score, string shown, string exact)
    {
        Assert.Equal(shown, MatchWords.Points(score));
        Assert.Equal(exact, MatchWords.ExactPoints(score));
    }

    [Fact]
    public void The_distance_of_two_places_is_known_to_ten_kilometres() =>
        // Measured on a map: Strasbourg to Miercurea Ciuc about 1,380 km.
        Assert.Equal(1380, Geography.RoundedKilometres(HandCodedPlaces.Inputs.Find("fr-strasbourg")!, HandCodedPlaces.Inputs.Find("ro-harghita")!));
}
