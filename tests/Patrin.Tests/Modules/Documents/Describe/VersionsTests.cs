using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Describe;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Documents.Describe;

public sealed class DescriptionVersionsOnSqlite(SqliteDocuments site) : VersionsTests(site), IClassFixture<SqliteDocuments>;

public sealed class DescriptionVersionsOnPostgres(PostgresDocuments site) : VersionsTests(site), IClassFixture<PostgresDocuments>;

public abstract class VersionsTests(Site site)
{
    [Fact]
    public async Task A_changed_description_shows_field_by_field_what_changed_and_who_did_it()
    {
        var id = (await site.ImportAsync(DocumentsSite.Profile("Versionovce"), i => i.Title = "First title")).Document;
        await DescribeAsync(id, "Second title");
        await DescribeAsync(id, "Third title");
        var page = await site.PageAsync(DocumentLinks.Versions(id));
        var newest = page.QuerySelector("#v3")!;
        Assert.Equal("Second title", newest.QuerySelector("del")!.TextContent);
        Assert.Equal("Third title", newest.QuerySelector("ins")!.TextContent);
        Assert.Contains("Test curator", newest.TextContent, StringComparison.Ordinal);
        Assert.Contains("First title", page.QuerySelector("#v1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_that_was_saved_unchanged_makes_no_version()
    {
        var id = (await site.ImportAsync(DocumentsSite.Profile("Unchangedovce"), i => i.Title = "The only title")).Document;
        await DescribeAsync(id, "The only title");
        await DescribeAsync(id, "The only title");
        Assert.Null((await site.PageAsync(DocumentLinks.Versions(id))).QuerySelector("#v2"));
    }

    private Task DescribeAsync(Guid id, string title) =>
        site.UseAsync<DescribeDocument>(d => d.RunAsync(id, new DescribeForm { Title = title }, People.Curator, TestContext.Current.CancellationToken));
}
