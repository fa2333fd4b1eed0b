using System.Text.Json;
using AngleSharp.Dom;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Places;

public sealed class ListPageOnSqlite(TwentyOnSqlite site) : ListPageTests(site), IClassFixture<TwentyOnSqlite>;

public sealed class ListPageOnPostgres(TwentyOnPostgres site) : ListPageTests(site), IClassFixture<TwentyOnPostgres>;

public abstract class ListPageTests(Site site)
{
    [Fact]
    public async Task The_list_has_all_places_in_the_order_of_the_readers_alphabet()
    {
        var names = Names(await site.PageAsync("/places"));
        Assert.Equal(20, names.Count);
        Assert.Equal("Anderlecht", names[0]);
        Assert.Equal("Tundzha", names[^1]);
        Assert.True(names.IndexOf("Košice-Šaca") < names.IndexOf("Nagykálló"));
    }

    [Theory]
    [InlineData("kind", new[] { "4", "9", "5", "2" })]
    [InlineData("type", new[] { "14", "3", "2", "1" })]
    public async Task A_facet_counts_its_places(string facet, string[] counts)
    {
        var boxes = (await site.PageAsync("/places")).QuerySelectorAll($"input[name={facet}]");
        Assert.Equal(counts, boxes.Select(b => b.ParentElement!.QuerySelector(".n")!.TextContent));
    }

    [Fact]
    public async Task Facets_count_what_the_other_facets_leave_and_keep_what_is_chosen()
    {
        var page = await site.PageAsync("/places?country=BG&challenge=EDU-01");
        Assert.Equal(["Aytos", "Samokov", "Tundzha"], Names(page));
        Assert.True(page.QuerySelector("input[name=country][value=BG]")!.HasAttribute("checked"));
        // All places with EDU-01 count towards the other countries.
        Assert.Equal("3", Count(page, "country", "RO"));
        Assert.Equal("3", Count(page, "challenge", "EDU-01"));
        Assert.Contains("3 of 20 places", page.QuerySelector("[data-count]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_values_of_a_facet_widen_and_two_facets_narrow()
    {
        Assert.Equal(6, Names(await site.PageAsync("/places?country=BG&country=RO")).Count);
        Assert.Equal(["Bistrița-Năsăud", "Cluj", "Harghita"], Names(await site.PageAsync("/places?country=BG&country=RO&type=COUNTY")));
        Assert.Equal(["Cluj"], Names(await site.PageAsync("/places?type=COUNTY&wish=INT-25")));
    }

    [Theory]
    [InlineData("kosice", "Košice-Šaca")]
    [InlineData("аитос", "")]
    [InlineData("Айтос", "Aytos")]
    [InlineData("aitos", "Aytos")]
    [InlineData("τρικκαιων", "Trikala")]
    [InlineData("SAMOKHOV", "Samokov")]
    [InlineData("miercurea", "Harghita")]
    public async Task The_text_filter_knows_scripts_marks_aliases_and_seats(string typed, string found)
    {
        var names = Names(await site.PageAsync("/places?q=" + Uri.EscapeDataString(typed)));
        Assert.Equal(found.Length == 0 ? [] : [found], names);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do()
    {
        var page = await site.PageAsync("/places?q=atlantis");
        Assert.Contains("No place fits all of this.", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/en/places", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Places_sort_by_residents_with_the_unknown_last_and_by_number_of_challenges()
    {
        var byResidents = Names(await site.PageAsync("/places?sort=residents"));
        Assert.Equal(["Berlin", "Cluj"], byResidents.Take(2));
        Assert.Equal("Strasbourg", byResidents[^1]);
        Assert.Equal("Anderlecht", Names(await site.PageAsync("/places?sort=challenges"))[0]);
    }

    [Fact]
    public async Task Sensitive_challenges_are_in_no_facet_and_filter_nothing()
    {
        var page = await site.PageAsync("/places");
        Assert.DoesNotContain(page.QuerySelectorAll("input[name=challenge]"), b => b.GetAttribute("value")!.StartsWith("FAM-01", StringComparison.Ordinal));
        Assert.Empty(Names(await site.PageAsync("/places?challenge=FAM-01")));
        Assert.Empty(Names(await site.PageAsync("/places?challenge=HLT-06")));
    }

    [Fact]
    public async Task Map_and_CSV_keep_the_filters_of_the_list()
    {
        var page = await site.PageAsync("/places?country=BG&kind=self");
        var links = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/en/places/map?country=BG&kind=self", links);
        Assert.Contains("/en/places.csv?country=BG&kind=self", links);
    }

    [Fact]
    public async Task The_CSV_keeps_rival_figures_apart_and_leaves_out_what_needs_care()
    {
        var csv = await TextAsync("/en/places.csv?country=BG");
        var lines = csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        var samokov = lines.Single(l => l.StartsWith("bg-samokov", StringComparison.Ordinal));
        Assert.Contains("5153 PERSONS SELF_CENSUS | 6500-7000 PERSONS NGO_ESTIMATE", samokov, StringComparison.Ordinal);
        Assert.DoesNotContain("FAM-01", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_is_paged_and_filters_like_the_list()
    {
        using var first = JsonDocument.Parse(await TextAsync("/api/v1/places?size=7"));
        Assert.Equal((20, 3, 7), (first.RootElement.GetProperty("total").GetInt32(), first.RootElement.GetProperty("pages").GetInt32(), first.RootElement.GetProperty("places").GetArrayLength()));
        using var romania = JsonDocument.Parse(await TextAsync("/api/v1/places?country=RO"));
        Assert.Equal(3, romania.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_profile_as_JSON_names_the_claims_of_every_derived_number()
    {
        using var json = JsonDocument.Parse(await TextAsync("/places/tundzha.json"));
        var derived = Assert.Single(json.RootElement.GetProperty("derived").EnumerateArray());
        Assert.Equal(6039, derived.GetProperty("low").GetDecimal());
        var claims = json.RootElement.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("claim").GetGuid()).ToList();
        Assert.Contains(derived.GetProperty("numerator").GetGuid(), claims);
        Assert.Contains(derived.GetProperty("denominator").GetGuid(), claims);
        Assert.DoesNotContain("FAM-0", await TextAsync("/places/samokov.json"), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path)
    {
        var answer = await site.Browser().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, path + " answered " + (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static List<string> Names(IDocument page) => [.. page.QuerySelectorAll("main tbody th a").Select(a => a.TextContent)];

    private static string Count(IDocument page, string facet, string value) =>
        page.QuerySelector($"input[name={facet}][value={value}]")!.ParentElement!.QuerySelector(".n")!.TextContent;
}
