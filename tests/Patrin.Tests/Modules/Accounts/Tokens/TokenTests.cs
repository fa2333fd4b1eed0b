using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Tokens;
using Patrin.Platform.Access;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.Tokens;

public sealed class TokensOnSqlite(SqlitePeople site) : TokenTests(site), IClassFixture<SqlitePeople>;

public sealed class TokensOnPostgres(PostgresPeople site) : TokenTests(site), IClassFixture<PostgresPeople>;

public abstract class TokenTests(Site site)
{
    [Fact]
    public async Task R30_a_key_acts_for_one_organisation_until_it_is_revoked_by_its_prefix()
    {
        var (own, other) = (await People.OrganisationAsync(site, "Key own "), await People.OrganisationAsync(site, "Key other "));
        var key = await MakeAsync("Key Maker", own, write: false);
        Assert.StartsWith(ApiToken.Sign, key, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(HttpMethod.Get, $"/api/v1/organisations/{own}/me", key));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(HttpMethod.Get, $"/api/v1/organisations/{other}/me", key));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await CallAsync(HttpMethod.Post, "/api/v1/me", key));
        Assert.Equal(HttpStatusCode.Redirect, await CallAsync(HttpMethod.Get, "/en/account", key));
        var prefix = key[..ApiToken.PrefixLength];
        Assert.NotNull(await site.RowsAsync(db => db.Set<ApiToken>().Where(t => t.Prefix == prefix).Select(t => t.LastUsedAt).SingleAsync(Cancel)));
        Assert.Equal(1, await site.WithAsync<MakeToken, int>(m => m.RevokeByPrefixAsync(key, Actor.CommandLine, Cancel)));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(HttpMethod.Get, "/api/v1/me", key));
    }

    [Fact]
    public async Task R30_an_administrator_pastes_a_leaked_key_and_it_works_no_more()
    {
        var own = await People.OrganisationAsync(site, "Key leaked ");
        var key = await MakeAsync("Key Leaker", own, write: false);
        var chief = new TestPerson("Key Chief", NetworkRole.Administrator);
        await site.AccountAsync(chief);
        var person = new Person(site, chief.Name);
        await person.PasswordAsync();
        await person.SetAuthenticatorAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.PostAsync("/admin/tokens", null, ("Key", "patrin_short"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.PostAsync("/admin/tokens", null, ("Key", ApiToken.Sign + new string('x', 40)))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(HttpMethod.Get, "/api/v1/me", key));
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync("/admin/tokens", null, ("Key", $" {key} "))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(HttpMethod.Get, "/api/v1/me", key));
        Assert.Equal("/account/security", await new Person(site, "Key Leaker").LinkAsync());
    }

    [Fact]
    public async Task R30_a_key_in_an_address_is_refused_and_the_database_holds_its_hash_only()
    {
        var own = await People.OrganisationAsync(site, "Key address ");
        var key = await MakeAsync("Key Address", own, write: true);
        Assert.Equal(HttpStatusCode.BadRequest, await CallAsync(HttpMethod.Get, "/api/v1/me?access_token=" + key, null));
        Assert.Equal(HttpStatusCode.BadRequest, await CallAsync(HttpMethod.Get, "/en/places?q=" + key, null));
        Assert.False(await site.RowsAsync(db => db.Set<ApiToken>().AnyAsync(t => t.TokenHash == key, Cancel)));
    }

    [Fact]
    public async Task R30_a_key_ends_by_itself_and_lives_a_year_at_most()
    {
        var own = await People.OrganisationAsync(site, "Key ends ");
        var key = await MakeAsync("Key Ends", own, write: true);
        ((IPeopleSite)site).Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(HttpMethod.Get, "/api/v1/me", key));
        var person = new Person(site, "Key Ends");
        await person.PasswordAsync();
        var refused = await person.PostAsync("/account/tokens", null, ("Form.Name", "x"), ("Form.Organisation", own.ToString()), ("Form.Days", "366"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private async Task<string> MakeAsync(string name, Guid organisation, bool write)
    {
        await site.AccountAsync(new(name) { Organisation = organisation });
        var person = new Person(site, name);
        await person.PasswordAsync();
        var answer = await person.PostAsync("/account/tokens", null, ("Form.Name", "Test"), ("Form.Organisation", organisation.ToString()), ("Form.Days", "30"), ("Form.Write", write ? "true" : "false"));
        var page = Html.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Null((await person.PageAsync("/account/tokens")).QuerySelector(".key-text"));
        return page.QuerySelector(".key-text")!.TextContent;
    }

    private async Task<HttpStatusCode> CallAsync(HttpMethod method, string path, string? key)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return (await site.Visitor().SendAsync(request, Cancel)).StatusCode;
    }
}
