using System.Net;
using AngleSharp.Dom;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Places;

public sealed class OtherPagesOnSqlite(TwentyOnSqlite site) : OtherPagesTests(site), IClassFixture<TwentyOnSqlite>;

public sealed class OtherPagesOnPostgres(TwentyOnPostgres site) : OtherPagesTests(site), IClassFixture<TwentyOnPostgres>;

public abstract class OtherPagesTests(Site site)
{
    [Fact]
    public async Task The_map_has_a_table_with_the_same_places()
    {
        var page = await site.PageAsync("/places/map?country=BG&country=RO");
        var marks = page.QuerySelectorAll("svg.map a title").Select(t => t.TextContent.Split(',')[0]).Order(StringComparer.Ordinal);
        var rows = page.QuerySelectorAll("tbody th a").Select(a => a.TextContent).Order(StringComparer.Ordinal);
        Assert.Equal(6, rows.Count());
        Assert.Equal(rows, marks);
        // Counties are hexagons.
        Assert.Equal(3, page.QuerySelectorAll("svg.map path.pt").Length);
    }

    [Fact]
    public async Task A_chosen_challenge_fills_the_marks_of_those_who_state_it_and_the_table_says_it_in_words()
    {
        var page = await site.PageAsync("/places/map?colour=HOU-03");
        Assert.Equal(7, page.QuerySelectorAll("svg.map a.has").Length);
        Assert.Equal(7, page.QuerySelectorAll("tbody .tag.ok").Length);
        Assert.Contains("7 places state: Segregated settlement or neighbourhood.", page.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not stated does not mean not there.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FAM-01")]
    [InlineData("HLT-06")]
    [InlineData("CIV-01")]
    public async Task There_is_no_map_of_what_needs_care(string code)
    {
        var page = await site.PageAsync("/places/map?colour=" + code);
        Assert.Empty(page.QuerySelectorAll("svg.map .has"));
        Assert.Null(page.QuerySelector($"option[value={code}]"));
        Assert.DoesNotContain(code, page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_offers_no_share_of_Roma_residents()
    {
        var page = await site.PageAsync("/places/map?colour=ROMA_SHARE");
        Assert.DoesNotContain("%", page.QuerySelector("svg.map")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("select option"), o => o.TextContent.Contains("Roma residents", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(page.QuerySelectorAll("svg.map .has"));
    }

    [Fact]
    public async Task Places_side_by_side_say_when_figures_must_not_be_compared()
    {
        var page = await site.PageAsync("/places/compare?ids=samokov,aytos,bg-tundzha,blere");
        Assert.Equal(["Samokov", "Aytos", "Tundzha", "Bléré"], page.QuerySelector("table")!.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()));
        Assert.NotNull(page.QuerySelector("#unlike"));
        Assert.Contains("No figure in the sources", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.PageAsync("/places/compare?ids=aytos,kisvarda")).QuerySelector("#unlike"));
        Assert.DoesNotContain("FAM-01", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_for_comparing_works_and_a_fifth_place_is_left_out_in_words()
    {
        var page = await site.PageAsync("/places/compare?ids=samokov&ids=aytos&ids=&ids=");
        Assert.Equal(2, page.QuerySelector("table")!.QuerySelectorAll("thead th").Length);
        Assert.Contains("The others are left out.", (await site.PageAsync("/places/compare?ids=samokov,aytos,tundzha,blere,hamm")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("is not here", (await site.PageAsync("/places/compare?ids=samokov,atlantis")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose at least two places.", (await site.PageAsync("/places/compare")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_challenge_has_its_words_in_all_languages_and_those_who_state_it_with_their_sentences()
    {
        var page = await site.PageAsync("/challenges/HOU-02");
        Assert.Equal(["en", "hu", "ro"], page.QuerySelectorAll("#names ~ *, dd[lang]").Where(e => e.LocalName == "dd").Select(e => e.GetAttribute("lang")));
        Assert.Equal(["Bistrița-Năsăud", "Cluj", "Kisvárda"], page.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal(3, page.QuerySelectorAll("tbody mark").Length);
        // Kisvárda renews water and power and says so; Cluj wants it.
        Assert.Contains("INT-22", page.QuerySelector("#help")!.Closest("section")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FAM-01", "Stated in 1 country: Bulgaria.")]
    [InlineData("HLT-06", "Stated in 1 country: Czechia.")]
    public async Task What_needs_care_is_told_by_country_only(string code, string sentence)
    {
        var page = await site.PageAsync("/challenges/" + code);
        Assert.Contains(sentence, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#care"));
        Assert.Empty(page.QuerySelectorAll("tbody"));
        Assert.DoesNotContain("Karviná", page.QuerySelector("#who")!.Closest("section")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_of_challenges_counts_places_and_gives_no_count_where_care_is_needed()
    {
        var page = await site.PageAsync("/challenges");
        Assert.Equal("16", Cell(page, "EDU-01"));
        Assert.Equal("14", Cell(page, "EMP-01"));
        Assert.Equal("with care", Cell(page, "FAM-01"));
    }

    [Fact]
    public async Task An_unknown_challenge_is_not_found_and_small_letters_lead_to_the_right_address()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/en/challenges/XYZ-99")).StatusCode);
        var small = await GetAsync("/en/challenges/edu-01");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/en/challenges/EDU-01"), (small.StatusCode, small.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task All_sentences_of_a_place_are_listed_with_their_state()
    {
        var page = await site.PageAsync("/places/samokov/sources");
        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Contains(rows, r => r.TextContent.Contains("between 6,500 and 7,000, say local NGOs", StringComparison.Ordinal) && r.TextContent.Contains("Accepted", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.TextContent.Contains("FAM-", StringComparison.Ordinal) || r.TextContent.Contains("Early marriage", StringComparison.Ordinal));
        Assert.Contains("Early marriage", page.QuerySelector("details.careful")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/places/atlantis/sources")]
    [InlineData("/places/atlantis/history")]
    [InlineData("/places/atlantis.json")]
    public async Task Pages_of_an_unknown_place_are_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/en" + path)).StatusCode);

    private static string Cell(IDocument page, string code) =>
        page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector(".code")!.TextContent == code).QuerySelector("td.n")!.TextContent.Trim();

    private Task<HttpResponseMessage> GetAsync(string path) => site.Browser().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
