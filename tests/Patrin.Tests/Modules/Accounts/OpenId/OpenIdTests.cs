using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.OpenId.ProviderSite;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.OpenId;

public sealed class OpenIdOnSqlite(SqliteOpenId site) : OpenIdTests(site), IClassFixture<SqliteOpenId>;

public sealed class OpenIdOnPostgres(PostgresOpenId site) : OpenIdTests(site), IClassFixture<PostgresOpenId>;

/// <summary>Against a real provider that runs beside the site.</summary>
public abstract class OpenIdTests(Site site)
{
    private Provider Provider => ((IProviderSite)site).Provider;

    [Fact]
    public async Task A_connected_login_opens_the_account_whatever_mail_address_the_provider_names()
    {
        await site.AccountAsync(new("Login Known"));
        (Provider.Subject, Provider.Mail, Provider.Verified) = ("s-known", "login.known@example.org", true);
        var person = new Person(site, "Login Known");
        await person.PasswordAsync();
        Assert.Equal("/en/account/security?said=connected", await ConnectAsync(person));
        (Provider.Mail, Provider.Verified) = ("other@example.org", false);
        var again = new Person(site, "Login Known");
        Assert.Equal("/en/account", await GoAsync(again));
        Assert.True(await again.IsInAsync());
    }

    [Theory]
    [InlineData("login.same@example.org", false)]
    [InlineData("login.same@example.org", true)]
    [InlineData("nobody.at.all@example.org", true)]
    public async Task A_mail_address_alone_opens_nothing_connects_nothing_and_makes_no_account(string mail, bool verified)
    {
        await site.AccountAsync(new("Login Same"), password: null);
        (Provider.Subject, Provider.Mail, Provider.Verified) = ($"s-{mail}-{verified}", mail, verified);
        var before = await site.RowsAsync(db => db.Accounts.CountAsync(Cancel));
        var person = new Person(site, "Login Same");
        Assert.Equal("/en/sign-in?said=openid", await GoAsync(person));
        Assert.Contains("belongs to no account here", (await person.PageAsync("/sign-in?said=openid")).Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await person.IsInAsync());
        Assert.Equal(before, await site.RowsAsync(db => db.Accounts.CountAsync(Cancel)));
        Assert.False(await site.IsConnectedAsync(Provider.Subject));
    }

    [Fact]
    public async Task The_provider_is_asked_who_it_is_and_for_nothing_else()
    {
        var asked = (await LeaveAsync(new Person(site, "Login Asked"))).Query;
        Assert.Contains("scope=openid&", asked, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R27_a_login_is_connected_only_after_a_fresh_proof()
    {
        var id = await site.AccountAsync(new("Login Proof"));
        Provider.Subject = "s-proof";
        var person = new Person(site, "Login Proof");
        await person.PasswordAsync();
        var old = DateTime.UtcNow - FreshProof.Lasts - TimeSpan.FromMinutes(1);
        await site.RowsAsync(db => db.Sessions.Where(s => s.AccountId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, old), Cancel));
        Assert.StartsWith("/en/account/prove?next=", await ConnectAsync(person), StringComparison.Ordinal);
        Assert.False(await site.IsConnectedAsync("s-proof"));
        await person.PostAsync("/account/prove", null, ("Password", Password));
        Assert.Equal("/en/account/security?said=connected", (await person.PostAsync("/sign-in/openid/done", null)).Headers.Location!.OriginalString);
        Assert.True(await site.IsConnectedAsync("s-proof"));
    }

    [Fact]
    public async Task A_login_of_somebody_else_is_not_taken_over()
    {
        await site.ConnectedAsync(await site.AccountAsync(new("Login Owner")), "s-owner");
        await site.AccountAsync(new("Login Thief"));
        Provider.Subject = "s-owner";
        var thief = new Person(site, "Login Thief");
        await thief.PasswordAsync();
        Assert.Equal("/en/account/security?said=taken", await ConnectAsync(thief));
        Assert.Equal("/en/account", await GoAsync(new Person(site, "Login Owner")));
        var owner = await site.RowsAsync(db => db.Set<IdentityUserLogin<Guid>>().Where(l => l.ProviderKey == "s-owner")
            .Join(db.Accounts, l => l.UserId, a => a.Id, (_, a) => a.DisplayName).SingleAsync(Cancel));
        Assert.Equal("Login Owner", owner);
    }

    [Fact]
    public async Task R26_connecting_and_disconnecting_end_the_other_sessions_and_renew_stamp_and_own_session()
    {
        var id = await site.AccountAsync(new("Login Change"));
        Provider.Subject = "s-change";
        var (person, other) = (new Person(site, "Login Change"), new Person(site, "Login Change"));
        await person.PasswordAsync();
        foreach (var change in new Func<Task<string>>[] { () => ConnectAsync(person), () => DisconnectAsync(person) })
        {
            await other.PasswordAsync();
            Assert.True(await other.IsInAsync());
            var (stamp, sessions) = (await StampAsync(id), await SecretsAsync(id));
            Assert.StartsWith("/en/account/security?said=", await change(), StringComparison.Ordinal);
            Assert.NotEqual(stamp, await StampAsync(id));
            Assert.False(await other.IsInAsync());
            Assert.True(await person.IsInAsync());
            Assert.DoesNotContain(Assert.Single(await SecretsAsync(id)), sessions);
        }

        Assert.False(await site.IsConnectedAsync("s-change"));
        var record = id.ToString();
        string[] changes = ["login.connect", "login.remove"];
        Assert.Equal(changes, await site.RowsAsync(db => db.Set<AuditEntry>().Where(e => changes.Contains(e.Action) && e.RecordId == record).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Cancel)));
    }

    [Theory]
    [InlineData("low", "/en/sign-in/code")]
    [InlineData("high", "/en/account")]
    public async Task R27_the_code_is_left_out_only_when_the_provider_says_it_asked_for_a_second_factor(string acr, string leads)
    {
        await WithAppAsync(new("Login Factor " + acr), "s-" + acr);
        (Provider.Subject, Provider.Acr) = ("s-" + acr, acr);
        Assert.Equal(leads, await GoAsync(new Person(site, "Login Factor " + acr)));
    }

    [Theory]
    [InlineData(NetworkRole.Administrator)]
    [InlineData(NetworkRole.Moderator)]
    [InlineData(NetworkRole.Curator)]
    public async Task R27_whatever_the_provider_says_a_privileged_role_needs_a_factor_of_this_site(NetworkRole role)
    {
        await WithAppAsync(new("Login App " + role, role), "s-app-" + role);
        (Provider.Subject, Provider.Acr) = ("s-app-" + role, "high");
        Assert.Equal("/en/sign-in/code", await GoAsync(new Person(site, "Login App " + role)));

        var id = await site.AccountAsync(new("Login Bare " + role, role));
        await site.ConnectedAsync(id, "s-bare-" + role);
        Provider.Subject = "s-bare-" + role;
        var bare = new Person(site, "Login Bare " + role);
        Assert.Equal("/en/account", await GoAsync(bare));
        Assert.False(await site.RowsAsync(db => db.Sessions.Where(s => s.AccountId == id).Select(s => s.SecondFactor).SingleAsync(Cancel)));
    }

    /// <summary>A browser holds stricter cookies back on the way from another site.</summary>
    [Fact]
    public async Task The_second_step_begins_on_the_way_back_from_another_site()
    {
        await WithAppAsync(new("Login Step"), "s-step");
        (Provider.Subject, Provider.Acr) = ("s-step", "low");
        var person = new Person(site, "Login Step");
        var done = await ReturnAsync(person, await AskAsync(await LeaveAsync(person)));
        var answer = await person.Browser.GetAsync(new Uri(done, UriKind.Relative), Cancel);
        Assert.Contains("samesite=lax", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("patrin-step=", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private async Task WithAppAsync(TestPerson person, string subject)
    {
        var id = await site.AccountAsync(person, password: null);
        await site.RowsAsync(db => db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.AuthenticatorKey, "sealed"), Cancel));
        await site.ConnectedAsync(id, subject);
    }

    private static async Task<string> DisconnectAsync(Person person) =>
        (await person.PostAsync("/account/security", "/account/security?handler=disconnect")).Headers.Location!.OriginalString;

    private Task<string?> StampAsync(Guid id) => site.RowsAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.SecurityStamp).SingleAsync(Cancel));

    private Task<List<string>> SecretsAsync(Guid id) => site.RowsAsync(db => db.Sessions.Where(s => s.AccountId == id).Select(s => s.TokenHash).ToListAsync(Cancel));
}
