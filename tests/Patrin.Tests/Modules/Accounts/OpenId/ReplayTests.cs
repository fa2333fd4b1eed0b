using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.OpenId.ProviderSite;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.OpenId;

public sealed class ReplayOnSqlite(SqliteOpenId site) : ReplayTests(site), IClassFixture<SqliteOpenId>;

public sealed class ReplayOnPostgres(PostgresOpenId site) : ReplayTests(site), IClassFixture<PostgresOpenId>;

/// <summary>What came back from the provider once works for one browser and once; a stolen or changed part opens nothing.</summary>
public abstract class ReplayTests(Site site)
{
    private const string Over = "/sign-in?said=over", Provider = "/en/sign-in?said=provider";

    [Fact]
    public async Task R26_the_way_back_works_in_the_browser_that_left_and_there_once()
    {
        var person = await ConnectedAsync("Replay State");
        var back = await AskAsync(await LeaveAsync(person));
        Assert.EndsWith(Over, await ReturnAsync(new Person(site, "Replay Stranger"), back), StringComparison.Ordinal);
        Assert.StartsWith("/en/sign-in/openid/done", await ReturnAsync(person, back), StringComparison.Ordinal);
        Assert.EndsWith(Over, await ReturnAsync(person, back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R26_a_code_works_once_even_for_somebody_who_copied_the_cookies()
    {
        await ConnectedAsync("Replay Code");
        var browser = Bare();
        var left = await browser.GetAsync(new Uri("/en/sign-in/openid?next=/account", UriKind.Relative), Cancel);
        var back = await AskAsync(left.Headers.Location!);
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", left.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        var first = await browser.GetAsync(back, Cancel);
        Assert.Contains(first.Headers.GetValues("Set-Cookie"), c => c.StartsWith("patrin-openid=", StringComparison.Ordinal));
        var second = await browser.GetAsync(back, Cancel);
        Assert.Equal(Provider, second.Headers.Location!.OriginalString);
        Assert.DoesNotContain(second.Headers.GetValues("Set-Cookie"), c => c.StartsWith("patrin-openid=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R26_an_answer_made_for_another_question_is_refused()
    {
        var person = await ConnectedAsync("Replay Nonce");
        // The state is this browser's, the nonce of the provider's answer is of somebody else's question.
        var (own, other) = ((await LeaveAsync(person)).OriginalString, (await LeaveAsync(new Person(site, "Replay Nonce Other"))).OriginalString);
        var mixed = own.Replace(Part(own, "nonce"), Part(other, "nonce"), StringComparison.Ordinal);
        Assert.NotEqual(own, mixed);
        Assert.Equal(Provider, await ReturnAsync(person, await AskAsync(new Uri(mixed))));
        Assert.False(await person.IsInAsync());
    }

    [Fact]
    public async Task R26_a_code_given_to_another_question_is_refused()
    {
        var person = await ConnectedAsync("Replay Mixed");
        var own = (await AskAsync(await LeaveAsync(person))).OriginalString;
        var other = (await AskAsync(await LeaveAsync(new Person(site, "Replay Mixed Other")))).OriginalString;
        var mixed = own.Replace(Part(own, "code"), Part(other, "code"), StringComparison.Ordinal);
        Assert.NotEqual(own, mixed);
        Assert.Equal(Provider, await ReturnAsync(person, new Uri(mixed)));
        Assert.False(await person.IsInAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=x&state=y")]
    [InlineData("?error=server_error&state=y")]
    [InlineData("?state=%00&code=%FF")]
    public async Task U1_a_way_back_that_nobody_left_by_leads_to_the_sign_in(string query) =>
        Assert.EndsWith(Over, await ReturnAsync(new Person(site, "Replay Nobody"), new Uri("http://localhost/sign-in/openid/back" + query)), StringComparison.Ordinal);

    private async Task<Person> ConnectedAsync(string name)
    {
        await site.ConnectedAsync(await site.AccountAsync(new(name), password: null), "s-" + name);
        ((IProviderSite)site).Provider.Subject = "s-" + name;
        return new Person(site, name);
    }

    private HttpClient Bare()
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        return site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("http://localhost") });
    }

    private static string Part(string address, string name) => Regex.Match(address, $"(?<=[?&]{name}=)[^&]+").Value;
}
