using Patrin.Modules.Twinning;
using Patrin.Modules.Twinning.Open;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Tests.Modules.Twinning;

public sealed class RulesCheckTests
{
    private static readonly RulesCheck Check = new(new Texts(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Localization"))));

    private static string Refusal(RoundRules rules)
    {
        var broken = Assert.Throws<RuleBroken>(() => Check.Run(HandCodedPlaces.Inputs with { Rules = rules }));
        return string.Format(null, broken.Message, [.. broken.Arguments]);
    }

    private static RoundRules With(params PlacePair[] locks) => HandCodedPlaces.Rules with { Locks = locks };

    [Fact]
    public void Rules_that_can_be_kept_pass() => Check.Run(HandCodedPlaces.Inputs);

    [Fact]
    public void A_fixed_pair_inside_a_country_stands_against_the_border_rule_alone() => Assert.Equal(
        "These rules cannot all be kept. Change one of them: Cluj County and Harghita County are fixed as a pair and partners are in different countries",
        Refusal(With(PlacePair.Of("ro-cluj", "ro-harghita"), PlacePair.Of("de-hamm", "bg-samokov"))));

    [Fact]
    public void Two_fixed_pairs_of_a_place_that_takes_one_partner_are_named_with_it() => Assert.Equal(
        "These rules cannot all be kept. Change one of them: Samokov and Hamm are fixed as a pair, Hamm and Harghita County are fixed as a pair and Hamm takes at most 1 partner",
        Refusal(With(PlacePair.Of("de-hamm", "bg-samokov"), PlacePair.Of("de-hamm", "ro-harghita"), PlacePair.Of("it-bologna", "fr-blere"))));

    [Fact]
    public void A_pair_that_is_fixed_and_barred_is_named_twice() => Assert.Equal(
        "These rules cannot all be kept. Change one of them: Samokov and Hamm are fixed as a pair and Samokov and Hamm are barred as a pair",
        Refusal(With(PlacePair.Of("de-hamm", "bg-samokov")) with { Exclusions = [PlacePair.Of("de-hamm", "bg-samokov")] }));

    [Fact]
    public void A_place_that_does_not_take_part_is_named() =>
        Assert.Contains("xx-nowhere", Refusal(With(PlacePair.Of("de-hamm", "xx-nowhere"))), StringComparison.Ordinal);

    [Fact]
    public void Weights_capacities_and_the_least_score_have_bounds()
    {
        var none = new SortedDictionary<string, int>(ScoreParts.Names.ToDictionary(name => name, _ => 0), StringComparer.Ordinal);
        Assert.Contains("more than 0", Refusal(HandCodedPlaces.Rules with { Weights = none }), StringComparison.Ordinal);
        Assert.Contains("1 to 3", Refusal(HandCodedPlaces.Rules with { Capacities = new(StringComparer.Ordinal) { ["de-hamm"] = 4 } }), StringComparison.Ordinal);
        Assert.Contains("0 to 100", Refusal(HandCodedPlaces.Rules with { Minimum = 10_001 }), StringComparison.Ordinal);
        Assert.Contains("two different", Refusal(HandCodedPlaces.Rules with { Locks = [new PlacePair("de-hamm", "de-hamm")] }), StringComparison.Ordinal);
    }
}
