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
        for (var i = 0; i < 22; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/en/import/{Guid.Empty}?handler=Decide");
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
            // Below the five a second that any account may write.
            await Task.Delay(230, TestContext.Current.CancellationToken);
        }
    }
}
