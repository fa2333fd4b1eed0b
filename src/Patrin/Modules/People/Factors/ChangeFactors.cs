using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Factors;

/// <summary>Sets up and removes the authenticator app and makes recovery codes. All other sessions end; the owner is told.</summary>
public sealed class ChangeFactors(AppDbContext db, MasterKey master, EndSessions end, AccountMails mails, AuditTrail audit, TimeProvider clock)
{
    public const int Codes = 10;

    /// <summary>Letters and digits that are not taken for one another.</summary>
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Takes the key once a code of the app shows that it was read; returns the recovery codes, to be shown once.</summary>
    public async Task<IReadOnlyList<string>> SetAuthenticatorAsync(byte[] key, string? code, Actor actor, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (Totp.Find(key, digits, clock.GetUtcNow().UtcDateTime) is not { } step)
            throw new RuleBroken("Code", "This code is not right. Look at the app again, and check that the clock of your phone is right.");
        IReadOnlyList<string> codes = [];
        await ChangeAsync(actor, "authenticator.set", Text.Key("An authenticator app was set up for your account."), async account =>
        {
            account.AuthenticatorKey = master.Seal(CheckCode.KeyPurpose, key);
            account.AuthenticatorStep = step;
            codes = await NewCodesAsync(account, cancel);
        }, cancel);
        return codes;
    }

    public Task RemoveAuthenticatorAsync(Actor actor, CancellationToken cancel) =>
        ChangeAsync(actor, "authenticator.remove", Text.Key("The authenticator app was removed from your account."), async account =>
        {
            account.AuthenticatorKey = "";
            await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancel);
            // What was shown before counts no more as a second factor, unless a passkey is left: then it is no way around that one.
            if (await HasPasskeyAsync(account.Id, cancel))
                return;
            await db.Sessions.Where(s => s.AccountId == account.Id && s.Method != SignInMethod.Passkey)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactor, false), cancel);
        }, cancel);

    /// <summary>New recovery codes; the old ones work no more.</summary>
    public async Task<IReadOnlyList<string>> MakeCodesAsync(Actor actor, CancellationToken cancel)
    {
        IReadOnlyList<string> codes = [];
        await ChangeAsync(actor, "recovery-codes.make", Text.Key("New recovery codes were made for your account."), async account =>
        {
            if (!account.HasAuthenticator)
                throw new RuleBroken("", "Set up an authenticator app first. Recovery codes stand in for it.");
            codes = await NewCodesAsync(account, cancel);
        }, cancel);
        return codes;
    }

    /// <summary>
    /// False for somebody with a privileged role who has a factor and did not show it: otherwise a stolen password would be enough
    /// to add a factor of one's own and get past the one there is (quality.md R-27).
    /// </summary>
    public async Task<bool> MayChangeAsync(Account account, Actor actor, CancellationToken cancel) =>
        actor.SecondFactor || !actor.Roles.Any(r => r.IsPrivileged()) || !(account.HasAuthenticator || await HasPasskeyAsync(account.Id, cancel));

    private Task<bool> HasPasskeyAsync(Guid account, CancellationToken cancel) =>
        db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == account, cancel);

    /// <summary>A change of factors by the person: noted, told, other sessions ended, in one transaction.</summary>
    internal async Task ChangeAsync(Actor actor, string action, string told, Func<Account, Task> change, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel);
        if (!await MayChangeAsync(account, actor, cancel))
            throw new RuleBroken("", "You signed in without your passkey. Show it once, then you can change how your account is opened.");
        await change(account);
        account.RenewStamp();
        audit.Note(actor, action, "account", account.Id);
        await mails.ChangedAsync(account, told, cancel);
        await db.SaveChangesAsync(cancel);
        await end.AllAsync(account.Id, actor.SessionId, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<IReadOnlyList<string>> NewCodesAsync(Account account, CancellationToken cancel)
    {
        await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        // 16 signs of 32: 80 bits each.
        var codes = Enumerable.Range(0, Codes).Select(_ => RandomNumberGenerator.GetString(Signs, 16)).ToList();
        db.AddRange(codes.Select(c => new RecoveryCode { AccountId = account.Id, CodeMark = CheckCode.MarkOf(master, account.Id, c) }));
        return [.. codes.Select(c => string.Join('-', c.Chunk(4).Select(p => new string(p))))];
    }
}
