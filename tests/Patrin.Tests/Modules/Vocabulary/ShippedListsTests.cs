using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;

namespace Patrin.Tests.Modules.Vocabulary;

public sealed class ShippedListsTests
{
    private static readonly CodeLists Lists = ShippedLists.Load();

    [Theory]
    [InlineData("area", 9)]
    [InlineData("challenge", 79)]
    [InlineData("intervention", 36)]
    [InlineData("cbp", 10)]
    [InlineData("indicator", 75)]
    public void A_list_of_fixed_size_is_complete(string list, int size) => Assert.Equal(size, Lists[list].All.Count);

    [Fact]
    public void Every_area_has_one_code_for_statements_without_detail() => Assert.All(Lists.Areas.All, area =>
        Assert.Single(Lists.Challenges.All, c => c.Parent == area.Key && c.Key == area.Key + "-00"));

    [Fact]
    public void A_challenge_begins_with_the_code_of_its_area() => Assert.All(Lists.Challenges.All, challenge =>
        Assert.Equal(challenge.Key[..3], Lists.AreaOf(challenge.Key).Key));

    [Fact]
    public void Exactly_the_eleven_challenges_that_can_hurt_people_are_sensitive() => Assert.Equal(
        ["CIV-01", "CIV-02", "CIV-03", "CIV-06", "FAM-01", "FAM-02", "FAM-04", "FAM-05", "FAM-06", "FAM-07", "HLT-06"],
        Lists.Challenges.All.Where(c => c.IsSensitive).Select(c => c.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void The_weights_of_the_review_criteria_add_up_to_a_hundred() =>
        Assert.Equal(100, Lists["review_criterion"].All.Sum(c => int.Parse(c.Field("weight")!, null)));

    [Fact]
    public void Every_kind_and_scope_the_reader_can_state_has_a_label()
    {
        Assert.All(Enum.GetNames<ClaimKind>(), name => Assert.True(Lists["claim_kind"].Contains(UpperSnake(name)), name));
        Assert.All(Enum.GetNames<ClaimScope>(), name => Assert.True(Lists["claim_scope"].Contains(UpperSnake(name)), name));
    }

    [Fact]
    public void Every_indicator_says_unit_direction_type_and_source() => Assert.All(Lists.Indicators.All, indicator =>
        Assert.All("unit direction type sources".Split(' '), field => Assert.NotNull(indicator.Field(field))));

    [Fact]
    public void Every_country_and_language_has_its_own_name() =>
        Assert.All(Lists.Countries.All.Concat(Lists.Languages.All), code => Assert.False(string.IsNullOrWhiteSpace(code.Field("own")), code.Key));

    [Fact]
    public void The_countries_of_both_programmes_are_there() =>
        Assert.All("AL BE BG CZ DE ES FR GR HU IT RO RS SE SK UA".Split(' '), key => Assert.True(Lists.Countries.Contains(key), key));

    [Fact]
    public void No_two_codes_of_a_list_look_alike() => Assert.All(Lists.All, list =>
        Assert.All(CodeLists.CompleteLanguages, language =>
            Assert.Distinct(list.All.Where(c => c.Parent is null || list.Name != "language").Select(c => c.Label(language)))));

    private static string UpperSnake(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : c.ToString())).ToUpperInvariant();
}
