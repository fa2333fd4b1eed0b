using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Modules.People.Factors;
using Patrin.Modules.People.SignIn;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.SignIn;

public sealed class SignInOnSqlite(SqlitePeople site) : SignInTests(site), IClassFixture<SqlitePeople>;

public sealed class SignInOnPostgres(PostgresPeople site) : SignInTests(site), IClassFixture<PostgresPeople>;

public abstract class SignInTests(Site site)
{
    private async Task<Person> PersonAsync(string name, string? password = Password, params NetworkRole[] roles)
    {
        // Each person comes from a quiet network: attempts of other tests are forgotten.
        await site.RowsAsync(db => db.Set<ThrottledTry>().ExecuteDeleteAsync(Cancel));
        await site.AccountAsync(new(name, roles), password);
        return new(site, name);
    }

    [Fact]
    public async Task R26_the_password_opens_a_session_and_sign_out_ends_it_for_good()
    {
        var person = await PersonAsync("Plain One");
        var answer = await person.PasswordAsync(next: "/account/sessions");
        Assert.Equal("/en/account/sessions", answer.Headers.Location!.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("patrin=", StringComparison.Ordinal)).Split(';')[0];
        Assert.True(cookie.Length >= "patrin=".Length + 43, "256 bits");
        Assert.True(await person.IsInAsync());
        await person.PostAsync("/sign-out", null);
        var replay = site.Visitor();
        replay.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await replay.GetAsync(new Uri("/en/account", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task R26_a_session_ends_after_an_hour_of_silence_and_after_twelve_hours()
    {
        var person = await PersonAsync("Silent One");
        await person.PasswordAsync();
        var clock = ((IPeopleSite)site).Clock;
        for (var i = 0; i < 12; i++)
        {
            Assert.True(await person.IsInAsync());
            clock.Advance(TimeSpan.FromMinutes(59));
        }

        Assert.True(await person.IsInAsync());
        clock.Advance(TimeSpan.FromMinutes(13));
        Assert.False(await person.IsInAsync());
        await person.PasswordAsync();
        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.False(await person.IsInAsync());
    }

    [Fact]
    public async Task R26_a_changed_password_ends_every_other_session_and_a_person_ends_them_one_by_one()
    {
        var (here, there) = (await PersonAsync("Twice In"), new Person(site, "Twice In"));
        await here.PasswordAsync();
        await there.PasswordAsync();
        await here.PostAsync("/account/security", "/account/security?handler=password", ("Password", "quiet harbour eleven spoons"));
        Assert.True(await here.IsInAsync());
        Assert.False(await there.IsInAsync());
        await there.PasswordAsync("quiet harbour eleven spoons");
        var other = (await here.PageAsync("/account/sessions")).QuerySelector("input[name=session]")!.GetAttribute("value")!;
        await here.PostAsync("/account/sessions", "/account/sessions?handler=one", ("session", other));
        Assert.False(await there.IsInAsync());
        Assert.True(await here.IsInAsync());
    }

    [Fact]
    public async Task R27_nothing_skips_the_second_factor_neither_password_nor_link_nor_reset()
    {
        var person = await PersonAsync("Two Factors");
        await person.PasswordAsync();
        await person.SetAuthenticatorAsync();
        await person.PostAsync("/sign-out", null);
        Assert.EndsWith("/sign-in/code", (await person.PasswordAsync()).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(await person.IsInAsync());
        await person.PostAsync("/sign-in", null, ("Mail", person.Mail), ("what", "link"));
        var link = await person.LinkAsync();
        Assert.EndsWith("/sign-in/code", (await person.PostAsync(link, null)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(await person.IsInAsync());
        await person.PostAsync("/sign-in/reset", null, ("Mail", person.Mail));
        await person.PostAsync(await person.LinkAsync(), null, ("Password", "amber window thirty goats"));
        Assert.False(await person.IsInAsync());
        Assert.EndsWith("/sign-in/code", (await person.PasswordAsync("amber window thirty goats")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await person.CodeAsync(person.NextCode())).StatusCode);
        Assert.True(await person.IsInAsync());
    }

    [Fact]
    public async Task R12_R27_of_fifty_uses_of_a_code_at_once_one_counts()
    {
        var person = await PersonAsync("Race Codes");
        await person.PasswordAsync();
        await person.SetAuthenticatorAsync();
        foreach (var code in new[] { person.NextCode(), person.Codes[0] })
        {
            // Twelve at a time: the test database hands out twenty connections.
            using var gate = new SemaphoreSlim(12);
            var uses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
            {
                await gate.WaitAsync(Cancel);
                try
                {
                await using var scope = site.Services.CreateAsyncScope();
                var account = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Accounts.SingleAsync(a => a.Email == person.Mail, Cancel);
                return await scope.ServiceProvider.GetRequiredService<CheckCode>().RunAsync(account, code, Cancel);
                }
                finally
                {
                    gate.Release();
                }
            })));
            Assert.Equal(1, uses.Count(used => used));
        }
    }

    [Fact]
    public async Task R27_guessing_codes_is_stopped()
    {
        var person = await PersonAsync("Guess Codes");
        await person.PasswordAsync();
        await person.SetAuthenticatorAsync();
        await person.PostAsync("/sign-out", null);
        await person.PasswordAsync();
        for (var i = 0; i < SignInLimits.Codes; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.CodeAsync("000000")).StatusCode);
        var refused = await person.CodeAsync(person.NextCode());
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task R27_sensitive_pages_ask_for_a_proof_of_the_last_ten_minutes()
    {
        var person = await PersonAsync("Fresh One");
        await person.PasswordAsync();
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/account/security")).StatusCode);
        ((IPeopleSite)site).Clock.Advance(TimeSpan.FromMinutes(11));
        var led = (await person.GetAsync("/account/security")).Headers.Location!.OriginalString;
        Assert.Equal("/en/account/prove?next=%2Faccount%2Fsecurity", led);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.PostAsync("/account/prove", null, ("Password", "wrong"), ("Next", "/account/security"))).StatusCode);
        Assert.Equal("/en/account/security", (await person.PostAsync("/account/prove", null, ("Password", Password), ("Next", "/account/security"))).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/account/security")).StatusCode);
    }

    [Fact]
    public async Task R28_a_sign_in_link_works_once_is_not_used_up_by_looking_and_ignores_the_host_of_the_request()
    {
        var person = await PersonAsync("Link One", password: null);
        person.Browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        await person.PostAsync("/sign-in", null, ("Mail", person.Mail), ("what", "link"), ("next", "/account"));
        var link = await person.LinkAsync();
        await person.GetAsync(link);
        Assert.Equal("/en/account", (await person.PostAsync(link, null)).Headers.Location!.OriginalString);
        Assert.True(await person.IsInAsync());
        var thief = new Person(site, "Link One");
        await thief.PostAsync(link, null);
        Assert.False(await thief.IsInAsync());
    }

    [Fact]
    public async Task R28_a_changed_password_voids_links_that_were_sent_before()
    {
        var person = await PersonAsync("Void One");
        await person.PostAsync("/sign-in", null, ("Mail", person.Mail), ("what", "link"));
        var link = await person.LinkAsync();
        await person.PasswordAsync();
        await person.PostAsync("/account/security", "/account/security?handler=password", ("Password", "quiet harbour eleven spoons"));
        var other = new Person(site, "Void One");
        await other.PostAsync(link, null);
        Assert.False(await other.IsInAsync());
    }

    [Fact]
    public async Task R24_ten_failures_stop_a_stranger_but_not_the_owner_on_a_known_device_who_is_told()
    {
        var owner = await PersonAsync("Locked One");
        await owner.PasswordAsync();
        await owner.PostAsync("/sign-out", null);
        var stranger = new Person(site, "Locked One");
        for (var i = 0; i < SignInLimits.PerAccount; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.PasswordAsync("wrong password here")).StatusCode);
        var refused = await stranger.PasswordAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 1, 15);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PasswordAsync()).StatusCode);
        Assert.True(await owner.IsInAsync());
        Assert.Equal("/account/security", await owner.LinkAsync());
    }

    [Fact]
    public async Task R24_spraying_over_many_addresses_from_one_network_is_stopped()
    {
        await PersonAsync("Spray Base");
        var stopped = 0;
        for (var i = 0; i < 30 && stopped == 0; i++)
        {
            var answer = await new Person(site, "Spray " + i).PasswordAsync("wrong password here");
            stopped = answer.StatusCode == HttpStatusCode.TooManyRequests ? i : 0;
        }

        Assert.Equal(SignInLimits.PerNetwork, stopped);
    }

    [Fact]
    public async Task R27_a_privileged_role_waits_for_its_second_factor()
    {
        var person = await PersonAsync("Mod One", Password, NetworkRole.Moderator);
        await person.PasswordAsync();
        var page = await person.PageAsync("/account/security?needed=true");
        Assert.Contains("harm people", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }
}
