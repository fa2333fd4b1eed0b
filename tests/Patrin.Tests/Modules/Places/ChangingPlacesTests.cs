using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Places;

public sealed class ChangingPlacesOnSqlite(SqliteSite site) : ChangingPlacesTests(site), IClassFixture<SqliteSite>;

public sealed class ChangingPlacesOnPostgres(PostgresSite site) : ChangingPlacesTests(site), IClassFixture<PostgresSite>;

/// <summary>Places while decisions are made. Each test has a place of its own.</summary>
public abstract class ChangingPlacesTests(Site site)
{
    private static readonly DateTime Early = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Late = new(2026, 9, 9, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_place_appears_with_its_first_accepted_claim_and_goes_with_the_last()
    {
        var document = await TestData.DocumentAsync(site, "Foo has 1,000 inhabitants.", [new("cz-foo", "Foo", "CZ")]);
        await TestData.ClaimAsync(site, document, "cz-foo", new(ClaimKind.Population, "1,000 inhabitants") { Value = 1000, State = ClaimState.Proposed });
        Assert.DoesNotContain("/en/places/foo", await ListAsync(), StringComparison.Ordinal);
        var claim = (await TestData.ClaimAsync(site, document, "cz-foo", new(ClaimKind.Population, "1,000 inhabitants") { Value = 1000 }))[0];
        Assert.Contains("/en/places/foo", await ListAsync(), StringComparison.Ordinal);
        await TestData.DecideAsync(site, claim, DecisionKind.Reject, Late);
        Assert.DoesNotContain("/en/places/foo", await ListAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_places_of_one_name_have_different_addresses_and_neither_takes_the_address_of_a_page()
    {
        await TestData.PlaceAsync(site, new("es-twin", "Twin", "ES"), "Twin has 500 inhabitants.", new TestClaim(ClaimKind.Population, "500 inhabitants") { Value = 500 });
        await TestData.PlaceAsync(site, new("it-twin", "Twin", "IT"), "Twin has 600 inhabitants.", new TestClaim(ClaimKind.Population, "600 inhabitants") { Value = 600 });
        await TestData.PlaceAsync(site, new("fr-map", "Map", "FR"), "Map has 700 inhabitants.", new TestClaim(ClaimKind.Population, "700 inhabitants") { Value = 700 });
        Assert.Contains("500", (await site.PageAsync("/places/twin")).QuerySelector(".big")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("600", (await site.PageAsync("/places/twin-it")).QuerySelector(".big")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("700", (await site.PageAsync("/places/map-fr")).QuerySelector(".big")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R56_a_small_number_is_in_no_outlet_neither_as_digits_nor_in_its_sentence()
    {
        await TestData.PlaceAsync(site, new("hu-small", "Small", "HU"), "Small has 4,321 inhabitants. There live 7 Roma in mud huts without water.",
            new TestClaim(ClaimKind.Population, "4,321 inhabitants") { Value = 4321 },
            new TestClaim(ClaimKind.RomaPopulation, "7 Roma") { Value = 7, Method = "UNATTRIBUTED" },
            new TestClaim(ClaimKind.Challenge, "without water") { Codes = ["HOU-02"] });
        foreach (var path in new[] { "/places/small", "/places/small/sources", "/places/small/history", "/places", "/places/map", "/places/compare?ids=small,hu-small", "/challenges/HOU-02", "/places/small.json", "/places.csv?country=HU", "/api/v1/places?country=HU" })
        {
            var text = await site.Browser().GetStringAsync(new Uri("/en" + path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.DoesNotContain("7 Roma", text, StringComparison.Ordinal);
            Assert.DoesNotContain("mud huts", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"low\":7", text, StringComparison.Ordinal);
        }

        var page = await site.PageAsync("/places/small");
        Assert.Equal("fewer than 10", page.QuerySelector(".rival .big")!.TextContent.Trim());
        Assert.Contains("to protect a small number of people", page.QuerySelector(".rival")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<10", await site.Browser().GetStringAsync(new Uri("/places.csv?q=small", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R57_a_hidden_three_and_a_hidden_seven_give_the_same_pages()
    {
        foreach (var (key, number) in new[] { ("sk-one", 3), ("sk-two", 7) })
        {
            await TestData.PlaceAsync(site, new(key, "Same", "SK"), $"It has 800 inhabitants. There live {number} Roma.",
                new TestClaim(ClaimKind.Population, "800 inhabitants") { Value = 800 },
                new TestClaim(ClaimKind.RomaPopulation, $"{number} Roma") { Value = number, Method = "SELF_CENSUS" });
        }

        var (one, two) = ((await site.PageAsync("/places/same")).QuerySelector(".rivals")!.TextContent, (await site.PageAsync("/places/same-sk")).QuerySelector(".rivals")!.TextContent);
        Assert.Equal(one, two);
    }

    [Fact]
    public async Task A_ranked_figure_says_why_and_withdrawing_it_promotes_no_other()
    {
        var document = await TestData.PlaceAsync(site, new("ro-rank", "Rank", "RO"), "It counts 2,000 Roma. Others say 3,000 Roma.",
            new TestClaim(ClaimKind.RomaPopulation, "3,000 Roma") { Value = 3000, Method = "NGO_ESTIMATE" });
        var ranked = (await TestData.ClaimAsync(site, document, "ro-rank", new(ClaimKind.RomaPopulation, "2,000 Roma") { Value = 2000, Method = "SELF_CENSUS", Preferred = "It has a method." }))[0];
        var first = (await site.PageAsync("/places/rank")).QuerySelector(".rival")!;
        Assert.Contains("Ranked first", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("It has a method.", first.TextContent, StringComparison.Ordinal);
        await TestData.DecideAsync(site, ranked, DecisionKind.Reject, Late, change: c => c.IsPreferred = false);
        var rest = Assert.Single((await site.PageAsync("/places/rank")).QuerySelectorAll(".rival"));
        Assert.DoesNotContain("Ranked first", rest.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_can_be_seen_as_of_a_date_with_what_changed_since()
    {
        var document = await TestData.PlaceAsync(site, new("bg-past", "Past", "BG"), "It has 5,000 inhabitants. A lie: 9,999 Roma. Truth: 800 Roma.",
            new TestClaim(ClaimKind.Population, "5,000 inhabitants") { Value = 5000, DecidedAt = Early });
        var lie = (await TestData.ClaimAsync(site, document, "bg-past", new(ClaimKind.RomaPopulation, "9,999 Roma") { Value = 9999, DecidedAt = Early }))[0];
        await TestData.DecideAsync(site, lie, DecisionKind.Reject, Late, "Not in the census.");
        await TestData.ClaimAsync(site, document, "bg-past", new(ClaimKind.RomaPopulation, "800 Roma") { Value = 800, DecidedAt = Late });

        var before = await site.PageAsync("/places/past/history?asof=2026-03-01");
        Assert.Contains("Nothing was known about this place on that day.", before.Body!.TextContent, StringComparison.Ordinal);
        var page = await site.PageAsync("/places/past/history?asof=2026-03-02&to=2026-10-01");
        Assert.Contains("9,999", page.QuerySelector("#then")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("800", page.QuerySelector(".diff-in")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("9,999", page.QuerySelector(".diff-out")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Write it as year-month-day", (await site.PageAsync("/places/past/history?asof=yesterday")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_claim_said_before_a_correction_is_what_the_past_shows()
    {
        var document = await TestData.DocumentAsync(site, "It has 5,000 inhabitants.", [new("bg-fixed", "Fixed", "BG")]);
        var claim = (await TestData.ClaimAsync(site, document, "bg-fixed", new(ClaimKind.Population, "5,000 inhabitants") { Value = 50000, DecidedAt = Early }))[0];
        var wrong = new ClaimReading("bg-fixed", 50000, 50000, false, "PERSONS", "", ClaimScope.Place, "", null, null, "", []);
        var change = new ClaimChange(wrong, wrong with { Low = 5000, High = 5000 });
        await TestData.DecideAsync(site, claim, DecisionKind.Correct, Late, change: c => c.Reading = change.After, changes: change.ToJson());
        var page = await site.PageAsync("/places/fixed/history?asof=2026-04-01&to=2026-10-01");
        Assert.Contains("50,000", page.QuerySelector("#then")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 statement was corrected", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5,000", (await site.PageAsync("/places/fixed")).QuerySelector(".big")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_see_no_claim_that_nobody_accepted_unless_they_curate()
    {
        var document = await TestData.PlaceAsync(site, new("de-wait", "Wait", "DE"), "It has 5,000 inhabitants. Perhaps 4,000 Roma.",
            new TestClaim(ClaimKind.Population, "5,000 inhabitants") { Value = 5000 });
        await TestData.ClaimAsync(site, document, "de-wait", new(ClaimKind.RomaPopulation, "4,000 Roma") { Value = 4000, State = ClaimState.Proposed });
        Assert.DoesNotContain("4,000", (await site.PageAsync("/places/wait")).Body!.TextContent, StringComparison.Ordinal);
        // The person at the machine curates.
        Assert.Contains("Not yet reviewed", (await site.PageAsync("/places/wait/sources")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_district_named_with_fewer_than_a_hundred_people_is_not_named()
    {
        await TestData.PlaceAsync(site, new("cz-parts", "Parts", "CZ"), "In Oldyard live 45 people. In Bigyard live 450 people. It has 20,000 inhabitants.",
            new TestClaim(ClaimKind.Population, "20,000 inhabitants") { Value = 20000 },
            new TestClaim(ClaimKind.SubPlace, "In Oldyard live 45 people") { Value = 45, Text = "Oldyard", Scope = ClaimScope.PartOfPlace },
            new TestClaim(ClaimKind.SubPlace, "In Bigyard live 450 people") { Value = 450, Text = "Bigyard", Scope = ClaimScope.PartOfPlace });
        var people = (await site.PageAsync("/places/parts")).QuerySelector("#people")!.Closest("section")!.TextContent;
        Assert.Contains("Bigyard", people, StringComparison.Ordinal);
        Assert.DoesNotContain("Oldyard", people, StringComparison.Ordinal);
    }

    private Task<string> ListAsync() => site.Browser().GetStringAsync(new Uri("/en/places", UriKind.Relative), TestContext.Current.CancellationToken);
}
