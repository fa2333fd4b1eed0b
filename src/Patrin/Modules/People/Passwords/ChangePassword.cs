using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.SignIn;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Passwords;

/// <summary>Sets a password: by the person with a fresh proof, or by a link. All other sessions and all open links end.</summary>
public sealed class ChangePassword(
    AppDbContext db, Passwords passwords, OneTimeTokens tokens, EndSessions end, AccountMails mails, SignInLimits limits, AuditTrail audit, TimeProvider clock)
{
    public async Task RunAsync(string? password, Actor actor, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel);
        var hash = await HashAsync(account, password, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await SetAsync(account, hash, actor, actor.SessionId, cancel);
        await transaction.CommitAsync(cancel);
        await limits.ForgetAsync(account, cancel);
    }

    /// <summary>False when the link works no more.</summary>
    public async Task<bool> ByLinkAsync(string token, string? password, CancellationToken cancel)
    {
        if (await tokens.FindAsync(TokenPurpose.ResetPassword, token, cancel) is not { AccountId: { } id })
            return false;
        var account = await db.Accounts.SingleAsync(a => a.Id == id, cancel);
        // A password that is refused must not use the link up.
        var hash = await HashAsync(account, password, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await tokens.UseAsync(TokenPurpose.ResetPassword, token, cancel) is null)
            return false;
        account.EmailConfirmed = true;
        await SetAsync(account, hash, new(account.DisplayName) { AccountId = id }, except: null, cancel);
        await transaction.CommitAsync(cancel);
        await limits.ForgetAsync(account, cancel);
        return true;
    }

    private async Task<string> HashAsync(Account account, string? password, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var roles = await db.RoleGrants.At(now).Where(g => g.AccountId == account.Id).Select(g => g.Role).ToListAsync(cancel);
        var longer = !account.HasAuthenticator && roles.Exists(r => r.IsPrivileged());
        PasswordRules.Require("Password", password, [account.Email!, account.DisplayName], longer ? PasswordRules.LeastPrivileged : PasswordRules.Least);
        return await passwords.HashAsync(password!, cancel);
    }

    private async Task SetAsync(Account account, string hash, Actor actor, Guid? except, CancellationToken cancel)
    {
        account.PasswordHash = hash;
        account.RenewStamp();
        audit.Note(actor, "account.password", "account", account.Id, fields: ["password"]);
        await mails.ChangedAsync(account, Text.Key("The password of your account was changed."), cancel);
        await db.SaveChangesAsync(cancel);
        await end.AllAsync(account.Id, except, cancel);
    }
}
