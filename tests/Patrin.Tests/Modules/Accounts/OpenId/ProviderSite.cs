using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Patrin.Modules.People.OpenId;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.OpenId;

/// <summary>A Patrin on SQLite beside a provider that it trusts.</summary>
public sealed class SqliteOpenId : SqliteSite, IProviderSite, IAsyncLifetime
{
    public Provider Provider { get; } = new();

    public TimeSpan Patience { get; set; } = ProviderSite.Long;

    public async ValueTask InitializeAsync() => await Provider.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ProviderSite.Write(DataDirectory, Provider);
        base.ConfigureWebHost(builder);
        ProviderSite.SetPatience(builder, this);
    }
}

/// <summary>A Patrin on PostgreSQL beside a provider that it trusts.</summary>
public sealed class PostgresOpenId : PostgresSite, IProviderSite, IAsyncLifetime
{
    public Provider Provider { get; } = new();

    public TimeSpan Patience { get; set; } = ProviderSite.Long;

    public async ValueTask InitializeAsync() => await Provider.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ProviderSite.Write(DataDirectory, Provider);
        base.ConfigureWebHost(builder);
        ProviderSite.SetPatience(builder, this);
    }
}

public interface IProviderSite
{
    Provider Provider { get; }

    /// <summary>How long the site waits for its provider; counts after <see cref="ProviderSite.Forget"/>.</summary>
    TimeSpan Patience { get; set; }
}

/// <summary>The way to the provider and back, as a browser goes it.</summary>
internal static class ProviderSite
{
    public const string Name = "Test login";

    /// <summary>A busy machine takes its time; <see cref="Product"/> is what the product waits.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(60), Product = TimeSpan.FromSeconds(5);

    public static void SetPatience(IWebHostBuilder builder, IProviderSite site) => builder.ConfigureTestServices(s => s.Configure<OpenIdConnectOptions>(OpenIdSetup.SchemeName, o =>
    {
        Assert.Equal(Product, o.BackchannelTimeout);
        o.BackchannelTimeout = site.Patience;
    }));

    public static void Write(string directory, Provider provider) => File.WriteAllText(Path.Combine(directory, "settings.json"), JsonSerializer.Serialize(new
    {
        OpenId = new { Name, Authority = provider.Address, ClientId = "patrin", ClientSecret = "not a secret: a test", SecondFactorAcr = new[] { "high" } },
    }));

    /// <summary>What the site keeps of the provider is forgotten, as after a restart.</summary>
    public static void Forget(Site site) => site.Services.GetRequiredService<IOptionsMonitorCache<OpenIdConnectOptions>>().TryRemove(OpenIdSetup.SchemeName);

    /// <summary>Leaves for the provider; returns its address with the question.</summary>
    public static async Task<Uri> LeaveAsync(Person person) => (await person.GetAsync("/sign-in/openid?next=/account")).Headers.Location!;

    /// <summary>The provider's answer: the address to come back to.</summary>
    public static async Task<Uri> AskAsync(Uri question)
    {
        using var outside = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var back = (await outside.GetAsync(question, Cancel)).Headers.Location!;
        Assert.StartsWith("http://localhost/sign-in/openid/back?", back.OriginalString, StringComparison.Ordinal);
        return back;
    }

    /// <summary>Comes back; returns where the site leads to.</summary>
    public static async Task<string> ReturnAsync(Person person, Uri back)
    {
        var answer = await person.Browser.GetAsync(back, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>All the way of somebody who is not signed in; returns where it ends.</summary>
    public static async Task<string> GoAsync(Person person)
    {
        var done = await ReturnAsync(person, await AskAsync(await LeaveAsync(person)));
        return done.Contains("said=", StringComparison.Ordinal) ? done : (await person.Browser.GetAsync(new Uri(done, UriKind.Relative), Cancel)).Headers.Location!.OriginalString;
    }

    /// <summary>Connects the provider's login with the account that is signed in; returns where it ends.</summary>
    public static async Task<string> ConnectAsync(Person person)
    {
        Assert.StartsWith("/en/sign-in/openid/done", await ReturnAsync(person, await AskAsync(await LeaveAsync(person))), StringComparison.Ordinal);
        return (await person.PostAsync("/sign-in/openid/done", null)).Headers.Location!.OriginalString;
    }

    /// <summary>Puts a connection straight into the database.</summary>
    public static Task ConnectedAsync(this Site site, Guid account, string subject) => site.RowsAsync(db =>
    {
        db.Add(new IdentityUserLogin<Guid> { LoginProvider = ((IProviderSite)site).Provider.Address + "/", ProviderKey = subject, UserId = account, ProviderDisplayName = Name });
        return db.SaveChangesAsync(Cancel);
    });

    public static Task<bool> IsConnectedAsync(this Site site, string subject) =>
        site.RowsAsync(db => db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => l.ProviderKey == subject, Cancel));
}
