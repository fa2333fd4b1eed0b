using System.Net;
using Patrin.Platform.Access;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Web;

/// <summary>Limits must stop those who flood, not those who work.</summary>
public sealed class RequestRatesTests(StrictSite site) : IClassFixture<StrictSite>
{
    [Fact]
    public async Task A_curator_may_decide_about_more_claims_in_an_hour_than_documents_may_be_read_in()
    {
        var browser = site.Browser(new TestPerson("Busy curator", NetworkRole.Curator));
        for (var answered = 0; answered < 22;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/en/import/{Guid.Empty}?handler=Decide");
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                answered++;
                continue;
            }
            // Five a second is the limit of any writing; how soon it opens again depends on how busy the machine is.
            Assert.DoesNotContain("\"import\"", string.Join(", ", response.Headers.GetValues("RateLimit-Policy")), StringComparison.Ordinal);
            await Task.Delay(response.Headers.RetryAfter!.Delta!.Value, TestContext.Current.CancellationToken);
        }
    }
}
