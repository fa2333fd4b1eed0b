using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Recovery;

/// <summary>
/// Makes and takes back one-time links: invitations, confirmations, resets, sign-in links. Single use holds under a race,
/// because the row is marked used by one conditional update.
/// </summary>
public sealed class OneTimeTokens(AppDbContext db, TimeProvider clock)
{
    /// <summary>How long links that open an account last (quality.md R-28); invitations last <see cref="Invitation"/>.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromMinutes(30), Invitation = TimeSpan.FromDays(7);

    /// <summary>A new link; saved with the caller's next <c>SaveChangesAsync</c>. Returns the secret part, which is kept nowhere.</summary>
    /// <param name="purpose">What it opens.</param>
    /// <param name="life">How long it lasts.</param>
    /// <param name="account">Bound to this account and to its present password, address and factors.</param>
    /// <param name="mail">The address it is sent to, where that is not the account's.</param>
    /// <param name="subject">Id of the record it is about, or a path.</param>
    public string Issue(TokenPurpose purpose, TimeSpan life, Account? account = null, string mail = "", string subject = "")
    {
        var token = RandomToken.Make();
        db.Add(new OneTimeToken
        {
            Purpose = purpose, TokenHash = RandomToken.Hash(token), AccountId = account?.Id, StampHash = StampOf(account),
            Mail = mail, Subject = subject, EndsAt = clock.GetUtcNow().UtcDateTime + life,
        });
        return token;
    }

    /// <summary>The link if it would work now; to show its page. Looking uses nothing up: mail scanners open links too.</summary>
    public async Task<OneTimeToken?> FindAsync(TokenPurpose purpose, string token, CancellationToken cancel)
    {
        var (hash, now) = (RandomToken.Hash(token), clock.GetUtcNow().UtcDateTime);
        var found = await db.Set<OneTimeToken>().AsNoTracking().Include(t => t.Account)
            .FirstOrDefaultAsync(t => t.TokenHash == hash && t.Purpose == purpose && t.UsedAt == null && t.EndsAt > now, cancel);
        return found is not null && Fits(found) ? found : null;
    }

    /// <summary>Uses the link up. Null when it does not exist, is over, was used or is void. Joins the caller's transaction.</summary>
    public async Task<OneTimeToken?> UseAsync(TokenPurpose purpose, string token, CancellationToken cancel)
    {
        if (await FindAsync(purpose, token, cancel) is not { } found)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var used = await db.Set<OneTimeToken>().Where(t => t.Id == found.Id && t.UsedAt == null && t.EndsAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAt, now), cancel);
        return used == 1 ? found : null;
    }

    /// <summary>Removes open links of a purpose about one record, for instance of an invitation that was taken back.</summary>
    public Task VoidAsync(TokenPurpose purpose, string subject, CancellationToken cancel) =>
        db.Set<OneTimeToken>().Where(t => t.Purpose == purpose && t.Subject == subject && t.UsedAt == null).ExecuteDeleteAsync(cancel);

    /// <summary>Removes open links of a purpose of one account.</summary>
    public Task VoidAsync(TokenPurpose purpose, Guid account, CancellationToken cancel) =>
        db.Set<OneTimeToken>().Where(t => t.Purpose == purpose && t.AccountId == account && t.UsedAt == null).ExecuteDeleteAsync(cancel);

    private static bool Fits(OneTimeToken token) =>
        token.AccountId is null || (token.Account is { State: AccountState.Active } account && token.StampHash == StampOf(account));

    private static string StampOf(Account? account) => account is null ? "" : RandomToken.Hash(account.SecurityStamp ?? "");
}
