using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Patrin.Modules.Twinning;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Twinning;

public sealed class PlacesForRoundsOnSqlite : SqliteSite, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await TwentyPlaces.LoadAsync(this);
}

public sealed class PlacesForRoundsOnPostgres : PostgresSite, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (Unavailable is null)
            await TwentyPlaces.LoadAsync(this);
    }
}

public sealed class OpenRoundOnSqlite(PlacesForRoundsOnSqlite site) : OpenRoundTests(site), IClassFixture<PlacesForRoundsOnSqlite>;

public sealed class OpenRoundOnPostgres(PlacesForRoundsOnPostgres site) : OpenRoundTests(site), IClassFixture<PlacesForRoundsOnPostgres>;

public abstract partial class OpenRoundTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task J3_the_secretariat_opens_runs_and_publishes_a_round_without_JavaScript()
    {
        var browser = new FormBrowser(site);
        var form = await browser.FormAsync("/en/twinning/rounds/new");
        form["Form.Title"] = "Spring round";
        var opened = await browser.SendAsync("/en/twinning/rounds/new", form);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var address = opened.Headers.Location!.ToString();
        var number = int.Parse(Number().Match(address).Value, System.Globalization.CultureInfo.InvariantCulture);
        var round = await site.RoundAsync(number);
        Assert.Equal(RoundStatus.Run, round.Status);
        Assert.Equal(20, round.PlaceCount);
        Assert.NotEmpty(round.Pairs);

        var page = await browser.PageAsync(address);
        Assert.Contains("Worked out, not published", page.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        var publish = await browser.SendAsync(address + "/publish", FormBrowser.Fields((IHtmlFormElement)page.QuerySelectorAll("form[method=post]").Single(f => f.GetAttribute("action")!.Contains("publish", StringComparison.Ordinal))));
        Assert.Equal(HttpStatusCode.Redirect, publish.StatusCode);
        Assert.Equal(RoundStatus.Published, (await site.RoundAsync(number)).Status);
        var profile = await site.PageAsync("/places/" + RoundJson.Read<RoundInputs>(round.Inputs).Find(round.Pairs[0].PlaceA)!.Slug);
        Assert.Contains(profile.QuerySelectorAll("a"), link => link.GetAttribute("href")?.Contains($"/twinning/rounds/{number}/pairs/", StringComparison.Ordinal) == true);
        var again = await browser.SendAsync(address + "/run", FormBrowser.Fields((IHtmlFormElement)page.QuerySelector("form[method=post]")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("published and stays as it is", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_runs_again_replaces_its_pairs()
    {
        var number = await OpenAsync(form => form["Form.Minimum"] = "10");
        var before = await site.RoundAsync(number);
        var browser = new FormBrowser(site);
        var page = await browser.PageAsync($"/en/twinning/rounds/{number}");
        var again = await browser.SendAsync($"/en/twinning/rounds/{number}/run", FormBrowser.Fields((IHtmlFormElement)page.QuerySelector("form[method=post]")!));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var after = await site.RoundAsync(number);
        Assert.Equal(before.Result, after.Result);
        Assert.Equal(before.Pairs.Count, after.Pairs.Count);
    }

    [Fact]
    public async Task The_facts_of_a_pair_open_the_sentences_they_rest_on()
    {
        var number = await OpenAsync(_ => { });
        var result = RoundJson.Read<RoundResult>((await site.RoundAsync(number)).Result);
        var pair = result.Pairs[0];
        var page = await site.PageAsync($"/twinning/rounds/{number}/pairs/{pair.A}/{pair.B}");
        var claims = pair.Parts.SelectMany(part => part.Facts).SelectMany(fact => fact.ClaimsA.Concat(fact.ClaimsB)).Distinct().ToList();
        Assert.NotEmpty(claims);
        var inputs = RoundJson.Read<RoundInputs>((await site.RoundAsync(number)).Inputs);
        claims.AddRange(inputs.Find(pair.A)!.ResidentsClaims.Concat(inputs.Find(pair.B)!.ResidentsClaims));
        Assert.Contains(inputs.Places, place => place.ResidentsClaims.Count > 0);
        var links = page.QuerySelectorAll("section[aria-labelledby=sum] .passage a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.All(claims, claim => Assert.Contains(links, link => link.EndsWith($"#c-{claim:N}", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("section[aria-labelledby=sum] .passage blockquote"), quote => Assert.NotEmpty(quote.TextContent));
    }

    [Fact]
    public async Task A_profile_that_names_countries_of_origin_is_linked_with_places_there()
    {
        var number = await OpenAsync(_ => { });
        var inputs = RoundJson.Read<RoundInputs>((await site.RoundAsync(number)).Inputs);
        var berlin = inputs.Find("de-berlin")!;
        Assert.True(berlin.IsDestination);
        Assert.Equal(["BG", "RO"], berlin.Links.Select(link => link.Code));
        Assert.False(inputs.Find("bg-samokov")!.IsDestination);
        Assert.Empty(inputs.Find("bg-samokov")!.Links);
        var page = await site.PageAsync($"/twinning/rounds/{number}/pairs/bg-samokov/de-berlin");
        Assert.Contains("names people who came from the country or place of", page.QuerySelector("section[aria-labelledby=sum]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Title", "", "Give the round a title")]
    [InlineData("Form.Minimum", "abc", "Write a whole number here")]
    [InlineData("Form.Minimum", "101", "from 0 to 100")]
    [InlineData("Form.CountryPairLimit", "0", "from 1 on")]
    public async Task A_form_that_cannot_be_used_says_what_to_write(string field, string value, string expected)
    {
        var browser = new FormBrowser(site);
        var form = await browser.FormAsync("/en/twinning/rounds/new");
        form["Form.Title"] = "Title";
        form[field] = value;
        var answer = await browser.SendAsync("/en/twinning/rounds/new", form);
        Assert.Contains(expected, Html.Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector(".errsum")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_stand_against_each_other_are_refused_with_the_smallest_set_in_words()
    {
        var browser = new FormBrowser(site);
        var form = await browser.FormAsync("/en/twinning/rounds/new");
        form["Form.Title"] = "Impossible";
        (form["Form.Locks[0].A"], form["Form.Locks[0].B"]) = ("ro-cluj", "ro-harghita");
        (form["Form.Locks[1].A"], form["Form.Locks[1].B"]) = ("de-hamm", "bg-samokov");
        var answer = await browser.SendAsync("/en/twinning/rounds/new", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var summary = Html.Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector(".errsum")!.TextContent;
        Assert.Contains("are fixed as a pair and partners are in different countries", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Samokov", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_more_row_keeps_what_was_written()
    {
        var browser = new FormBrowser(site);
        var form = await browser.FormAsync("/en/twinning/rounds/new");
        form["Form.Title"] = "Kept";
        form["Form.Locks[0].A"] = "de-hamm";
        var answer = await browser.SendAsync("/en/twinning/rounds/new?handler=Rows", form);
        var page = Html.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("Kept", ((IHtmlInputElement)page.QuerySelector("#Form_Title")!).Value);
        Assert.Equal("de-hamm", ((IHtmlSelectElement)page.QuerySelector("#Locks-0-A")!).Value);
        Assert.NotNull(page.QuerySelector("#Locks-2-A"));
    }

    private async Task<int> OpenAsync(Action<Dictionary<string, string>> change)
    {
        var browser = new FormBrowser(site);
        var form = await browser.FormAsync("/en/twinning/rounds/new");
        form["Form.Title"] = "Round";
        change(form);
        var opened = await browser.SendAsync("/en/twinning/rounds/new", form);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        return int.Parse(Number().Match(opened.Headers.Location!.ToString()).Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
