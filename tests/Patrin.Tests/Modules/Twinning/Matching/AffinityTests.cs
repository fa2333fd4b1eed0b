using Patrin.Modules.Twinning.Matching;

namespace Patrin.Tests.Modules.Twinning.Matching;

public sealed class AffinityTests
{
    private static readonly Guid Claim = new("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void Parts_add_up_to_the_score_and_stay_between_nothing_and_their_weight()
    {
        foreach (var score in new Affinity(TwentyPlaces.All).AllPairs())
        {
            Assert.Equal(score.Total, score.Parts.Sum(p => p.Contribution));
            Assert.Equal(Criteria.All, score.Parts.Select(p => p.Criterion));
            foreach (var part in score.Parts)
            {
                Assert.InRange(part.Value, 0, AffinityWeights.One);
                Assert.InRange(part.Contribution, 0, part.Weight);
            }
        }
    }

    [Fact]
    public void The_order_of_the_two_places_does_not_matter()
    {
        var affinity = new Affinity(TwentyPlaces.All);
        foreach (var a in TwentyPlaces.All)
            foreach (var b in TwentyPlaces.All.Where(b => b != a))
                Assert.Equal(affinity.Score(a, b).Total, affinity.Score(b, a).Total);
    }

    [Fact]
    public void Published_weights_add_up_to_one() => Assert.Equal(AffinityWeights.One, AffinityWeights.Default.Sum);

    [Fact]
    public void A_rare_shared_challenge_counts_more_than_a_common_one()
    {
        PlaceProfile[] places =
        [
            Place("A") with { Challenges = Codes("EDU-01", "CIV-01") }, Place("B") with { Challenges = Codes("EDU-01", "HOU-01") },
            Place("C") with { Challenges = Codes("HLT-01", "CIV-01") }, Place("D") with { Challenges = Codes("EDU-01") },
            Place("E") with { Challenges = Codes("EDU-01") }
        ];
        var affinity = new Affinity(places);
        var common = Part(affinity.Score(places[0], places[1]), Criterion.SharedChallenges);
        var rare = Part(affinity.Score(places[0], places[2]), Criterion.SharedChallenges);
        Assert.True(rare.Value > common.Value, $"rare {rare.Value}, common {common.Value}");
        Assert.Equal(4, common.Facts.Single().NamedBy);
        Assert.Equal(2, rare.Facts.Single().NamedBy);
    }

    [Fact]
    public void One_pair_in_which_both_learn_is_worth_more_than_two_in_which_one_does()
    {
        PlaceProfile[] places =
        [
            Place("A") with { Needs = Codes("INT-01"), Offers = Codes("INT-02") },
            Place("B") with { Needs = Codes("INT-02"), Offers = Codes("INT-01") },
            Place("C") with { Needs = Codes("INT-03"), Offers = Codes("INT-01") }
        ];
        var affinity = new Affinity(places);
        Assert.Equal(AffinityWeights.One, Part(affinity.Score(places[0], places[1]), Criterion.NeedsMetByOffers).Value);
        Assert.Equal(AffinityWeights.One / 3, Part(affinity.Score(places[0], places[2]), Criterion.NeedsMetByOffers).Value);
    }

    [Fact]
    public void Facts_carry_the_claims_of_each_side()
    {
        var a = Place("A") with { Needs = [new CodedFact("INT-01", [Claim])] };
        var b = Place("B") with { Offers = [new CodedFact("INT-01", [])] };
        var fact = Part(new Affinity([a, b]).Score(b, a), Criterion.NeedsMetByOffers).Facts.Single();
        Assert.Equal((FactKind.ALearns, "INT-01"), (fact.Kind, fact.Code));
        Assert.Equal([Claim], fact.ClaimsA);
        Assert.Empty(fact.ClaimsB);
    }

    [Fact]
    public void Unknown_adds_nothing_and_is_named()
    {
        var part = Part(new Affinity([Place("A"), Place("B")]).Score(Place("A") with { Population = 900 }, Place("B")), Criterion.ComparableScale);
        Assert.Equal(0, part.Contribution);
        Assert.Equal([new Unknown("B", ProfileGap.Population)], part.Unknowns);
        Assert.Equal(part.Weight, part.Possible);
    }

    [Theory]
    [InlineData(1000, 1000, 10_000)]
    [InlineData(1000, 4000, 2_500)]
    [InlineData(4000, 1000, 2_500)]
    public void Size_is_the_smaller_over_the_larger(long a, long b, int value) => Assert.Equal(value, Part(
        new Affinity([]).Score(Place("A") with { Population = a }, Place("B") with { Population = b }), Criterion.ComparableScale).Value);

    [Fact]
    public void A_named_link_counts_fully_and_mere_opposite_ends_count_half()
    {
        var origin = Place("A") with { Country = "RO", IsOrigin = true };
        var named = Place("B") with { Country = "BE", IsDestination = true, Links = [new OriginLink("RO", [Claim])] };
        var vague = Place("C") with { Country = "FR", IsDestination = true };
        var affinity = new Affinity([origin, named, vague]);
        Assert.Equal(AffinityWeights.One, Part(affinity.Score(origin, named), Criterion.OriginDestination).Value);
        Assert.Equal(AffinityWeights.One / 2, Part(affinity.Score(origin, vague), Criterion.OriginDestination).Value);
        Assert.Equal(0, Part(affinity.Score(named, vague), Criterion.OriginDestination).Value);
    }

    [Fact]
    public void An_old_tie_and_a_shared_language_are_told_apart()
    {
        var a = Place("A") with { Languages = ["fr", "nl"], PreviousPartners = ["B"] };
        var b = Place("B") with { Languages = ["fr"] };
        var score = new Affinity([a, b]).Score(a, b);
        Assert.Equal(0, Part(score, Criterion.NewTie).Value);
        Assert.Equal("fr", Part(score, Criterion.SharedLanguage).Facts.Single().Code);
    }

    [Fact]
    public void Rarity_in_whole_numbers_follows_the_logarithm()
    {
        for (var places = 1; places <= 60; places++)
            for (var named = 1; named <= places; named++)
            {
                var exact = Math.Log2(1 + (double)places / named) * 65_536;
                Assert.InRange(Rarity.Log2((ulong)(places + named), (ulong)named), exact - 1.01, exact + 0.01);
            }
    }

    private static PlaceProfile Place(string key) => new(key, key, key);

    private static CodedFact[] Codes(params string[] codes) => [.. codes.Select(c => new CodedFact(c, []))];

    private static ScorePart Part(PairScore score, Criterion criterion) => score.Parts.Single(p => p.Criterion == criterion);
}
