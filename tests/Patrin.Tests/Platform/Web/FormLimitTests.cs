using System.Net;
using Patrin.Platform.Web;
using Patrin.Tests.Modules.Documents;

namespace Patrin.Tests.Platform.Web;

/// <summary>A form, an address and a JSON body have a size beyond which nobody reads them.</summary>
public sealed class FormLimitTests(SqliteDocuments site) : IClassFixture<SqliteDocuments>
{
    private const string To = "/en/report";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FormLimits.Fields - 1, false)]
    [InlineData(FormLimits.Fields, true)]
    public async Task A_form_has_at_most_200_fields_with_its_token(int others, bool refused)
    {
        var fields = Enumerable.Range(0, others).Select(i => ($"x{i}", "1")).ToArray();
        Assert.Equal(refused, HttpStatusCode.BadRequest == (await site.PostAsync("/en/import", To, fields)).StatusCode);
    }

    [Theory]
    [InlineData(200 * 1024, false)]
    [InlineData(FormLimits.FormBytes, true)]
    public async Task A_form_has_at_most_256_kilobytes_in_all(int bytes, bool refused)
    {
        var halves = new[] { ("a", new string('a', bytes / 2)), ("b", new string('b', bytes / 2)) };
        Assert.Equal(refused, HttpStatusCode.RequestEntityTooLarge == (await site.PostAsync("/en/import", To, halves)).StatusCode);
    }

    [Fact]
    public async Task Who_sent_a_long_form_does_not_read_of_a_file_alone()
    {
        var answer = await site.PostAsync("/en/import", To, ("a", new string('a', FormLimits.FormBytes)));
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("What you sent is too large", page, StringComparison.Ordinal);
        Assert.Contains("a shorter text", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_takes_files_keeps_its_own_limit() =>
        Assert.Equal(HttpStatusCode.Found, (await site.PostAsync("/en/import", "/en/import", ("Form.Title", "Long"), ("Form.Text", string.Concat(Enumerable.Repeat("A town in Slovakia.\n", 20_000))))).StatusCode);

    [Theory]
    [InlineData(FormLimits.ParameterLength, HttpStatusCode.OK)]
    [InlineData(FormLimits.ParameterLength + 1, HttpStatusCode.BadRequest)]
    public async Task A_parameter_in_an_address_has_at_most_2048_characters(int length, HttpStatusCode status)
    {
        var long1 = new string('a', length);
        foreach (var query in new[] { "nothing=" + long1, long1 + "=1", "a=1&a=" + long1 })
            Assert.Equal(status, (await site.Visitor().GetAsync(new Uri("/en/about?" + query, UriKind.Relative), Cancel)).StatusCode);
    }
}
