using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.OpenId;

public sealed class SqliteOpenId : SqliteSite, IProviderSite, IAsyncLifetime
{
    public Provider Provider { get; } = new();

    public async ValueTask InitializeAsync() => await Provider.StartAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ProviderSite.Write(DataDirectory, Provider);
        base.ConfigureWebHost(builder);
    }
}

public sealed class PostgresOpenId : PostgresSite, IProviderSite, IAsyncLifetime
{
    public Provider Provider { get; } = new();

    public async ValueTask InitializeAsync() => await Provider.StartAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ProviderSite.Write(DataDirectory, Provider);
        base.ConfigureWebHost(builder);
    }
}

public interface IProviderSite
{
    Provider Provider { get; }
}

internal static class ProviderSite
{
    public static void Write(string directory, Provider provider) => File.WriteAllText(Path.Combine(directory, "settings.json"), JsonSerializer.Serialize(new
    {
        OpenId = new { Name = "Test login", Authority = provider.Address, ClientId = "patrin", ClientSecret = "not a secret: a test", SecondFactorAcr = new[] { "high" } },
    }));
}

public sealed class OpenIdOnSqlite(SqliteOpenId site) : OpenIdTests(site), IClassFixture<SqliteOpenId>;

public sealed class OpenIdOnPostgres(PostgresOpenId site) : OpenIdTests(site), IClassFixture<PostgresOpenId>;

/// <summary>Against a real provider that runs beside the site.</summary>
public abstract class OpenIdTests(Site site)
{
    private Provider Provider => ((IProviderSite)site).Provider;

    [Fact]
    public async Task A_login_whose_address_both_have_checked_opens_the_account_and_stays_connected()
    {
        await site.AccountAsync(new("Login Known"), password: null);
        (Provider.Subject, Provider.Mail, Provider.Verified) = ("s-known", "login.known@example.org", true);
        var person = new Person(site, "Login Known");
        Assert.Equal("/en/account", await GoAsync(person));
        Assert.True(await person.IsInAsync());
        (Provider.Mail, Provider.Verified) = ("other@example.org", false);
        var again = new Person(site, "Login Known");
        Assert.Equal("/en/account", await GoAsync(again));
    }

    [Theory]
    [InlineData("login.unverified@example.org", false)]
    [InlineData("nobody.at.all@example.org", true)]
    public async Task An_unchecked_address_opens_nothing_and_an_unknown_one_makes_no_account(string mail, bool verified)
    {
        await site.AccountAsync(new("Login Unverified"), password: null);
        (Provider.Subject, Provider.Mail, Provider.Verified) = ("s-" + mail, mail, verified);
        var before = await site.RowsAsync(db => db.Accounts.CountAsync(Cancel));
        var person = new Person(site, "Login Unverified");
        Assert.Equal("/en/sign-in?said=openid", await GoAsync(person));
        Assert.False(await person.IsInAsync());
        Assert.Equal(before, await site.RowsAsync(db => db.Accounts.CountAsync(Cancel)));
        Assert.False(await site.RowsAsync(db => db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => l.ProviderKey == Provider.Subject, Cancel)));
    }

    [Theory]
    [InlineData("low", "/en/sign-in/code")]
    [InlineData("high", "/en/account")]
    public async Task R27_a_login_skips_the_second_factor_only_when_the_provider_says_it_asked_for_one(string acr, string leads)
    {
        var id = await site.AccountAsync(new("Login Factor " + acr), password: null);
        await site.RowsAsync(db => db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.AuthenticatorKey, "sealed"), Cancel));
        (Provider.Subject, Provider.Mail, Provider.Verified, Provider.Acr) = ("s-" + acr, $"login.factor.{acr}@example.org", true, acr);
        Assert.Equal(leads, await GoAsync(new Person(site, "Login Factor " + acr)));
        Provider.Acr = "low";
    }

    /// <summary>Follows the way to the provider and back as a browser does; returns where it ends.</summary>
    private static async Task<string> GoAsync(Person person)
    {
        var start = await person.GetAsync("/sign-in/openid?next=/account");
        using var outside = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var back = (await outside.GetAsync(start.Headers.Location, Cancel)).Headers.Location!;
        Assert.StartsWith("http://localhost/sign-in/openid/back?", back.OriginalString, StringComparison.Ordinal);
        var done = (await person.Browser.GetAsync(back, Cancel)).Headers.Location!;
        return (await person.Browser.GetAsync(done, Cancel)).Headers.Location!.OriginalString;
    }
}
