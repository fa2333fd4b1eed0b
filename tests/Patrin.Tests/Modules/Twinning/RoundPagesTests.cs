using System.Net;
using AngleSharp.Dom;
using Patrin.Modules.Twinning;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Twinning;

public sealed class RoundPagesOnSqlite(SqliteSite site) : RoundPagesTests(site), IClassFixture<SqliteSite>;

public sealed class RoundPagesOnPostgres(PostgresSite site) : RoundPagesTests(site), IClassFixture<PostgresSite>;

public abstract class RoundPagesTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_shows_its_pairs_what_they_cost_and_who_has_no_partner()
    {
        var number = await site.StoreAsync();
        var stored = await site.RoundAsync(number);
        var page = await site.PageAsync($"/twinning/rounds/{number}");
        Assert.Equal(stored.PairCount, page.QuerySelectorAll("section[aria-labelledby=pairs] tbody tr").Length);
        Assert.Equal(stored.UnmatchedCount, page.QuerySelectorAll("section[aria-labelledby=alone] article").Length);
        Assert.Contains("We know too little about Berlin", Text(page, "alone"), StringComparison.Ordinal);
        Assert.Contains("What would you like to learn", Text(page, "alone"), StringComparison.Ordinal);
        Assert.Contains(MatchWords.Points(stored.Objective), Text(page, "sum"), StringComparison.Ordinal);
        Assert.Contains(MatchWords.Points(stored.GreedyObjective), Text(page, "sum"), StringComparison.Ordinal);
        Assert.Contains("place", Text(page, "first"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_has_a_dashed_line_for_every_pair()
    {
        var number = await site.StoreAsync();
        var stored = await site.RoundAsync(number);
        var page = await site.PageAsync($"/twinning/rounds/{number}");
        Assert.Equal(stored.PairCount, page.QuerySelectorAll("svg.map .arc").Length);
    }

    [Fact]
    public async Task Moving_the_weights_shows_which_pairs_change_and_saves_nothing()
    {
        var number = await site.StoreAsync();
        var page = await site.PageAsync($"/twinning/rounds/{number}?w.challenges=0&w.offers=0&w.wishes=0&w.size=100&w.origin=0&w.language=0&w.new=0");
        var rows = page.QuerySelectorAll("#what-if tbody tr");
        Assert.Contains(rows, row => row.TextContent.Contains("comes", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.TextContent.Contains("goes", StringComparison.Ordinal));
        Assert.Equal("100", page.QuerySelector("#w-size")!.GetAttribute("value"));
        Assert.Equal((await site.RoundAsync(number)).Result, await GetAsync($"/twinning/rounds/{number}/result.json"));
    }

    [Fact]
    public async Task The_weights_of_the_round_change_nothing()
    {
        var number = await site.StoreAsync();
        var page = await site.PageAsync($"/twinning/rounds/{number}?w.challenges={ScoreParts.Published["challenges"]}");
        Assert.Null(page.QuerySelector("#what-if"));
    }

    [Theory]
    [InlineData("w.challenges=abc", "0 to 100")]
    [InlineData("w.challenges=101", "0 to 100")]
    [InlineData("w.challenges=0&w.offers=0&w.wishes=0&w.size=0&w.origin=0&w.language=0&w.new=0", "more than 0")]
    public async Task Impossible_weights_are_explained(string query, string expected)
    {
        var number = await site.StoreAsync();
        var page = await site.PageAsync($"/twinning/rounds/{number}?{query}");
        Assert.Contains(expected, page.QuerySelector("section[aria-labelledby=weights] .err")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposed_pair_shows_a_sum_that_adds_up_and_what_barring_it_would_cost()
    {
        var number = await site.StoreAsync();
        var pair = RoundJson.Read<RoundResult>((await site.RoundAsync(number)).Result).Pairs[0];
        var page = await site.PageAsync($"/twinning/rounds/{number}/pairs/{pair.A}/{pair.B}");
        var points = page.QuerySelectorAll("section[aria-labelledby=sum] tbody td[data-l=Points]").Select(cell => decimal.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(pair.Score / 100m, points.Sum());
        Assert.Contains("If this pair were barred", Text(page, "other"), StringComparison.Ordinal);
        Assert.Contains("Nobody has asked either place yet", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_was_not_chosen_is_explained_in_either_order()
    {
        var number = await site.StoreAsync();
        var result = RoundJson.Read<RoundResult>((await site.RoundAsync(number)).Result);
        var choice = result.FirstChoices.First(choice => !choice.Granted && choice.Cost > 0);
        foreach (var path in new[] { $"{choice.Choice.A}/{choice.Choice.B}", $"{choice.Choice.B}/{choice.Choice.A}" })
        {
            var page = await site.PageAsync($"/twinning/rounds/{number}/pairs/{path}");
            Assert.Contains("Not proposed", page.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
            Assert.Contains($"all pairs together would lose {MatchWords.Points(choice.Cost!.Value)} points", Text(page, "other"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pair_inside_one_country_is_explained_and_not_possible()
    {
        var number = await site.StoreAsync();
        var page = await site.PageAsync($"/twinning/rounds/{number}/pairs/ro-cluj/ro-harghita");
        Assert.Contains("not possible", Text(page, "other"), StringComparison.Ordinal);
        Assert.Contains("Both work in Romanian", Text(page, "know"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/twinning/rounds/999")]
    [InlineData("/twinning/rounds/999/pairs/ro-cluj/de-hamm")]
    [InlineData("/twinning/rounds/{0}/pairs/ro-cluj/ro-cluj")]
    [InlineData("/twinning/rounds/{0}/pairs/ro-cluj/xx-nowhere")]
    [InlineData("/twinning/rounds/999/result.json")]
    [InlineData("/twinning/rounds/999/pairs.csv")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        var number = await site.StoreAsync();
        var response = await site.Browser().GetAsync(new Uri("/en" + path.Replace("{0}", $"{number}", StringComparison.Ordinal), UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task What_is_not_published_cannot_be_downloaded()
    {
        var number = await site.StoreAsync(published: false);
        foreach (var file in new[] { "result.json", "inputs.json", "pairs.csv" })
        {
            var response = await site.Browser().GetAsync(new Uri($"/en/twinning/rounds/{number}/{file}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_files_of_a_round_are_its_stored_bytes_and_give_the_same_result_again()
    {
        var number = await site.StoreAsync();
        var stored = await site.RoundAsync(number);
        Assert.Equal(stored.Inputs, await GetAsync($"/twinning/rounds/{number}/inputs.json"));
        Assert.Equal(stored.Result, RoundJson.Write(RoundMethod.WorkOut(RoundJson.Read<RoundInputs>(stored.Inputs))));
        var csv = (await GetAsync($"/twinning/rounds/{number}/pairs.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + stored.PairCount, csv.Length);
    }

    [Fact]
    public async Task The_list_names_the_published_round()
    {
        var number = await site.StoreAsync();
        var page = await site.PageAsync("/twinning");
        Assert.Contains(page.QuerySelectorAll("section[aria-labelledby=rounds] a"), link => link.GetAttribute("href")!.EndsWith($"/twinning/rounds/{number}", StringComparison.Ordinal));
        Assert.Contains("best set of pairs for all", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> GetAsync(string path) => await site.Browser().GetStringAsync(new Uri("/en" + path, UriKind.Relative), Cancel);

    private static string Text(IParentNode page, string section) =>
        string.Join(' ', page.QuerySelector($"section[aria-labelledby={section}]")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
