using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Modules.People.Factors;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Roles;
using Patrin.Modules.People.SignIn;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Secrets;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.Nodes;

public sealed class NodesOnSqlite(SqliteSite site) : NodesTests(site), IClassFixture<SqliteSite>;

public sealed class NodesOnPostgres(PostgresSite site) : NodesTests(site), IClassFixture<PostgresSite>;

/// <summary>Two nodes over one database: what one ends is over on the other.</summary>
public abstract class NodesTests(Site site)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2), RingSeen = TimeSpan.FromSeconds(10);

    private async Task<Node> OtherAsync()
    {
        // The first is up before the second: it makes the database and the master key.
        await site.RowsAsync(db => db.Set<ThrottledTry>().ExecuteDeleteAsync(Cancel));
        return new(site);
    }

    [Fact]
    public async Task R24_ten_failures_count_wherever_they_arrive_and_after_a_restart()
    {
        await using var other = await OtherAsync();
        await site.AccountAsync(new("Node Guessed"));
        for (var i = 0; i < SignInLimits.PerAccount; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await new Person(i % 2 == 0 ? site : other, "Node Guessed").PasswordAsync("wrong password here")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await new Person(other, "Node Guessed").PasswordAsync()).StatusCode);
        await using var restarted = new Node(site);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await new Person(restarted, "Node Guessed").PasswordAsync()).StatusCode);
    }

    [Fact]
    public async Task R26_a_session_that_ended_or_whose_account_was_stopped_is_over_on_the_other_node_within_two_seconds()
    {
        await using var other = await OtherAsync();
        var person = new TestPerson("Node Stopped");
        var (cookie, kept) = (People.SignIn(site.Services, person), People.SignIn(site.Services, person));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, cookie, "/en/account"));
        var hash = RandomToken.Hash(cookie);
        await site.RowsAsync(db => db.Sessions.Where(s => s.TokenHash == hash).ExecuteDeleteAsync(Cancel));
        await SoonAsync(AtOnce, async () => await StatusAsync(other, cookie, "/en/account") == HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, kept, "/en/account"));
        await site.RowsAsync(db => db.Accounts.Where(a => a.Email == person.Mail).ExecuteUpdateAsync(s => s.SetProperty(a => a.State, AccountState.Disabled), Cancel));
        await SoonAsync(AtOnce, async () => await StatusAsync(other, kept, "/en/account") == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task R33_a_role_that_was_taken_away_counts_on_the_other_node_within_two_seconds()
    {
        await using var other = await OtherAsync();
        var (person, chief) = (new TestPerson("Node Demoted", NetworkRole.Administrator), new TestPerson("Node Chief", NetworkRole.Administrator));
        var chiefId = await People.AccountAsync(site, chief);
        var cookie = People.SignIn(site.Services, person);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, cookie, "/en/admin/roles"));
        var grant = await site.RowsAsync(db => db.RoleGrants.Where(g => g.Account.Email == person.Mail).Select(g => g.Id).SingleAsync(Cancel));
        var actor = new Actor(chief.Name) { AccountId = chiefId, Roles = new HashSet<NetworkRole> { NetworkRole.Administrator }, SecondFactor = true, ProvedAt = DateTime.UtcNow };
        await site.WithAsync<ChangeRoles, bool>(async roles =>
        {
            await roles.EndAsync(grant, "A test of two nodes.", actor, Cancel);
            return true;
        });
        await SoonAsync(AtOnce, async () => await StatusAsync(other, cookie, "/en/admin/roles") != HttpStatusCode.OK);
    }

    [Fact]
    public async Task R29_nodes_share_the_ring_and_revoke_all_on_one_voids_everything_on_the_other_within_ten_seconds()
    {
        await using var other = await OtherAsync();
        var person = new TestPerson("Node Revoked");
        var cookie = People.SignIn(site.Services, person);
        var link = await site.RowsAsync(async db =>
        {
            var token = new OneTimeTokens(db, TimeProvider.System).Issue(TokenPurpose.SignIn, OneTimeTokens.Recovery, await db.Accounts.SingleAsync(a => a.Email == person.Mail, Cancel));
            await db.SaveChangesAsync(Cancel);
            return token;
        });
        var sealedHere = Protector(site).Protect("shared");
        // The very first key of a ring is used at once; another node that runs already sees it with its next look.
        await SoonAsync(RingSeen, () => Task.FromResult(!IsRefused(other, sealedHere)));
        Assert.Equal("shared", Protector(other).Unprotect(sealedHere));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, cookie, "/en/account"));
        Assert.NotNull(await other.WithAsync<OneTimeTokens, OneTimeToken?>(t => t.FindAsync(TokenPurpose.SignIn, link, Cancel)));
        // One look of the other node at the ring lies between, as after any few seconds of running.
        await Task.Delay(TimeSpan.FromSeconds(5), Cancel);
        await RevokeAllAsync();
        await SoonAsync(RingSeen, () => Task.FromResult(IsRefused(other, sealedHere)));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(other, cookie, "/en/account"));
        Assert.Null(await other.WithAsync<OneTimeTokens, OneTimeToken?>(t => t.FindAsync(TokenPurpose.SignIn, link, Cancel)));
        var sealedThere = Protector(other).Protect("new");
        await SoonAsync(RingSeen, () => Task.FromResult(!IsRefused(site, sealedThere)));
        Assert.Equal("new", Protector(site).Unprotect(sealedThere));
    }

    [Fact]
    public async Task R29_a_lost_ring_makes_forms_void_and_leaves_data_and_authenticators()
    {
        await using var first = await OtherAsync();
        var id = await site.AccountAsync(new("Node Ringless"));
        var key = RandomNumberGenerator.GetBytes(Totp.KeyBytes);
        var locked = site.Services.GetRequiredService<MasterKey>().Seal(CheckCode.KeyPurpose, key);
        await site.RowsAsync(db => db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.AuthenticatorKey, locked), Cancel));
        var form = Protector(first).Protect("form");
        await site.RowsAsync(db => db.DataProtectionKeys.ExecuteDeleteAsync(Cancel));
        await using var restarted = new Node(site);
        Assert.True(IsRefused(restarted, form));
        var person = new Person(restarted, "Node Ringless");
        Assert.EndsWith("/sign-in/code", (await person.PasswordAsync()).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/en/account", (await person.CodeAsync(Totp.Code(key, Totp.StepAt(DateTime.UtcNow)))).Headers.Location!.OriginalString);
        Assert.True(await person.IsInAsync());
        // A node that still runs notices within its next look; the other tests of this site start from there.
        await SoonAsync(RingSeen, () => Task.FromResult(!IsRefused(restarted, Protector(site).Protect("new"))));
    }

    private static IDataProtector Protector(Site node) => node.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static bool IsRefused(Site node, string text)
    {
        try
        {
            Protector(node).Unprotect(text);
            return false;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(Site node, string cookie, string path)
    {
        using var browser = node.Visitor();
        browser.DefaultRequestHeaders.Add("Cookie", "patrin=" + cookie);
        return (await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel)).StatusCode;
    }

    private static async Task SoonAsync(TimeSpan limit, Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < limit, $"Not after {watch.Elapsed.TotalSeconds:0.0} s");
            await Task.Delay(50, Cancel);
        }
    }

    private async Task RevokeAllAsync()
    {
        var start = new ProcessStartInfo("dotnet", [ServerProcess.Program, "keys", "revoke-all", "--data", site.DataDirectory]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" };
        if (site.Services.GetRequiredService<PatrinOptions>().Postgres is { } connection)
            start.Environment[PatrinOptions.DatabaseVariable] = connection;
        using var process = Process.Start(start)!;
        var (said, faults) = (await process.StandardOutput.ReadToEndAsync(Cancel), await process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode == 0, said + faults);
    }
}
