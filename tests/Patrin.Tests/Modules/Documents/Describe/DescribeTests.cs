using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Documents.Describe;

public sealed class DescribeOnSqlite(SqliteDocuments site) : DescribeTests(site), IClassFixture<SqliteDocuments>;

public sealed class DescribeOnPostgres(PostgresDocuments site) : DescribeTests(site), IClassFixture<PostgresDocuments>;

public abstract class DescribeTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_title_and_address_are_corrected()
    {
        var id = (await site.ImportAsync(DocumentsSite.Profile("Mislabelton"))).Document;
        var answer = await DescribeAsync(id, "Profile of Mislabelton", "en");
        Assert.Equal($"/en/sources/{id}", answer.Headers.Location?.OriginalString);
        var document = await site.ReadAsync(db => db.Documents.SingleAsync(d => d.Id == id, Cancel));
        Assert.Equal(("Profile of Mislabelton", "https://example.org/profile"), (document.Title, document.Address));
    }

    [Fact]
    public async Task A_corrected_language_has_the_same_bytes_read_again_as_a_new_version()
    {
        var id = (await site.ImportAsync(DocumentsSite.Profile("Wrongtongue"))).Document;
        await DescribeAsync(id, "Wrongtongue", "ro");
        var versions = await site.ReadAsync(db => db.Documents.Where(d => d.Id == id || d.SupersedesId == id).OrderBy(d => d.ImportedAt).ThenBy(d => d.Id).ToListAsync(Cancel));
        Assert.Equal([("en", false), ("ro", true)], versions.Select(d => (d.Language, d.IsCurrent)));
        Assert.Equal(id, versions[1].SupersedesId);
        Assert.Equal(versions[0].Sha256, versions[1].Sha256);
        // Back again: the first reading is not overwritten and nothing breaks.
        var old = await DescribeAsync(id, "Wrongtongue", "en", page: versions[1].Id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
    }

    [Theory]
    [InlineData("", "en", "Write a title, so that others know which text it is.")]
    [InlineData("T", "xx", "Choose a language from the list.")]
    public async Task What_is_not_right_is_said_beside_the_field(string title, string language, string message)
    {
        var id = (await site.ImportAsync(DocumentsSite.Profile("Fieldham"))).Document;
        var answer = await DescribeAsync(id, title, language);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(message, Html.Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector(".field.bad .err, .errsum a")?.TextContent);
    }

    private Task<HttpResponseMessage> DescribeAsync(Guid id, string title, string language, Guid? page = null) => site.PostAsync(
        $"/en/sources/{page ?? id}/describe", $"/en/sources/{id}/describe",
        ("Form.Title", title), ("Form.Address", "https://example.org/profile"), ("Form.ReadOn", "2026-11-02"), ("Form.Language", language));
}
