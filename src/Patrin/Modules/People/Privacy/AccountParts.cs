using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

/// <summary>The account itself, and how it signs in.</summary>
public sealed class AccountParts(AppDbContext db) : IPersonalData
{
    public string Part => "account";

    public IReadOnlyList<string> Tables => ["accounts", "account_logins", "account_passkeys", "sessions"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel)
    {
        var own = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, cancel);
        return new
        {
            own.Id, Name = own.DisplayName, Mail = own.Email, MailConfirmed = own.EmailConfirmed, own.Language, own.CreatedAt, own.SignedInAt, own.State, own.StateReason,
            HasPassword = own.PasswordHash is not null, own.HasAuthenticator,
            Sessions = await db.Sessions.AsNoTracking().Where(s => s.AccountId == account).OrderBy(s => s.StartedAt)
                .Select(s => new { s.Method, s.StartedAt, s.SeenAt, s.EndsAt, s.Device, s.Network }).ToListAsync(cancel),
            OtherLogins = await db.Set<IdentityUserLogin<Guid>>().AsNoTracking().Where(l => l.UserId == account)
                .Select(l => new { l.LoginProvider, l.ProviderKey, l.ProviderDisplayName }).ToListAsync(cancel),
            Passkeys = (await db.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(p => p.UserId == account).ToListAsync(cancel))
                .Select(p => new { p.Data.Name, p.Data.CreatedAt }),
        };
    }

    public async Task EraseAsync(Guid account, CancellationToken cancel)
    {
        await db.Sessions.Where(s => s.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == account).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == account).ExecuteDeleteAsync(cancel);
        var name = account.ToString();
        await db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(
            s => s.SetProperty(a => a.State, AccountState.Erased).SetProperty(a => a.DisplayName, FormerParticipant.Name)
                .SetProperty(a => a.NameKey, "").SetProperty(a => a.StateReason, "")
                .SetProperty(a => a.UserName, name).SetProperty(a => a.NormalizedUserName, name.ToUpperInvariant())
                .SetProperty(a => a.Email, (string?)null).SetProperty(a => a.NormalizedEmail, (string?)null).SetProperty(a => a.EmailConfirmed, false)
                .SetProperty(a => a.PasswordHash, (string?)null).SetProperty(a => a.SecurityStamp, "").SetProperty(a => a.AuthenticatorKey, "")
                .SetProperty(a => a.AuthenticatorStep, 0L).SetProperty(a => a.Language, "en").SetProperty(a => a.SignedInAt, (DateTime?)null),
            cancel);
    }
}
