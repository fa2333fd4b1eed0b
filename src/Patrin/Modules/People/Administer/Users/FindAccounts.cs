using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Text;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Administer.Users;

/// <summary>An account as the list shows it: how it is used, nothing about the person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name others see.</param>
/// <param name="Mail">Its address.</param>
/// <param name="State">May it sign in?</param>
/// <param name="SignedInAt">Last sign-in; shown by month only.</param>
/// <param name="SecondFactor">It has a passkey or an authenticator app.</param>
public sealed record FoundAccount(Guid Id, string Name, string Mail, AccountState State, DateTime? SignedInAt, bool SecondFactor);

/// <summary>
/// Finds somebody by the whole mail address or by the beginning of a name. There is no list of everybody and no download:
/// no screen of this platform may be used as a register of people.
/// </summary>
public sealed class FindAccounts(AppDbContext db)
{
    public const int LeastLetters = 3;

    /// <summary>Null when there is too little to look for.</summary>
    public IQueryable<Account>? Sought(string? words)
    {
        var text = (words ?? "").Trim();
        if (text.Length is 0 or > 254)
            return null;
        var all = db.Accounts.AsNoTracking().Where(a => a.State != AccountState.Erased);
        if (text.Contains('@', StringComparison.Ordinal))
        {
            var mail = text.ToUpperInvariant();
            return all.Where(a => a.NormalizedEmail == mail);
        }

        var key = Folding.Fold(text);
        var inside = " " + key;
        return key.Length < LeastLetters ? null : all.Where(a => a.NameKey.StartsWith(key) || a.NameKey.Contains(inside));
    }

    /// <summary>Accounts that an administrator stopped.</summary>
    public IQueryable<Account> Stopped() => db.Accounts.AsNoTracking().Where(a => a.State == AccountState.Disabled);

    public Task<List<FoundAccount>> PageAsync(IQueryable<Account> found, Paging paging, CancellationToken cancel) =>
        found.OrderBy(a => a.NameKey).ThenBy(a => a.Id).Skip(paging.Skip).Take(paging.Size).Select(a => new FoundAccount(
            a.Id, a.DisplayName, a.Email ?? "", a.State, a.SignedInAt,
            a.AuthenticatorKey != "" || db.Set<IdentityUserPasskey<Guid>>().Any(p => p.UserId == a.Id))).ToListAsync(cancel);
}
