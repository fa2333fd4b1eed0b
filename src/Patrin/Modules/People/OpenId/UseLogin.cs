using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Factors;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.SignIn;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.OpenId;

/// <summary>
/// Signs in with what the provider said, or connects it with the account of somebody who is signed in and has just proved it. A mail
/// address the provider names connects nothing, checked or not: whoever rules the provider would rule every account. Never makes
/// an account: those come by invitation.
/// </summary>
public sealed class UseLogin(AppDbContext db, FinishSignIn finish, ChangeFactors factors, PatrinOptions options, TimeProvider clock)
{
    /// <summary>The path to go on to; null when the login belongs to nobody here.</summary>
    public async Task<string?> RunAsync(ClaimsPrincipal said, string next, HttpContext http, CancellationToken cancel)
    {
        var owner = await OwnerAsync(said, cancel);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == owner, cancel);
        if (account is not { State: AccountState.Active })
            return null;
        var skipsCode = options.Settings.OpenId!.SecondFactorAcr.Contains(said.FindFirstValue("acr") ?? "") && !await IsPrivilegedAsync(account.Id, cancel);
        return await finish.RunAsync(account, SignInMethod.OpenId, skipsCode, next, http, cancel);
    }

    /// <summary>Connects the login with the account that is signed in. False when it belongs to another account.</summary>
    public async Task<bool> ConnectAsync(ClaimsPrincipal said, Actor actor, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        var (provider, key) = KeyOf(said);
        if (await OwnerAsync(said, cancel) is { } owner)
            return owner == actor.AccountId;
        try
        {
            await factors.ChangeAsync(actor, "login.connect", Text.Key("A sign-in provider was connected with your account."), account =>
            {
                db.Add(new IdentityUserLogin<Guid> { LoginProvider = provider, ProviderKey = key, UserId = account.Id, ProviderDisplayName = options.Settings.OpenId!.Name });
                return Task.CompletedTask;
            }, cancel);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsDuplicate(e))
        {
            // Somebody was faster, with the same login.
            db.ChangeTracker.Clear();
            return await OwnerAsync(said, cancel) == actor.AccountId;
        }

        return true;
    }

    public async Task DisconnectAsync(Actor actor, CancellationToken cancel)
    {
        var logins = db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == actor.AccountId);
        if (await logins.AnyAsync(cancel))
            await factors.ChangeAsync(actor, "login.remove", Text.Key("A sign-in provider was disconnected from your account."), _ => logins.ExecuteDeleteAsync(cancel), cancel);
    }

    private async Task<Guid?> OwnerAsync(ClaimsPrincipal said, CancellationToken cancel)
    {
        var (provider, key) = KeyOf(said);
        return await db.Set<IdentityUserLogin<Guid>>().Where(l => l.LoginProvider == provider && l.ProviderKey == key).Select(l => (Guid?)l.UserId).FirstOrDefaultAsync(cancel);
    }

    private Task<bool> IsPrivilegedAsync(Guid account, CancellationToken cancel)
    {
        var privileged = Enum.GetValues<NetworkRole>().Where(r => r.IsPrivileged()).ToList();
        return db.RoleGrants.At(clock.GetUtcNow().UtcDateTime).AnyAsync(g => g.AccountId == account && privileged.Contains(g.Role), cancel);
    }

    private static (string Provider, string Key) KeyOf(ClaimsPrincipal said) =>
        (said.FindFirstValue("iss") ?? throw new NotAllowed(), said.FindFirstValue("sub") ?? throw new NotAllowed());
}
