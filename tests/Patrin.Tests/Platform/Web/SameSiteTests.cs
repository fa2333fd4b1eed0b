using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform.Data;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Web;

/// <summary>A write comes from our own pages, with their token; a read writes nothing.</summary>
public sealed class SameSiteTests(SqliteDemo site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "http://localhost:81", 403)]
    [InlineData("Origin", "https://localhost", 403)]
    [InlineData("Origin", "http://localhost.evil.example", 403)]
    [InlineData("Referer", "https://evil.example/http://localhost/", 403)]
    [InlineData("X-Nothing", "x", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 400)]
    [InlineData("Origin", "http://localhost", 400)]
    [InlineData("Referer", "http://localhost/en/import", 400)]
    public async Task R38_a_write_with_cookies_must_prove_where_it_comes_from_and_carry_the_token(string header, string value, int status)
    {
        foreach (var path in new[] { "/en/import", "/en/demo", "/en/sign-in", "/en/sign-out" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("Cookie", "patrin=" + People.SignIn(site.Services, People.CuratorAndSecretariat));
            request.Headers.TryAddWithoutValidation(header, value);
            using var browser = site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") });
            var answer = (int)(await browser.SendAsync(request, Cancel)).StatusCode;
            // A page that is not there (yet) refuses as well.
            Assert.True(answer == status || (status == 400 && answer is 404 or 405), $"{path}: {answer}");
        }
    }

    [Theory]
    [InlineData("text/plain", "{\"a\":1,\"__RequestVerificationToken\":\"x\"}")]
    [InlineData("application/json", "{\"__RequestVerificationToken\":\"x\"}")]
    [InlineData("application/x-www-form-urlencoded", "__RequestVerificationToken=x&Form.Text=y")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\nx\r\n--b--\r\n")]
    public async Task R38_no_way_of_writing_a_body_gets_round_the_token(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Browser().PostAsync(new Uri("/en/import", UriKind.Relative), content, Cancel)).StatusCode);
    }

    [Fact]
    public async Task R38_reading_changes_nothing()
    {
        var browser = site.Browser();
        var before = await StateAsync();
        foreach (var path in new[] { "/en/", "/en/places", "/en/places/map", "/en/sources", "/en/import", "/en/twinning", "/en/twinning/rounds/new", "/en/programmes", "/en/codes", "/en/demo", "/en/sign-out", "/en/sign-in", "/en/setup", "/api/v1/claims", "/en/places.csv", "/en/nothing" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
            {
                using var request = new HttpRequestMessage(method, path);
                var answer = await browser.SendAsync(request, Cancel);
                Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {answer.StatusCode}");
                Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
            }
        }

        Assert.Equal(before, await StateAsync());
    }

    /// <summary>How many rows each table has. Sessions are opened by other tests of the same site at the same time.</summary>
    private async Task<string> StateAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var lines = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).Distinct().Except(["sessions", "accounts", "role_grants", "key_ring", "periodic_runs", "audit_entries", "audit_head"]).Order())
            lines.Add($"{table} {(await db.Database.SqlQueryRaw<long>(Count(table!)).ToListAsync(Cancel))[0]}");
        return string.Join('\n', lines);
        static string Count(string table) => $"SELECT count(*) AS \"Value\" FROM {table}";
    }
}
