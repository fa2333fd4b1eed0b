using System.Net;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Web;

/// <summary>The site's own address decides, not what a request says about itself.</summary>
public sealed class HostTests(HttpsSite site) : IClassFixture<HttpsSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://patrin.example.org/en/", 200)]
    [InlineData("https://PATRIN.example.org/en/", 200)]
    [InlineData("https://alias.example.org/en/", 200)]
    [InlineData("https://localhost/en/", 400)]
    [InlineData("https://127.0.0.1/en/", 400)]
    [InlineData("https://evil.example/en/", 400)]
    [InlineData("https://patrin.example.org.evil.example/en/", 400)]
    [InlineData("https://evil.patrin.example.org/en/", 400)]
    [InlineData("https://evil.example/health/live", 400)]
    public async Task R43_only_the_own_names_are_answered(string address, int status) => Assert.Equal(status, (int)(await GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("/en/places?q=a%20b&x=%2f", "https://patrin.example.org/en/places?q=a%20b&x=%2f")]
    [InlineData("//evil.example/en", "https://patrin.example.org//evil.example/en")]
    [InlineData("/en/a%0d%0ab", "https://patrin.example.org/en/a%0D%0Ab")]
    public async Task R43_a_plain_request_for_a_page_is_sent_to_https(string path, string to)
    {
        var response = await GetAsync("http://alias.example.org" + path);
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(to, response.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task R43_a_plain_request_of_a_program_is_refused()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("http://patrin.example.org/api/v1/claims")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Visitor().PostAsync(new Uri("http://patrin.example.org/en/error"), null, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("10.0.0.5", "https", 200)]
    [InlineData("10.1.7.8", "https", 200)]
    [InlineData("10.0.0.5", "http", 308)]
    [InlineData("127.0.0.1", "https", 308)]
    [InlineData("::1", "https", 308)]
    [InlineData("10.0.0.6", "https", 308)]
    [InlineData("192.168.1.1", "https", 308)]
    public async Task R43_only_a_configured_proxy_is_believed(string peer, string scheme, int status)
    {
        Assert.Equal(status, (int)(await GetAsync("http://patrin.example.org/en/", ("X-Test-Peer", peer), ("X-Forwarded-Proto", scheme), ("X-Forwarded-For", "203.0.113.9"))).StatusCode);
        Assert.Equal(308, (int)(await GetAsync("http://patrin.example.org/en/", ("X-Test-Peer", peer), ("Forwarded", "proto=https;host=evil.example"))).StatusCode);
    }

    [Fact]
    public async Task R43_a_forwarded_host_counts_for_nobody()
    {
        var answer = await GetAsync("https://patrin.example.org/en/", ("X-Test-Peer", "10.0.0.5"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R43_while_unclaimed_and_on_this_machine_only_its_own_names_are_answered()
    {
        await using var empty = new UnclaimedSite();
        foreach (var (host, status) in new[] { ("localhost", 503), ("127.0.0.1", 503), ("[::1]", 503), ("example.org", 400), ("localhost.example.org", 400) })
            Assert.Equal(status, (int)(await empty.Visitor().GetAsync(new Uri($"http://{host}/en/"), Cancel)).StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await site.Visitor().SendAsync(request, Cancel);
    }
}

/// <summary>At its first run.</summary>
public sealed class UnclaimedSite : SqliteSite
{
    protected override bool Claimed => false;
}
