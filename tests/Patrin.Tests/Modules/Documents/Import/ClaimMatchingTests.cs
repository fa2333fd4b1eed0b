using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Import;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Tests.Modules.Documents.Import;

public sealed class ClaimMatchingTests
{
    [Fact]
    public void A_claim_whose_passage_moved_is_the_same()
    {
        var pair = Assert.Single(ClaimMatching.Match([Population(26_008, "It has 26,008 inhabitants", 40)], [Population(26_008, "It has 26,008 inhabitants", 4_000)]));
        Assert.Equal(Continuity.Same, pair.Continuity);
    }

    [Fact]
    public void A_few_other_words_around_the_same_number_are_the_same_claim()
    {
        var pair = Assert.Single(ClaimMatching.Match([Population(26_008, "It has 26,008 inhabitants", 0)], [Population(26_008, "The town has 26,008 inhabitants", 0)]));
        Assert.Equal(Continuity.Same, pair.Continuity);
    }

    [Fact]
    public void Another_number_in_the_same_words_is_a_change_never_the_same()
    {
        var pair = Assert.Single(ClaimMatching.Match([Population(26_008, "It has 26,008 inhabitants", 0)], [Population(27_100, "It has 27,100 inhabitants", 0)]));
        Assert.Equal(Continuity.Changed, pair.Continuity);
    }

    [Fact]
    public void The_same_number_for_another_area_is_not_the_same_claim()
    {
        var older = Population(10_000, "10,000 people", 0);
        var newer = older with { Id = Guid.NewGuid(), Read = older.Read with { Scope = ClaimScope.WiderArea, ScopeName = "the region" } };
        Assert.Equal(Continuity.Changed, Assert.Single(ClaimMatching.Match([older], [newer])).Continuity);
    }

    [Fact]
    public void Claims_about_other_places_are_never_paired() =>
        Assert.Empty(ClaimMatching.Match([Population(100, "100 people", 0)], [Population(100, "100 people", 0, "ro-cluj")]));

    [Fact]
    public void A_statement_in_quite_other_words_is_gone_and_new() =>
        Assert.Empty(ClaimMatching.Match([Challenge("EDU-01", "Many children leave school early", 0)], [Challenge("EDU-01", "The level of education is low in the district", 0)]));

    [Fact]
    public void Equal_passages_are_paired_one_to_one_in_their_order()
    {
        MatchedClaim[] older = [Challenge("EDU-01", "education", 10), Challenge("EDU-01", "education", 90)];
        MatchedClaim[] newer = [Challenge("EDU-01", "education", 30), Challenge("EDU-01", "education", 120), Challenge("EDU-01", "education", 300)];
        var pairs = ClaimMatching.Match(older, newer);
        Assert.Equal([(older[0].Id, newer[0].Id), (older[1].Id, newer[1].Id)], pairs.Select(p => (p.Older.Id, p.Newer.Id)));
    }

    [Fact]
    public void Thousands_of_like_claims_are_matched_in_reasonable_time()
    {
        MatchedClaim[] Many(int shift) => [.. Enumerable.Range(0, 4_000).Select(i => Challenge("EDU-01", $"statement number {i} about school {i % 7} and work {i + shift}", i * 100))];
        var started = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(4_000, ClaimMatching.Match(Many(0), Many(1)).Count);
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(60), $"{started.Elapsed}");
    }

    private static MatchedClaim Population(decimal value, string quote, int at, string subject = "bg-aitos") =>
        new(Guid.NewGuid(), ClaimKind.Population, new(subject, value, value, false, "PERSONS", "", ClaimScope.Place, "", null, null, "", []), quote, at);

    private static MatchedClaim Challenge(string code, string quote, int at) =>
        new(Guid.NewGuid(), ClaimKind.Challenge, new("bg-aitos", null, null, false, "", "", ClaimScope.Place, "", null, null, "", [code]), quote, at);
}
