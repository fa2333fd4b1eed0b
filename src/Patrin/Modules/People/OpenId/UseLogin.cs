using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.SignIn;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.OpenId;

/// <summary>
/// Signs in with what the provider said, or connects it with an account: with the one signed in, or with the one whose address both
/// the provider and this site have checked. Never makes an account: those come by invitation.
/// </summary>
public sealed class UseLogin(
    AppDbContext db, FinishSignIn finish, AccountMails mails, AuditTrail audit, PatrinOptions options, TimeProvider clock)
{
    /// <summary>The path to go on to; null when the login belongs to nobody here.</summary>
    public async Task<string?> RunAsync(ClaimsPrincipal said, string next, HttpContext http, CancellationToken cancel)
    {
        var (provider, key) = KeyOf(said);
        var account = await db.Accounts.FirstOrDefaultAsync(
            a => db.Set<IdentityUserLogin<Guid>>().Any(l => l.LoginProvider == provider && l.ProviderKey == key && l.UserId == a.Id), cancel)
            ?? await ByMailAsync(said, cancel);
        if (account is not { State: AccountState.Active })
            return null;
        var strong = options.Settings.OpenId!.SecondFactorAcr.Contains(said.FindFirstValue("acr") ?? "");
        return await finish.RunAsync(account, SignInMethod.OpenId, strong, next, http, cancel);
    }

    /// <summary>Connects the login with the account that is signed in. False when it belongs to another account.</summary>
    public async Task<bool> ConnectAsync(ClaimsPrincipal said, Actor actor, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        var (provider, key) = KeyOf(said);
        if (await db.Set<IdentityUserLogin<Guid>>().FirstOrDefaultAsync(l => l.LoginProvider == provider && l.ProviderKey == key, cancel) is { } known)
            return known.UserId == actor.AccountId;
        await ConnectAsync(await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel), said, actor, cancel);
        return true;
    }

    public async Task DisconnectAsync(Actor actor, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == actor.AccountId).ExecuteDeleteAsync(cancel) > 0)
            audit.Note(actor, "login.remove", "account", actor.AccountId!);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<Account?> ByMailAsync(ClaimsPrincipal said, CancellationToken cancel)
    {
        if (!string.Equals(said.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase) || MailAddress.Read(said.FindFirstValue("email")) is not { } mail)
            return null;
        var key = mail.ToUpperInvariant();
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == key && a.EmailConfirmed && a.State == AccountState.Active, cancel);
        if (account is not null)
            await ConnectAsync(account, said, new(account.DisplayName) { AccountId = account.Id }, cancel);
        return account;
    }

    private async Task ConnectAsync(Account account, ClaimsPrincipal said, Actor actor, CancellationToken cancel)
    {
        var (provider, key) = KeyOf(said);
        db.Add(new IdentityUserLogin<Guid> { LoginProvider = provider, ProviderKey = key, UserId = account.Id, ProviderDisplayName = options.Settings.OpenId!.Name });
        audit.Note(actor, "login.connect", "account", account.Id);
        await mails.ChangedAsync(account, Text.Key("A sign-in provider was connected with your account."), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static (string Provider, string Key) KeyOf(ClaimsPrincipal said) =>
        (said.FindFirstValue("iss") ?? throw new NotAllowed(), said.FindFirstValue("sub") ?? throw new NotAllowed());
}
