using System.Net;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Accounts.Recovery;

public sealed class ChangeMailOnSqlite(SqlitePeople site) : ChangeMailTests(site), IClassFixture<SqlitePeople>;

public sealed class ChangeMailOnPostgres(PostgresPeople site) : ChangeMailTests(site), IClassFixture<PostgresPeople>;

public abstract class ChangeMailTests(Site site)
{
    [Fact]
    public async Task R28_the_address_changes_when_both_addresses_have_agreed_and_not_before()
    {
        await site.AccountAsync(new("Moving Mail"));
        var person = new Person(site, "Moving Mail");
        await person.PasswordAsync();
        await person.PostAsync("/account/mail", null, ("Mail", "new.home@example.org"));
        var (old, @new) = (await person.LinkAsync(), await person.LinkAsync("new.home@example.org"));
        var other = new Person(site, "New Home");
        await other.PostAsync(@new, null);
        Assert.True(await person.IsInAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.PasswordAsync()).StatusCode);
        await other.PostAsync(old, null);
        Assert.False(await person.IsInAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await other.PasswordAsync()).StatusCode);
    }

    [Fact]
    public async Task R23_R28_an_address_that_belongs_to_somebody_answers_the_same_and_is_never_taken()
    {
        await site.AccountAsync(new("Owner Of It"));
        await site.AccountAsync(new("Wants It"));
        var person = new Person(site, "Wants It");
        await person.PasswordAsync();
        Assert.EndsWith("asked=true", (await person.PostAsync("/account/mail", null, ("Mail", "owner.of.it@example.org"))).Headers.Location!.OriginalString, StringComparison.Ordinal);
        var (old, @new) = (await person.LinkAsync(), await person.LinkAsync("owner.of.it@example.org"));
        await person.PostAsync(old, null);
        await person.PostAsync(@new, null);
        Assert.Equal(HttpStatusCode.Redirect, (await new Person(site, "Owner Of It").PasswordAsync()).StatusCode);
        Assert.True(await person.IsInAsync());
    }
}
