using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Modules.People.SignIn;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Settings;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;
using Keys = Patrin.Modules.People.Factors.Passkeys;

namespace Patrin.Tests.Modules.Accounts.Factors;

public sealed class PasskeysOnSqlite(SqlitePeople site) : PasskeyTests(site), IClassFixture<SqlitePeople>;

public sealed class PasskeysOnPostgres(PostgresPeople site) : PasskeyTests(site), IClassFixture<PostgresPeople>;

public abstract class PasskeyTests(Site site)
{
    private static readonly TimeSpan JustTooLong = TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task R27_a_passkey_alone_signs_in_and_counts_as_the_second_factor()
    {
        using var key = new SoftKey();
        var person = await WithPasskeyAsync("Key One", key, NetworkRole.Moderator);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(person, key)).StatusCode);
        Assert.True(await person.IsInAsync());
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/moderation")).StatusCode);
    }

    [Fact]
    public async Task R27_a_challenge_works_once()
    {
        using var key = new SoftKey();
        var person = await WithPasskeyAsync("Key Once", key);
        var (token, options) = await OptionsAsync(person, "/sign-in", "sign-in");
        var cookie = person.Challenge!;
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(person, "sign-in", token, key.Sign(options))).StatusCode);
        // A second answer to the same challenge, by somebody who copied the cookie, with a counter that went on.
        var thief = new Person(site, "Key Once");
        var page = await TokenAsync(thief, "/sign-in");
        thief.Browser.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(thief, "sign-in", page, key.Sign(options))).StatusCode);
        Assert.False(await thief.IsInAsync());
    }

    [Fact]
    public async Task R27_a_challenge_is_used_up_by_a_wrong_answer_too()
    {
        using var key = new SoftKey();
        var person = await WithPasskeyAsync("Key Wrong", key);
        var (token, options) = await OptionsAsync(person, "/sign-in", "sign-in");
        var cookie = person.Challenge!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(person, "sign-in", token, "{}")).StatusCode);
        person.Browser.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(person, "sign-in", token, key.Sign(options))).StatusCode);
    }

    [Theory]
    [InlineData(-2, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.UnprocessableEntity)]
    public async Task R27_a_challenge_is_over_after_five_minutes(int seconds, HttpStatusCode expected)
    {
        using var key = new SoftKey();
        var person = await WithPasskeyAsync("Key Late", key);
        var (token, options) = await OptionsAsync(person, "/sign-in", "sign-in");
        ((IPeopleSite)site).Clock.Advance(JustTooLong + TimeSpan.FromSeconds(seconds));
        Assert.Equal(expected, (await AnswerAsync(person, "sign-in", token, key.Sign(options))).StatusCode);
    }

    [Fact]
    public async Task R27_a_challenge_for_one_use_answers_no_other()
    {
        using var key = new SoftKey();
        var person = await WithPasskeyAsync("Key Mixed", key);
        await SignInAsync(person, key);
        var (_, options) = await OptionsAsync(person, "/account/prove", "prove");
        var token = await TokenAsync(person, "/sign-in");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(person, "sign-in", token, key.Sign(options))).StatusCode);
    }

    [Fact]
    public async Task R27_a_copy_of_a_key_shows_by_its_counter_and_is_refused()
    {
        using var key = new SoftKey();
        var person = await WithPasskeyAsync("Key Copied", key);
        foreach (var (before, expected) in new (uint, HttpStatusCode)[]
        {
            (6, HttpStatusCode.OK), (6, HttpStatusCode.UnprocessableEntity), (2, HttpStatusCode.UnprocessableEntity), (7, HttpStatusCode.OK),
        })
        {
            key.Counter = before;
            Assert.Equal(expected, (await SignInAsync(person, key)).StatusCode);
        }
    }

    [Fact]
    public async Task R27_without_finger_face_or_pin_a_key_is_neither_added_nor_taken()
    {
        using var key = new SoftKey();
        using var second = new SoftKey { AsksForTheFinger = false };
        var person = await WithPasskeyAsync("Key Finger", key);
        key.AsksForTheFinger = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(person, key)).StatusCode);
        Assert.False(await person.IsInAsync());
        key.AsksForTheFinger = true;
        await SignInAsync(person, key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RegisterAsync(person, second)).StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:81", "localhost")]
    [InlineData("https://localhost", "localhost")]
    [InlineData("http://evil.example", "localhost")]
    [InlineData("http://localhost", "evil.example")]
    public async Task R27_what_was_signed_for_another_site_is_refused(string origin, string name)
    {
        using var key = new SoftKey();
        var person = await WithPasskeyAsync("Key Elsewhere", key);
        (key.Origin, key.Site) = (origin, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(person, key)).StatusCode);
    }

    [Fact]
    public async Task R27_the_name_a_passkey_is_bound_to_comes_from_the_configuration_not_from_the_request()
    {
        var person = await PersonAsync("Key Host");
        await person.PasswordAsync();
        var token = await TokenAsync(person, "/sign-in");
        person.Browser.DefaultRequestHeaders.Host = "evil.example";
        Assert.NotEqual(HttpStatusCode.OK, (await person.CallAsync("/passkeys/sign-in/options", token, "{}")).StatusCode);
        await SetAddressAsync("http://patrin.localhost:99");
        person.Browser.DefaultRequestHeaders.Host = "patrin.localhost:99";
        try
        {
            Assert.Equal("patrin.localhost", (string)JsonNode.Parse((await OptionsAsync(person, "/sign-in", "sign-in")).Options)!["rpId"]!);
            Assert.Equal("patrin.localhost", (string)JsonNode.Parse((await OptionsAsync(person, "/account/security", "register")).Options)!["rp"]!["id"]!);
        }
        finally
        {
            await SetAddressAsync("http://localhost");
        }
    }

    [Fact]
    public async Task R27_an_account_has_at_most_ten_passkeys()
    {
        var person = await PersonAsync("Key Ring");
        await person.PasswordAsync();
        var keys = Enumerable.Range(0, Keys.Most + 1).Select(_ => new SoftKey()).ToList();
        foreach (var key in keys[..^2])
            Assert.Equal(HttpStatusCode.OK, (await RegisterAsync(person, key)).StatusCode);
        // Two windows ask while there is room for one more: the tenth is added, the eleventh is not, and nothing is said to have happened.
        var other = new Person(site, "Key Ring");
        await other.PasswordAsync();
        var (firstToken, first) = await OptionsAsync(person, "/account/security", "register");
        var (secondToken, second) = await OptionsAsync(other, "/account/security", "register");
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(person, "register", firstToken, keys[^2].Make(first))).StatusCode);
        await other.PasswordAsync();
        secondToken = await TokenAsync(other, "/sign-in");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(other, "register", secondToken, keys[^1].Make(second))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.CallAsync("/passkeys/register/options", await TokenAsync(person, "/sign-in"), "{}")).StatusCode);
        var account = await AccountIdAsync(person);
        Assert.Equal(Keys.Most, await site.RowsAsync(db => db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == account, Cancel)));
        Assert.Equal(Keys.Most, await NotedAsync(account, "passkey.add"));
        Assert.Null((await person.PageAsync("/account/security")).QuerySelector("[data-passkey=register]"));
        keys.ForEach(k => k.Dispose());
    }

    [Fact]
    public async Task R27_a_refused_passkey_counts_as_a_try_and_is_not_noted_as_a_sign_in()
    {
        using var key = new SoftKey();
        using var stranger = new SoftKey();
        var person = await WithPasskeyAsync("Key Tries", key);
        var account = await AccountIdAsync(person);
        var before = await NotedAsync(account, "session.open");
        var signedIn = await site.RowsAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.SignedInAt).SingleAsync(Cancel));
        ((IPeopleSite)site).Clock.Advance(TimeSpan.FromMinutes(6));
        key.Origin = "http://evil.example";
        for (var i = 0; i < SignInLimits.PerNetwork; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(person, i % 2 == 0 ? key : stranger)).StatusCode);
        key.Origin = "http://localhost";
        var refused = await person.CallAsync("/passkeys/sign-in/options", await TokenAsync(person, "/sign-in"), "{}");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(before, await NotedAsync(account, "session.open"));
        Assert.Equal(signedIn, await site.RowsAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.SignedInAt).SingleAsync(Cancel)));
        Assert.False(await person.IsInAsync());
    }

    [Fact]
    public async Task R27_who_has_only_the_password_of_a_moderator_cannot_add_a_factor_beside_the_passkey()
    {
        using var key = new SoftKey();
        using var own = new SoftKey();
        var owner = await WithPasskeyAsync("Key Thief", key, NetworkRole.Moderator);
        await SignInAsync(owner, key);
        var known = (await owner.PageAsync("/account/security")).QuerySelector("#passkeys input[name=key]")!.GetAttribute("value")!;
        var thief = new Person(site, "Key Thief");
        await thief.PasswordAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.CallAsync("/passkeys/register/options", await TokenAsync(thief, "/account/security"), "{}")).StatusCode);
        var page = await thief.PageAsync("/account/security");
        Assert.Null(page.QuerySelector("[data-passkey=register]"));
        // The page offers nothing that would be refused, and leads to a proof that a password does not give.
        Assert.Null(page.QuerySelector("#passkeys form, #authenticator"));
        Assert.NotNull(page.QuerySelector("a[href*='account/prove?passkey=true']"));
        var proof = await thief.PageAsync("/account/prove?passkey=true&next=/account/security");
        Assert.NotNull(proof.QuerySelector("[data-passkey=prove]"));
        Assert.Null(proof.QuerySelector("input[name=Password]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.PostAsync("/account/security", "/account/security?handler=removekey", ("key", known))).StatusCode);
        // With the passkey all of it works.
        await SignInAsync(thief, key);
        Assert.Equal(HttpStatusCode.OK, (await RegisterAsync(thief, own)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("{\"id\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"},\"clientExtensionResults\":{}}")]
    public async Task R27_nonsense_is_refused_calmly(string answer)
    {
        var person = await PersonAsync("Key Nonsense");
        var (token, _) = await OptionsAsync(person, "/sign-in", "sign-in");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(person, "sign-in", token, answer)).StatusCode);
    }

    private async Task<Person> PersonAsync(string name, params NetworkRole[] roles)
    {
        await site.RowsAsync(db => db.Set<ThrottledTry>().ExecuteDeleteAsync(Cancel));
        await site.AccountAsync(new(name, roles));
        return new(site, name);
    }

    /// <summary>Somebody who has added this passkey and signed out.</summary>
    private async Task<Person> WithPasskeyAsync(string name, SoftKey key, params NetworkRole[] roles)
    {
        var person = await PersonAsync(name, roles);
        await person.PasswordAsync();
        Assert.Equal(HttpStatusCode.OK, (await RegisterAsync(person, key)).StatusCode);
        await person.PostAsync("/sign-out", null);
        return person;
    }

    private static async Task<HttpResponseMessage> RegisterAsync(Person person, SoftKey key)
    {
        var (token, options) = await OptionsAsync(person, "/account/security", "register");
        return await AnswerAsync(person, "register", token, key.Make(options));
    }

    private static async Task<HttpResponseMessage> SignInAsync(Person person, SoftKey key)
    {
        var (token, options) = await OptionsAsync(person, "/sign-in", "sign-in");
        return await AnswerAsync(person, "sign-in", token, key.Sign(options));
    }

    private static async Task<string> TokenAsync(Person person, string page) =>
        (await person.PageAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<(string Token, string Options)> OptionsAsync(Person person, string page, string use)
    {
        var token = await TokenAsync(person, page);
        var answer = await person.CallAsync($"/passkeys/{use}/options", token, "{}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (token, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static Task<HttpResponseMessage> AnswerAsync(Person person, string use, string token, string body) => person.CallAsync($"/passkeys/{use}", token, body);

    private Task<Guid> AccountIdAsync(Person person) => site.RowsAsync(db => db.Accounts.Where(a => a.Email == person.Mail).Select(a => a.Id).SingleAsync(Cancel));

    private Task<int> NotedAsync(Guid account, string action) =>
        site.RowsAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Action == action && e.Actor == account.ToString(), Cancel));

    private async Task SetAddressAsync(string address)
    {
        await site.RowsAsync(db => db.Set<SiteRow>().ExecuteUpdateAsync(s => s.SetProperty(r => r.PublicUrl, address), Cancel));
        await site.WithAsync<SiteState, bool>(s =>
        {
            s.Forget();
            return Task.FromResult(true);
        });
    }
}
