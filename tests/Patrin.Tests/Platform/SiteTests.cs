using System.Net;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform;

public sealed class SiteOnSqlite(SqliteDemo site) : SiteTests(site);

public sealed class SiteOnPostgres(PostgresDemo site) : SiteTests(site);

public abstract class SiteTests(Site site)
{
    [Fact]
    public async Task An_unknown_address_is_not_found_in_the_readers_language()
    {
        var response = await site.Browser().GetAsync(new Uri("/hu/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("hu", Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task R37_every_response_carries_the_security_headers()
    {
        foreach (var path in new[] { "/nothing", "/css/site.css", "/error" })
        {
            var response = await site.Browser().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task R38_a_write_from_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/error");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        var response = await site.Browser().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task R43_an_unknown_host_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://evil.example/");
        var response = await site.Browser().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
