using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.SignIn;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.SignIn;

public sealed class GuessingOnSqlite(SqlitePeople site) : GuessingTests(site), IClassFixture<SqlitePeople>;

public sealed class GuessingOnPostgres(PostgresPeople site) : GuessingTests(site), IClassFixture<PostgresPeople>;

/// <summary>Patient attackers: slower than the quarter of an hour, over many accounts, between the owner's own sign-ins.</summary>
public abstract class GuessingTests(Site site)
{
    private void Wait(TimeSpan time) => ((IPeopleSite)site).Clock.Advance(time);

    /// <summary>One wrong password from a network; false when it is not looked at any more.</summary>
    private Task<bool> GuessAsync(string mail, string network) => site.WithAsync<SignInLimits, bool>(async limits =>
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(network) } };
        try
        {
            await limits.PasswordAsync(mail, http, Cancel);
            return true;
        }
        catch (Exception e) when (e is TooManyTries or RuleBroken)
        {
            return false;
        }
    });

    [Fact]
    public async Task R24_a_hundred_failures_in_all_need_a_new_password_even_when_the_owner_signs_in_between()
    {
        await site.RowsAsync(db => db.Set<ThrottledTry>().ExecuteDeleteAsync(Cancel));
        await site.AccountAsync(new("Guessed Slowly"));
        var owner = new Person(site, "Guessed Slowly");
        for (var i = 0; i < SignInLimits.PerAccountInAll; i++)
        {
            Assert.True(await GuessAsync(owner.Mail, $"198.51.100.{i}"), "guess " + i);
            if (i % 9 == 8)
                Wait(TimeSpan.FromMinutes(16));
            if (i == 50)
                Assert.Equal(HttpStatusCode.Redirect, (await owner.PasswordAsync()).StatusCode);
            if (i == 60)
                Assert.Equal(HttpStatusCode.Redirect, (await new Person(site, "Guessed Slowly").PasswordAsync()).StatusCode);
        }

        Wait(TimeSpan.FromDays(400));
        var stranger = await new Person(site, "Guessed Slowly").PasswordAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        Assert.Contains("too many wrong passwords", await stranger.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PasswordAsync()).StatusCode);
        Assert.Equal("/account/security", await owner.LinkAsync());
        await owner.PostAsync("/sign-in/reset", null, ("Mail", owner.Mail));
        await owner.PostAsync(await owner.LinkAsync(), null, ("Password", "amber window thirty goats"));
        Assert.Equal(HttpStatusCode.Redirect, (await new Person(site, "Guessed Slowly").PasswordAsync("amber window thirty goats")).StatusCode);
    }

    [Fact]
    public async Task R24_spraying_a_thousand_accounts_slowly_from_one_source_ends_at_a_hundred()
    {
        await site.RowsAsync(db => db.Set<ThrottledTry>().ExecuteDeleteAsync(Cancel));
        var looked = 0;
        for (var i = 0; i < 1000; i++)
        {
            if (await GuessAsync($"sprayed{i}@example.org", "203.0.113.7"))
                looked++;
            if (i % 20 == 19)
                Wait(TimeSpan.FromMinutes(6));
        }

        Assert.Equal(SignInLimits.PerNetworkInAll, looked);
        Assert.True(await GuessAsync("sprayed1@example.org", "203.0.113.8"), "another source is not stopped");
    }

    [Fact]
    public async Task What_is_over_is_removed_and_what_works_stays()
    {
        var id = await site.AccountAsync(new("Over And Out"), password: null);
        var now = ((IPeopleSite)site).Clock.GetUtcNow().UtcDateTime;
        await site.RowsAsync(async db =>
        {
            foreach (var minutes in new[] { -1, 5 })
            {
                db.Add(new HalfSignIn { TokenHash = $"half{minutes}", AccountId = id, Method = SignInMethod.Password, StampHash = "", EndsAt = now.AddMinutes(minutes) });
                db.Add(new OneTimeToken { Purpose = TokenPurpose.SignIn, TokenHash = $"link{minutes}", AccountId = id, EndsAt = now.AddMinutes(minutes) });
                db.Add(new Session
                {
                    TokenHash = $"session{minutes}", AccountId = id, Method = SignInMethod.Password, StartedAt = now, ProvedAt = now,
                    SeenAt = now.AddMinutes(minutes < 0 ? -61 : 0), EndsAt = now.AddHours(1),
                });
            }

            return await db.SaveChangesAsync(Cancel);
        });
        await site.RunTaskAsync("forget-sign-ins");
        Assert.Equal(["half5"], await site.RowsAsync(db => db.Set<HalfSignIn>().Where(h => h.AccountId == id).Select(h => h.TokenHash).ToListAsync(Cancel)));
        Assert.Equal(["link5"], await site.RowsAsync(db => db.Set<OneTimeToken>().Where(t => t.AccountId == id).Select(t => t.TokenHash).ToListAsync(Cancel)));
        Assert.Equal(["session5"], await site.RowsAsync(db => db.Sessions.Where(s => s.AccountId == id).Select(s => s.TokenHash).ToListAsync(Cancel)));
    }
}
