using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Recovery;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Factors;

/// <summary>Checks a code of the authenticator or a recovery code and uses it up: each works once, however many try at once.</summary>
public sealed class CheckCode(AppDbContext db, MasterKey master, AccountMails mails, AuditTrail audit, TimeProvider clock)
{
    public const string KeyPurpose = "authenticator", CodePurpose = "recovery-code";

    public async Task<bool> RunAsync(Account account, string? code, CancellationToken cancel)
    {
        var text = new string([.. (code ?? "").Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return text.Length == 6 && text.All(char.IsAsciiDigit) ? await TotpAsync(account, text, cancel) : await RecoveryAsync(account, text, cancel);
    }

    private async Task<bool> TotpAsync(Account account, string code, CancellationToken cancel)
    {
        if (!account.HasAuthenticator || KeyOf(account) is not { } key || Totp.Find(key, code, clock.GetUtcNow().UtcDateTime) is not { } step)
            return false;
        // Neither this code nor an older one works again.
        return await db.Accounts.Where(a => a.Id == account.Id && a.AuthenticatorStep < step)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.AuthenticatorStep, step), cancel) == 1;
    }

    private async Task<bool> RecoveryAsync(Account account, string code, CancellationToken cancel)
    {
        var (mark, now) = (MarkOf(master, account.Id, code), clock.GetUtcNow().UtcDateTime);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id && c.CodeMark == mark && c.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), cancel) != 1)
            return false;
        audit.Note(new(account.DisplayName) { AccountId = account.Id }, "recovery-code.use", "account", account.Id);
        await mails.ChangedAsync(account, Text.Key("A recovery code was used to sign in to your account."), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private byte[]? KeyOf(Account account)
    {
        try
        {
            return master.Open(KeyPurpose, account.AuthenticatorKey);
        }
        catch (CryptographicException)
        {
            // Sealed with another master key: nobody can check its codes, nor the recovery codes. A passkey opens the account, or the command line.
            return null;
        }
    }

    internal static string MarkOf(MasterKey master, Guid account, string code) => master.Mark(CodePurpose, account + "\n" + code);
}
