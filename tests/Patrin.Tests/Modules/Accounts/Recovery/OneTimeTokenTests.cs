using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Modules.People.Recovery;
using Patrin.Platform.Data;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.Recovery;

public sealed class OneTimeTokensOnSqlite(SqlitePeople site) : OneTimeTokenTests(site), IClassFixture<SqlitePeople>;

public sealed class OneTimeTokensOnPostgres(PostgresPeople site) : OneTimeTokenTests(site), IClassFixture<PostgresPeople>;

public abstract class OneTimeTokenTests(Site site)
{
    [Fact]
    public async Task R12_R28_of_fifty_uses_at_once_one_counts()
    {
        var token = await IssueAsync(await site.AccountAsync(new("Race One"), password: null));
        var uses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => UseAsync(token))));
        Assert.Equal(1, uses.Count(used => used));
    }

    [Fact]
    public async Task R28_a_link_ends_after_its_time_and_opens_nothing_else()
    {
        var account = await site.AccountAsync(new("Late One"), password: null);
        var (late, other) = (await IssueAsync(account), await IssueAsync(account));
        Assert.True(late.Length >= 43, "256 bits");
        Assert.Null(await site.WithAsync<OneTimeTokens, OneTimeToken?>(t => t.UseAsync(TokenPurpose.ResetPassword, other, Cancel)));
        ((IPeopleSite)site).Clock.Advance(OneTimeTokens.Recovery);
        Assert.False(await UseAsync(late));
    }

    [Theory]
    [InlineData(true, AccountState.Active)]
    [InlineData(false, AccountState.Disabled)]
    [InlineData(false, AccountState.Erased)]
    public async Task R28_a_link_is_void_after_any_change_of_the_account(bool stamp, AccountState state)
    {
        var account = await site.AccountAsync(new("Changed " + state), password: null);
        var token = await IssueAsync(account);
        await site.RowsAsync(db => db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(
            s => s.SetProperty(a => a.State, state).SetProperty(a => a.SecurityStamp, a => stamp ? "other" : a.SecurityStamp), Cancel));
        Assert.False(await UseAsync(token));
    }

    [Fact]
    public async Task R28_the_link_itself_is_not_in_the_database()
    {
        var token = await IssueAsync(await site.AccountAsync(new("Hashed One"), password: null));
        Assert.False(await site.RowsAsync(db => db.Set<OneTimeToken>().AnyAsync(t => t.TokenHash == token || t.Subject == token, Cancel)));
    }

    private async Task<string> IssueAsync(Guid account)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var token = scope.ServiceProvider.GetRequiredService<OneTimeTokens>()
            .Issue(TokenPurpose.SignIn, OneTimeTokens.Recovery, await db.Accounts.SingleAsync(a => a.Id == account, Cancel));
        await db.SaveChangesAsync(Cancel);
        return token;
    }

    private async Task<bool> UseAsync(string token) =>
        await site.WithAsync<OneTimeTokens, OneTimeToken?>(t => t.UseAsync(TokenPurpose.SignIn, token, Cancel)) is not null;
}
