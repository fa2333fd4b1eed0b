using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Practices;

public sealed class PracticePagesOnSqlite(SqliteDemo site) : PracticePagesTests(site);

public sealed class PracticePagesOnPostgres(PostgresDemo site) : PracticePagesTests(site);

/// <summary>The pages of the demo's practices as readers see them.</summary>
public abstract class PracticePagesTests(Site site)
{
    [Fact]
    public async Task The_list_has_all_records_labelled_as_not_reviewed_and_none_above_E1()
    {
        var page = await site.PageAsync("/practices");
        Assert.Equal("47 records", page.QuerySelector("[data-count]")!.TextContent);
        var rows = page.QuerySelectorAll("main .people > li");
        Assert.Equal(20, rows.Length);
        Assert.All(rows, r => Assert.Contains("Not reviewed in this network yet", r.TextContent, StringComparison.Ordinal));
        Assert.Equal(["E0", "E1"], page.QuerySelectorAll("input[name=level]").Select(b => b.GetAttribute("value")));
        Assert.Equal("47", Count(page, "review", "UNREVIEWED"));
    }

    [Fact]
    public async Task Pages_and_order_stand_in_the_address()
    {
        var first = Titles(await site.PageAsync("/practices?sort=title"));
        Assert.Equal(first.Order(StringComparer.OrdinalIgnoreCase).Take(5), first.Take(5));
        Assert.Equal(7, Titles(await site.PageAsync("/practices?sort=title&page=3")).Count);
        Assert.Equal(7, Titles(await site.PageAsync("/practices?page=99")).Count);
    }

    [Fact]
    public async Task Facets_count_what_the_other_facets_leave_and_keep_what_is_chosen()
    {
        var all = await site.PageAsync("/practices");
        var page = await site.PageAsync("/practices?country=HU&type=LESSON_NOT_WORKED");
        Assert.True(page.QuerySelector("input[name=country][value=HU]")!.HasAttribute("checked"));
        var shown = Titles(page).Count;
        Assert.Equal(Count(page, "country", "HU"), shown.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Count(page, "type", "LESSON_NOT_WORKED"), shown.ToString(System.Globalization.CultureInfo.InvariantCulture));
        // The other countries are counted over all lessons, the other kinds over all Hungarian records.
        Assert.True(int.Parse(Count(all, "country", "HU"), System.Globalization.CultureInfo.InvariantCulture) > shown);
        Assert.NotNull(page.QuerySelector("input[name=country][value=ES]"));
        Assert.Contains($"{shown} of 47 records", page.QuerySelector("[data-count]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_values_of_a_facet_widen_and_words_find_titles_without_marks()
    {
        var one = Titles(await site.PageAsync("/practices?area=HOU")).Count;
        var both = (await site.PageAsync("/practices?area=HOU&area=EDU")).QuerySelector("[data-count]")!.TextContent;
        Assert.True(int.Parse(both.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) > one);
        Assert.Equal(["Community education centre with a large employer"], Titles(await site.PageAsync("/practices?q=kosice-saca")));
    }

    [Theory]
    [InlineData("?q=atlantis")]
    [InlineData("?area=NONE&country=ZZ")]
    public async Task Nothing_found_says_what_to_do(string query)
    {
        var page = await site.PageAsync("/practices" + query);
        Assert.Contains("No record fits all of this.", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/en/practices", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_record_tells_results_sources_failures_and_how_sure_one_can_be()
    {
        var page = await site.PageAsync("/practices/school-desegregation-vidin");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Not reviewed in this network yet", text, StringComparison.Ordinal);
        Assert.Contains("Nobody has reviewed this record in this network.", text, StringComparison.Ordinal);
        Assert.Contains("611", page.QuerySelector("section[aria-labelledby=results] table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("What did not work.", text, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=sources] ol a[href^=http]"));
        Assert.Equal(10, page.QuerySelectorAll("section[aria-labelledby=principles] tbody tr").Length);
        Assert.Contains("/report?about=practice:", page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Last(h => h!.Contains("report", StringComparison.Ordinal))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_says_that_its_conclusions_were_not_tried()
    {
        var page = await site.PageAsync("/practices/school-bus-stopped-nyiregyhaza");
        Assert.Equal("What follows from it", page.QuerySelector("#elements")!.TextContent);
        // "Works only as described" would claim what nobody tried.
        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=elements] .tag"));
        Assert.Contains("nobody has shown yet that they work", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_carries_its_JSON_LD_as_data()
    {
        var page = await site.PageAsync("/practices/school-desegregation-vidin");
        using var schema = JsonDocument.Parse(((IHtmlScriptElement)page.QuerySelector("script[type='application/ld+json']")!).TextContent);
        Assert.Equal("https://schema.org", schema.RootElement.GetProperty("@context").GetString());
        Assert.Equal("From an all-Roma school to mixed schools by bus", schema.RootElement.GetProperty("name").GetString());
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", schema.RootElement.GetProperty("license").GetString());
    }

    [Fact]
    public async Task The_fit_check_answers_condition_by_condition_with_the_sentence_and_without_a_sum()
    {
        var page = await site.PageAsync("/practices/civil-society-partnership-harghita/elements/1?place=harghita");
        var lines = page.QuerySelectorAll("section[aria-labelledby=fit] .twig > li");
        Assert.Equal(2, lines.Length);
        Assert.Contains("Met", lines[0].QuerySelector(".tag")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Harghita is known as:", lines[0].TextContent, StringComparison.Ordinal);
        var trikala = await site.PageAsync("/practices/civil-society-partnership-harghita/elements/1?place=trikala");
        Assert.Equal("Not met", trikala.QuerySelector("section[aria-labelledby=fit] .twig > li .tag")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_condition_that_a_place_states_shows_its_sentence()
    {
        var page = await site.PageAsync("/practices/health-mediators-aitos/elements/1?place=aytos");
        var lines = page.QuerySelectorAll("section[aria-labelledby=fit] .twig > li");
        Assert.Equal(["Met", "Unknown"], lines.Select(l => l.QuerySelector(".tag")!.TextContent.Trim()));
        Assert.Contains("/en/sources/", lines[0].QuerySelector("figcaption a")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Contains("Only people on the ground can say.", lines[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_leads_to_the_records_from_there()
    {
        var page = await site.PageAsync("/places/aytos");
        Assert.Equal("/en/practices/health-mediators-aitos", page.QuerySelector("section[aria-labelledby=practices] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_challenge_leads_to_the_records_that_work_on_it()
    {
        var page = await site.PageAsync("/challenges/EDU-06");
        var link = page.QuerySelectorAll("main a").Single(a => a.GetAttribute("href") == "/en/practices?challenge=EDU-06");
        var listed = Titles(await site.PageAsync("/practices?challenge=EDU-06")).Count;
        Assert.Contains($"{listed} records tell", link.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/practices/atlantis")]
    [InlineData("/practices/health-mediators-aitos/elements/99")]
    [InlineData("/practices/atlantis/elements/1")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var answer = await site.Visitor().GetAsync(new Uri("/en" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private static List<string> Titles(IDocument page) => [.. page.QuerySelectorAll("main .people h2 a").Select(a => a.TextContent)];

    private static string Count(IDocument page, string facet, string value) =>
        page.QuerySelector($"input[name={facet}][value={value}]")!.ParentElement!.QuerySelector(".n")!.TextContent;
}
