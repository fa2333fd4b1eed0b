using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Recommendations;

public sealed class ProgrammesOnSqlite(SqliteDemo site) : ProgrammeTests(site);

public sealed class ProgrammesOnPostgres(PostgresDemo site) : ProgrammeTests(site);

public abstract class ProgrammeTests(Site site)
{
    [Fact]
    public async Task PAIRS_shows_six_promises_three_aims_and_the_check_that_agrees()
    {
        var page = await site.PageAsync("/programmes/programme-pairs");
        Assert.Equal(6, page.QuerySelectorAll("table tbody tr").Length);
        Assert.Equal(3, page.QuerySelectorAll("ol.twig > li").Length);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("7,500,000", text, StringComparison.Ordinal);
        Assert.Contains("This agrees", text, StringComparison.Ordinal);
        Assert.Contains("20 places with a profile", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_done_is_shown_as_open()
    {
        var states = (await site.PageAsync("/programmes/programme-pairs")).QuerySelectorAll("table .tag").Select(t => t.TextContent.Trim());
        Assert.Equal(["Begun", "Begun", "Open", "In use", "Open", "Begun"], states);
    }

    [Fact]
    public async Task An_unknown_programme_is_not_found() =>
        Assert.Equal(404, (int)(await site.Browser().GetAsync(new Uri("/en/programmes/nothing", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
}
