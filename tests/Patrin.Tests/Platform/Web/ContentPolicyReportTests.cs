using System.Net;
using System.Text;
using Patrin.Platform.Web;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Web;

/// <summary>What browsers say they stopped.</summary>
public sealed class ContentPolicyReportTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    private const string Report = """
        [{ "type": "csp-violation", "url": "http://localhost/en/places?q=Ana", "body": { "documentURL": "http://localhost/en/places?q=Ana%20Example",
           "effectiveDirective": "script-src-elem", "blockedURL": "https://evil.example/x.js?who=Ana", "sample": "alert('Ana')" } }]
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R37_a_browser_reports_what_the_policy_stopped_to_the_address_the_page_gives()
    {
        var browser = site.Visitor();
        var page = await browser.GetAsync(new Uri("/en/", UriKind.Relative), Cancel);
        var address = page.Headers.GetValues("Reporting-Endpoints").Single().Split('"')[1];
        Assert.Contains("report-to csp", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(browser, address, Report));
    }

    [Theory]
    [InlineData("application/json", Report, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/reports+json", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/reports+json", "{\"body\":1}", HttpStatusCode.NoContent)]
    [InlineData("application/reports+json", "[1,null,{\"body\":{\"effectiveDirective\":5}}]", HttpStatusCode.NoContent)]
    [InlineData("application/reports+json", "[[[[[[[[[[1]]]]]]]]]]", HttpStatusCode.BadRequest)]
    public async Task A_report_that_is_none_is_answered_and_does_nothing(string type, string body, HttpStatusCode status) =>
        Assert.Equal(status, await SendAsync(site.Visitor(), ContentPolicyReports.Path, body, type));

    [Fact]
    public async Task A_long_report_is_not_read_to_its_end() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(site.Visitor(), ContentPolicyReports.Path, "[" + new string(' ', 20_000) + "]"));

    [Fact]
    public async Task Reports_of_a_browser_do_not_use_up_what_its_owner_may_write()
    {
        await using var strict = new StrictSite();
        var browser = strict.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
            answers.Add(await SendAsync(browser, ContentPolicyReports.Path, Report));
        Assert.Equal(20, answers.Count(a => a == HttpStatusCode.NoContent));
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.TooManyRequests));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.PostAsync(new Uri("/en/error", UriKind.Relative), null, Cancel)).StatusCode);
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient browser, string path, string body, string type = "application/reports+json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return (await browser.PostAsync(new Uri(path, UriKind.Relative), content, Cancel)).StatusCode;
    }
}
