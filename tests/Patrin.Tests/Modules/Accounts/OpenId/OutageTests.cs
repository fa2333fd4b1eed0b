using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.OpenId.ProviderSite;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.OpenId;

public sealed class OutageOnSqlite(SqliteOpenId site) : OutageTests(site), IClassFixture<SqliteOpenId>;

public sealed class OutageOnPostgres(PostgresOpenId site) : OutageTests(site), IClassFixture<PostgresOpenId>;

/// <summary>A provider that is down, hangs or answers rubbish: a page that says so, no fault of ours, and other ways in work on.</summary>
public abstract class OutageTests(Site site)
{
    private const string Says = "/en/sign-in?said=provider", Hangs = "hangs", Breaks = "breaks";

    /// <summary>Its answers take a moment on a busy machine.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private Provider Provider => ((IProviderSite)site).Provider;

    [Theory]
    [InlineData(Breaks)]
    [InlineData(Hangs)]
    [InlineData("500")]
    [InlineData("<html>Down for maintenance")]
    [InlineData("{}")]
    [InlineData("""{"authorization_endpoint":"not an address","token_endpoint":7}""")]
    [InlineData("""{"authorization_endpoint":"javascript:alert(1)","token_endpoint":"file:///etc/passwd"}""")]
    public async Task R22_a_provider_that_cannot_be_asked_gets_a_page_that_says_so(string trouble)
    {
        await site.AccountAsync(new("Outage Before"));
        Short(trouble);
        var person = new Person(site, "Outage Before");
        await TroubleAsync("/.well-known", trouble, async () =>
        {
            var watch = Stopwatch.StartNew();
            var answer = await person.GetAsync("/sign-in/openid?next=/account");
            Assert.True(watch.Elapsed < Product + Slack, watch.Elapsed.ToString());
            Assert.StartsWith(Says, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
            await SaysSoAsync(person, answer.Headers.Location.OriginalString);
            Assert.Equal("/en/account", (await person.PasswordAsync()).Headers.Location!.OriginalString);
        });
    }

    [Theory]
    [InlineData(Breaks)]
    [InlineData(Hangs)]
    [InlineData("500")]
    [InlineData("<html>Down for maintenance")]
    [InlineData("{}")]
    [InlineData("""{"error":"server_error"}""")]
    [InlineData("""{"token_type":"Bearer","access_token":"x","id_token":"a.b.c"}""")]
    [InlineData("""{"token_type":"Bearer","access_token":"x","id_token":"eyJhbGciOiJub25lIn0.eyJzdWIiOiJzLW91dGFnZSJ9."}""")]
    public async Task R22_a_provider_that_answers_rubbish_on_the_way_back_gets_a_page_that_says_so(string trouble)
    {
        Short(trouble);
        var person = new Person(site, "Outage After");
        var back = await AskAsync(await LeaveAsync(person));
        await TroubleAsync("/connect/token", trouble, async () =>
        {
            Assert.Equal(Says, await ReturnAsync(person, back));
            await SaysSoAsync(person, Says);
            Assert.False(await person.IsInAsync());
        });
    }

    [Theory]
    [InlineData(Breaks)]
    [InlineData("500")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}""")]
    public async Task R22_without_the_keys_of_the_provider_nobody_gets_in(string trouble)
    {
        await site.AccountAsync(new("Outage Keys"), password: null);
        Forget(site);
        var person = new Person(site, "Outage Keys");
        await TroubleAsync("/.well-known/jwks", trouble, async () => Assert.StartsWith(Says, await ReachAsync(person), StringComparison.Ordinal));
        Assert.False(await person.IsInAsync());
    }

    [Fact]
    public async Task U1_somebody_who_gives_up_at_the_provider_is_told_how_to_go_on()
    {
        Forget(site);
        var person = new Person(site, "Outage Given");
        var state = System.Web.HttpUtility.ParseQueryString((await LeaveAsync(person)).Query)["state"];
        var back = new Uri("http://localhost/sign-in/openid/back?error=access_denied&state=" + Uri.EscapeDataString(state!));
        Assert.Equal("/en/sign-in?said=stopped", await ReturnAsync(person, back));
        Assert.Contains("You stopped the sign-in with " + ProviderSite.Name, (await person.PageAsync("/sign-in?said=stopped")).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>As after a restart; nobody waits a minute for what hangs.</summary>
    private void Short(string trouble)
    {
        ((IProviderSite)site).Patience = trouble == Hangs ? Product : Long;
        Forget(site);
    }

    /// <summary>As far as it goes: the keys are read with the rest or when an answer is checked.</summary>
    private static async Task<string> ReachAsync(Person person)
    {
        var left = await LeaveAsync(person);
        return left.OriginalString.StartsWith('/') ? left.OriginalString : await ReturnAsync(person, await AskAsync(left));
    }

    private static async Task SaysSoAsync(Person person, string path)
    {
        var page = await person.GetAsync(path["/en".Length..]);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(ProviderSite.Name + " did not answer as it should.", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private async Task TroubleAsync(string path, string trouble, Func<Task> during)
    {
        Provider.Trouble = (path, http => AnswerAsync(http, trouble));
        try
        {
            await during();
        }
        finally
        {
            Provider.Trouble = null;
            Short("");
        }
    }

    private static async Task AnswerAsync(HttpContext http, string trouble)
    {
        switch (trouble)
        {
            case Breaks:
                http.Abort();
                break;
            case Hangs:
                await Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case "500":
                http.Response.StatusCode = 500;
                break;
            default:
                http.Response.ContentType = trouble[0] == '{' ? "application/json" : "text/html";
                await http.Response.WriteAsync(trouble);
                break;
        }
    }
}
