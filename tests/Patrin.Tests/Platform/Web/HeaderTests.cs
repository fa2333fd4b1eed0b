using System.Net;
using Patrin.Platform.Access;
using Patrin.Platform.Web;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Web;

/// <summary>By https, with limits as they are in the world.</summary>
public sealed class HttpsSite() : ConfiguredSite(/*lang=json,strict*/ """{ "PublicUrl": "https://patrin.example.org", "HostAliases": ["alias.example.org"], "TrustedProxies": ["10.0.0.5", "10.1.0.0/16"] }""");

public sealed class HeaderTests(SqliteDemo demo, HttpsSite https) : IClassFixture<HttpsSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/en/", 200)]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/en/places", 200)]
    [InlineData("GET", "/en/nothing", 404)]
    [InlineData("GET", "/css/site.css", 200)]
    [InlineData("GET", "/mark.svg", 200)]
    [InlineData("GET", "/api/v1/claims", 200)]
    [InlineData("GET", "/en/places.csv", 200)]
    [InlineData("GET", "/en/sources/00000000-0000-0000-0000-000000000001", 404)]
    [InlineData("GET", "/en/import", 302)]
    [InlineData("TRACE", "/en/", 405)]
    [InlineData("DELETE", "/api/v1/claims", 405)]
    [InlineData("POST", "/en/demo", 400)]
    [InlineData("GET", "/error", 200)]
    public async Task R37_every_kind_of_answer_carries_the_headers(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        var response = await demo.Visitor().SendAsync(request, Cancel);
        Assert.Equal(status, (int)response.StatusCode);
        Complete(response, https: false);
    }

    [Fact]
    public async Task R37_refusals_of_the_host_too_much_and_too_often_carry_the_headers()
    {
        Complete(await SendAsync(demo.Visitor(), "http://evil.example/", 400), https: false);
        using var large = new HttpRequestMessage(HttpMethod.Post, "/en/import") { Content = new ByteArrayContent(new byte[1]) };
        large.Content.Headers.ContentLength = 1;
        Complete(await demo.Visitor().SendAsync(large, Cancel), https: false);
        await using var strict = new StrictSite();
        HttpResponseMessage last = null!;
        for (var i = 0; i < 8; i++)
            last = await strict.Visitor().PostAsync(new Uri("/en/error", UriKind.Relative), null, Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.True(last.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains("\"writes-second\";q=5;w=1", last.Headers.GetValues("RateLimit-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("That was too often", await last.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Complete(last, https: false);
    }

    [Fact]
    public async Task R37_by_https_the_browser_is_told_to_stay_there()
    {
        var response = await SendAsync(https.Visitor(), "https://patrin.example.org/en/", 200);
        Complete(response, https: true);
        Assert.Equal("max-age=31536000; includeSubDomains", response.Headers.GetValues("Strict-Transport-Security").Single());
        var form = await SendAsync(https.Visitor(), "https://patrin.example.org/en/sign-in", null);
        Assert.All(form.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c =>
        {
            Assert.StartsWith("__Host-", c, StringComparison.Ordinal);
            Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task R40_what_a_person_sees_is_kept_by_no_cache()
    {
        var browser = demo.Browser(new TestPerson("Cached", NetworkRole.Curator));
        foreach (var path in new[] { "/en/", "/en/places", "/en/import", "/en/nothing", "/api/v1/claims" })
        {
            var response = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            Assert.True(response.Headers.CacheControl!.NoStore, path);
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        }

        // A file of the program is the same for everybody.
        Assert.False((await browser.GetAsync(new Uri("/css/site.css", UriKind.Relative), Cancel)).Headers.CacheControl?.NoStore ?? false);
    }

    [Theory]
    [InlineData("/en/account/x.css")]
    [InlineData("/en/account;.js")]
    [InlineData("/en/account%2f.png")]
    [InlineData("/en/account/.css")]
    [InlineData("/en/account%0a.css")]
    [InlineData("/en/account%23.css")]
    [InlineData("/en/account%3f.css")]
    [InlineData("/en/import/x.css")]
    [InlineData("/account/x.css")]
    public async Task R40_a_private_page_has_no_second_address_that_looks_like_a_file(string path)
    {
        var response = await demo.Browser(new TestPerson("Cached", NetworkRole.Curator)).GetAsync(new Uri(path, UriKind.Relative), Cancel);
        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path} answered {response.StatusCode}");
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task R40_no_unkeyed_header_changes_a_page()
    {
        var plain = await TextAsync([]);
        foreach (var (name, value) in new[]
        {
            ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/evil"), ("X-Original-URL", "/en/import"), ("X-Rewrite-URL", "/en/import"),
            ("X-HTTP-Method-Override", "DELETE"), ("Forwarded", "host=evil.example;proto=https"), ("X-Host", "evil.example"), ("X-Forwarded-Server", "evil.example"),
            ("X-Forwarded-For", "1.2.3.4"), ("Origin", "https://evil.example"), ("Referer", "https://evil.example/"), ("HX-Request", "true"), ("User-Agent", "evil-agent"), ("Cookie", "lang=ro"),
        })
        {
            Assert.Equal(plain, await TextAsync([(name, value)]));
        }

        Assert.DoesNotContain("evil", plain, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync((string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/places");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await demo.Visitor().SendAsync(request, Cancel);
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string address, int? status)
    {
        var response = await browser.GetAsync(new Uri(address), Cancel);
        if (status is not null)
            Assert.Equal(status, (int)response.StatusCode);
        return response;
    }

    private static void Complete(HttpResponseMessage response, bool https)
    {
        string One(string name) => Assert.Single(response.Headers.GetValues(name));
        var isPage = response.Content.Headers.ContentType is not { MediaType: not "text/html" };
        Assert.Equal(isPage ? SecurityHeaders.PagePolicy : SecurityHeaders.DataPolicy, One("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", One("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(isPage, response.Headers.Contains("Reporting-Endpoints"));
        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Contains(One("Referrer-Policy"), new[] { "strict-origin-when-cross-origin", "no-referrer" });
        Assert.Equal("same-origin", One("Cross-Origin-Opener-Policy"));
        Assert.Contains(One("Cross-Origin-Resource-Policy"), new[] { "same-origin", "cross-origin" });
        Assert.Contains("geolocation=()", One("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server") || response.Headers.Contains("X-Powered-By"));
        Assert.Equal(https, response.Headers.Contains("Strict-Transport-Security"));
        if (response.Headers.Contains("Set-Cookie"))
            Assert.True(response.Headers.CacheControl!.NoStore);
    }
}

/// <summary>An empty site with the limits that people get.</summary>
public sealed class StrictSite : SqliteSite
{
    protected override int LimitFactor => 1;
}
