using System.Net;
using AngleSharp.Dom;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Places;

public sealed class ProfilePageOnSqlite(TwentyOnSqlite site) : ProfilePageTests(site), IClassFixture<TwentyOnSqlite>;

public sealed class ProfilePageOnPostgres(TwentyOnPostgres site) : ProfilePageTests(site), IClassFixture<TwentyOnPostgres>;

public abstract class ProfilePageTests(Site site)
{
    [Fact]
    public async Task Rival_figures_stand_side_by_side_with_method_and_sentence_and_are_never_averaged()
    {
        var page = await site.PageAsync("/places/samokov");
        var rivals = page.QuerySelectorAll("#people ~ *, section .rival").Where(e => e.ClassList.Contains("rival")).ToList();
        Assert.Equal(["5,153", "6,500–7,000"], rivals.Select(r => r.QuerySelector(".big")!.TextContent.Trim()));
        Assert.Contains("People who identify as Roma in a census", rivals[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Estimate by a civil organisation", rivals[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["5,153 self-identified Roma", "between 6,500 and 7,000, say local NGOs"], rivals.Select(r => r.QuerySelector("mark")!.TextContent));
        // The middle of the range, and of both figures.
        Assert.DoesNotContain("6,750", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("5,951", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_drawing_of_rival_figures_says_in_words_what_it_shows()
    {
        var page = await site.PageAsync("/places/samokov");
        Assert.Equal(
            "On one line from 0 to 8,000 people: 5,153 said by people themselves and 6,500–7,000 counted or estimated by others.",
            page.QuerySelector("svg.chart")!.GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData("blere", "keeps no statistics by ethnic origin")]
    [InlineData("strasbourg", "No number of residents in the sources")]
    public async Task Absent_is_said_in_words_and_never_zero(string slug, string note)
    {
        var page = await site.PageAsync("/places/" + slug);
        Assert.Contains("No figure in the sources.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("That does not mean zero.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(note, page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll(".big"), e => e.TextContent.Trim() is "0" or "");
    }

    [Theory]
    [InlineData("aytos", "11.5 %")]
    [InlineData("karvina", "4 % to 4.8 %")]
    [InlineData("kisvarda", "about 8.6 %")]
    [InlineData("nagykallo", "at most 15 %")]
    [InlineData("trikala", "2 %")]
    public async Task A_share_is_worked_out_where_both_numbers_fit_and_says_how(string slug, string share)
    {
        var rival = Assert.Single((await site.PageAsync("/places/" + slug)).QuerySelectorAll(".rival"));
        var text = Plain(rival);
        Assert.Contains(share + " (", text, StringComparison.Ordinal);
        Assert.Contains("residents, worked out by us)", text, StringComparison.Ordinal);
        Assert.Contains("Neither number has a year; both stand in one source.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("samokov", "Not shown: a check found that the two numbers do not belong together")]
    [InlineData("bistrita-nasaud", "Not shown: a check found that the two numbers do not belong together")]
    [InlineData("harghita", "Not shown: a check found that the two numbers do not belong together")]
    [InlineData("anderlecht", "Not shown: the number is for another area (Brussels Capital Region)")]
    [InlineData("east-gothenburg", "Not shown: the number is for another area (Gothenburg)")]
    [InlineData("berlin", "Not shown: citizenship or origin was counted, not Roma residents")]
    [InlineData("hamm", "Not shown: citizenship or origin was counted, not Roma residents")]
    public async Task A_share_is_refused_with_the_reason(string slug, string reason)
    {
        var first = (await site.PageAsync("/places/" + slug)).QuerySelector(".rival")!;
        Assert.Contains(reason, Plain(first), StringComparison.Ordinal);
        Assert.DoesNotContain("%", first.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Citizens_are_never_added_up_to_a_number_of_Roma()
    {
        var text = (await site.PageAsync("/places/berlin")).Body!.TextContent;
        Assert.Contains("21,393", text, StringComparison.Ordinal);
        Assert.Contains("Citizenship or origin, not a count of Roma", text, StringComparison.Ordinal);
        Assert.Contains("No figure in the sources.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("35,088", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_from_a_stated_share_is_marked_as_worked_out()
    {
        var rival = (await site.PageAsync("/places/tundzha")).QuerySelector(".rival")!;
        Assert.Equal("25 %", Plain(rival.QuerySelector(".big")!));
        Assert.Contains("6,039 (25 % of 24,155 residents, worked out by us)", Plain(rival), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_on_every_profile_opens_its_sentence()
    {
        _ = site.Browser();
        foreach (var sheet in TwentyPlaces.All)
        {
            // The key leads to the readable address.
            var page = Html.Parse(await site.CreateClient().GetStringAsync(new Uri("/en/places/" + sheet.Place.Key, UriKind.Relative), TestContext.Current.CancellationToken));
            foreach (var big in page.QuerySelectorAll(".big"))
            {
                var words = big.Closest("div")!.QuerySelector("mark")!.TextContent;
                Assert.Contains(sheet.Claims, c => c.Quote == words);
                var link = big.Closest("div")!.QuerySelector("figcaption a")!.GetAttribute("href")!;
                Assert.Matches("^/en/sources/[0-9a-f-]{36}\\?claim=[0-9a-f-]{36}#c-[0-9a-f]{32}$", link);
            }

            Assert.Equal(sheet.Claims.Length, page.QuerySelectorAll("figure.passage mark").Length);
        }
    }

    [Fact]
    public async Task Sensitive_statements_stand_apart_closed_and_away_from_every_count()
    {
        var page = await site.PageAsync("/places/samokov");
        var block = page.QuerySelector("details.careful")!;
        Assert.False(block.HasAttribute("open"));
        Assert.Contains("FAM-01", block.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("table"), t => t.TextContent.Contains("FAM-0", StringComparison.Ordinal));
        Assert.Empty(block.QuerySelectorAll(".big"));
        Assert.DoesNotContain("5,153", block.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_stand_beside_the_source_and_change_nothing_in_it()
    {
        var page = await site.PageAsync("/places/samokov");
        Assert.Contains("13.5 % of the 38,089 residents", page.QuerySelector("#K05")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("36,266", page.QuerySelector("#people")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Similar_places_say_what_they_share_the_rarest_first()
    {
        var near = (await site.PageAsync("/places/tundzha")).QuerySelector("#near")!.Closest("section")!;
        var first = near.QuerySelector("tbody tr")!;
        Assert.NotEmpty(first.QuerySelectorAll("a"));
        Assert.All(near.QuerySelectorAll("tbody tr"), row => Assert.Contains("Low educational attainment", row.TextContent, StringComparison.Ordinal));
        Assert.All(near.QuerySelectorAll("tbody tr"), row => Assert.DoesNotContain("Early marriage", row.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_name_stands_in_Latin_and_in_the_places_own_script()
    {
        var page = await site.PageAsync("/places/aytos");
        Assert.Equal("Aytos", page.QuerySelector("h1")!.TextContent);
        var own = page.QuerySelector("h1 + .sub")!;
        Assert.Equal(("Айтос", "bg"), (own.TextContent, own.GetAttribute("lang")));
    }

    [Theory]
    [InlineData("bg-samokov", "/en/places/samokov")]
    [InlineData("BG-SAMOKOV", "/en/places/samokov")]
    public async Task A_subject_key_leads_to_the_readable_address(string name, string address)
    {
        var answer = await site.Browser().GetAsync(new Uri("/en/places/" + name, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_unknown_place_is_not_found()
    {
        var answer = await site.Browser().GetAsync(new Uri("/en/places/atlantis", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>Text with plain spaces, as a reader sees it.</summary>
    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Replace('\u00A0', ' ').Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
