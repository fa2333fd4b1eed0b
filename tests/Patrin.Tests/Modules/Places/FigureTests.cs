using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places;
using Patrin.Modules.Places.Figures;

namespace Patrin.Tests.Modules.Places;

public sealed class FigureTests
{
    private static readonly Guid OneSource = Guid.NewGuid();

    [Fact]
    public void R54_a_count_below_ten_leaves_without_its_number_and_zero_stays()
    {
        var shown = Disclosure.Protect([Roma(7), Roma(0), Roma(10)]);
        Assert.Equal([null, 0m, 10m], shown.Select(f => f.Low));
        Assert.Equal([Protection.Small, Protection.No, Protection.No], shown.Select(f => f.Protected));
    }

    [Fact]
    public void R54_a_range_keeps_no_small_end()
    {
        var shown = Assert.Single(Disclosure.Protect([Roma(5, 15)]));
        Assert.Null(shown.Low);
        Assert.Equal(15, shown.High);
        Assert.Equal(Protection.Small, Assert.Single(Disclosure.Protect([Roma(5, 9)])).Protected);
    }

    [Fact]
    public void R54_a_number_is_hidden_when_the_rest_of_the_residents_would_be_a_small_one()
    {
        var shown = Disclosure.Protect([Residents(100), Roma(95)]);
        Assert.Equal(100, shown[0].Low);
        Assert.Equal(Protection.WouldReveal, shown[1].Protected);
        Assert.Null(shown[1].High);
    }

    [Fact]
    public void R55_a_hidden_part_cannot_be_found_by_subtraction()
    {
        var shown = Disclosure.Protect([Roma(500), Part(4), Part(300), Part(196)]);
        Assert.Equal([Protection.No, Protection.Small, Protection.No, Protection.WouldReveal], shown.Select(f => f.Protected));
    }

    [Fact]
    public void R54_a_share_that_amounts_to_a_small_number_is_hidden()
    {
        var shown = Disclosure.Protect([Residents(200), Share(2)]);
        Assert.Equal(Protection.WouldReveal, shown[1].Protected);
        Assert.All(Disclosure.Protect([Residents(2000), Share(2)]), f => Assert.Equal(Protection.No, f.Protected));
    }

    [Fact]
    public void A_share_needs_both_numbers_for_the_whole_place_and_one_year_or_one_undated_source()
    {
        var whole = Residents(36266);
        Assert.Equal(14.2m, Shares.Of(Roma(5153), [whole], []).Share!.High);
        Assert.Equal(ShareRefusal.YearMissing, Shares.Of(Roma(5153) with { Year = 2011 }, [whole], []).Refusal);
        Assert.Equal(ShareRefusal.OtherYear, Shares.Of(Roma(5153) with { Year = 2011 }, [whole with { Year = 2014 }], []).Refusal);
        Assert.NotNull(Shares.Of(Roma(5153) with { Year = 2011 }, [whole with { Year = 2011, Document = Guid.NewGuid() }], []).Share);
        Assert.Equal(ShareRefusal.UndatedElsewhere, Shares.Of(Roma(5153), [whole with { Document = Guid.NewGuid() }], []).Refusal);
        Assert.Equal(ShareRefusal.OtherArea, Shares.Of(Roma(5153) with { Scope = ClaimScope.WiderArea }, [whole], []).Refusal);
        Assert.Equal(ShareRefusal.NotRoma, Shares.Of(Roma(5153) with { Method = "PROXY_NATIONALITY" }, [whole], []).Refusal);
        Assert.Equal(ShareRefusal.NoResidents, Shares.Of(Roma(5153), [], []).Refusal);
        Assert.Equal(ShareRefusal.NoResidents, Shares.Of(Roma(5153), [whole with { Scope = ClaimScope.WiderArea }], []).Refusal);
        Assert.Equal(ShareRefusal.TooFew, Shares.Of(Roma(11), [Residents(19)], []).Refusal);
        Assert.Equal(ShareRefusal.Corrected, Shares.Of(Roma(5153), [whole], [5153]).Refusal);
    }

    [Fact]
    public void The_share_of_a_range_is_a_range_and_an_open_total_gives_an_upper_end_only()
    {
        var karvina = Shares.Of(Roma(2500, 3000), [Residents(62000)], []).Share!;
        Assert.Equal((4.0m, 4.8m), (karvina.Low, karvina.High));
        var nagykallo = Shares.Of(Roma(1300, 1500), [Residents(10000) with { High = null }], []).Share!;
        Assert.Equal((null, 15.0m), (nagykallo.Low, nagykallo.High));
    }

    [Fact]
    public void A_stated_share_becomes_people_only_when_it_fits_and_is_marked_by_its_parts()
    {
        var derived = Shares.Count(Share(25), [Residents(24155)])!;
        Assert.Equal(6039, derived.People);
        Assert.Null(Shares.Count(Share(25) with { Scope = ClaimScope.PartOfPlace }, [Residents(24155)]));
        Assert.Null(Shares.Count(Share(25), [Residents(24155) with { Year = 2011 }]));
    }

    [Fact]
    public void The_kind_of_a_place_is_the_best_figure_it_has()
    {
        Assert.Equal(FigureKind.None, Figure.Best([]));
        Assert.Equal(FigureKind.Other, Figure.Best([Roma(250) with { Method = "SETTLEMENT_COUNT" }, Roma(9000) with { Scope = ClaimScope.WiderArea }]));
        Assert.Equal(FigureKind.Estimate, Figure.Best([Roma(250) with { Scope = ClaimScope.WiderArea }, Roma(300) with { Method = "UNATTRIBUTED" }]));
        Assert.Equal(FigureKind.Self, Figure.Best([Roma(7000), Roma(5153) with { Method = "SELF_CENSUS" }]));
    }

    [Fact]
    public void Two_rival_totals_without_rank_or_year_give_no_number_of_residents()
    {
        Assert.Null(Figure.OfResidents([Residents(36266), Residents(38089)]));
        Assert.Equal(38089, Figure.OfResidents([Residents(36266), Residents(38089) with { IsPreferred = true }])!.Low);
    }

    [Theory]
    [InlineData(7000, 8000)]
    [InlineData(3000, 4000)]
    [InlineData(1, 4)]
    [InlineData(22525, 40000)]
    public void The_axis_of_a_drawing_ends_at_a_round_number(int largest, int top) => Assert.Equal(top, RangeBar.NiceTop(largest));

    private static Figure Roma(decimal low, decimal? high = null) => Make(ClaimKind.RomaPopulation, "PERSONS", low, high ?? low);

    private static Figure Part(decimal value) => Roma(value) with { Scope = ClaimScope.PartOfPlace };

    private static Figure Residents(decimal value) => Make(ClaimKind.Population, "PERSONS", value, value);

    private static Figure Share(decimal percent) => Make(ClaimKind.RomaShare, "PERCENT", percent, percent);

    private static Figure Make(ClaimKind kind, string unit, decimal low, decimal high) =>
        new() { Claim = Guid.NewGuid(), Document = OneSource, Kind = kind, Unit = unit, Low = low, High = high, Scope = ClaimScope.Place };
}
