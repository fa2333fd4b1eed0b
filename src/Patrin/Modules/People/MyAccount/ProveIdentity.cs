using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Factors;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.SignIn;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.MyAccount;

/// <summary>A fresh proof by everything the account has: password and code. Who has neither gets a link by mail.</summary>
public sealed class ProveIdentity(
    AppDbContext db, Passwords.Passwords passwords, CheckCode codes, SignInLimits limits, OneTimeTokens tokens, AccountMails mails, RenewSession renew, PatrinOptions options)
{
    public async Task RunAsync(string? password, string? code, Actor actor, HttpContext http, CancellationToken cancel)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel);
        var (hasPassword, hasCode) = (account.PasswordHash is { Length: > 0 }, account.HasAuthenticator);
        // Nobody of the demo network exists: there is nothing to prove.
        if (!options.Demo)
        {
            if (!hasPassword && !hasCode)
                throw new RuleBroken("", "Have a link sent to you, or use a passkey.");
            await limits.CodeAsync(account, cancel);
            if (hasPassword && await passwords.CheckAsync(account, password ?? "", cancel) == PasswordVerificationResult.Failed)
                throw new RuleBroken("Password", "This password is not right. Try again.");
            if (hasCode && !await codes.RunAsync(account, code, cancel))
                throw new RuleBroken("Code", "This code is not right or was used before. Enter the next code of the app, or another recovery code.");
            await limits.RightCodeAsync(account, cancel);
        }

        await renew.RunAsync(actor, hasCode, http, cancel);
    }

    public async Task SendLinkAsync(string next, Actor actor, HttpContext http, CancellationToken cancel)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel);
        if (account.PasswordHash is { Length: > 0 } || account.HasAuthenticator)
            throw new RuleBroken("", "Use your password or the code of your authenticator app.");
        await limits.MailAsync(account.Email!, http, cancel);
        await mails.ProveAsync(account, tokens.Issue(TokenPurpose.Prove, OneTimeTokens.Recovery, account, subject: next), cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The path to go on to; null when the link works no more or belongs to another account.</summary>
    public async Task<string?> ByLinkAsync(string token, Actor actor, HttpContext http, CancellationToken cancel)
    {
        if ((await tokens.FindAsync(TokenPurpose.Prove, token, cancel))?.AccountId != actor.AccountId || await tokens.UseAsync(TokenPurpose.Prove, token, cancel) is not { } used)
            return null;
        await renew.RunAsync(actor, secondFactor: false, http, cancel);
        return used.Subject;
    }
}
