using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Factors;
using Patrin.Modules.People.MyAccount;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.SignIn;
using Patrin.Modules.People.Tokens;
using Patrin.Platform.Data;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

/// <summary>What serves signing in: links, codes, half-way sign-ins, tokens for programs. The export says that they exist, never their secrets.</summary>
public sealed class SignInParts(AppDbContext db) : IPersonalData
{
    public string Part => "sign-in";

    public IReadOnlyList<string> Tables => ["passkey_challenges", "recovery_codes", "mail_changes", "one_time_tokens", "half_sign_ins", "api_tokens"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) => new
    {
        RecoveryCodesLeft = await db.Set<RecoveryCode>().CountAsync(c => c.AccountId == account && c.UsedAt == null, cancel),
        Links = await db.Set<OneTimeToken>().AsNoTracking().Where(t => t.AccountId == account).OrderBy(t => t.EndsAt)
            .Select(t => new { t.Purpose, t.Mail, t.EndsAt, t.UsedAt }).ToListAsync(cancel),
        AddressChanges = await db.Set<MailChange>().AsNoTracking().Where(c => c.AccountId == account)
            .Select(c => new { c.NewMail, c.ApprovedAt, c.ConfirmedAt, c.EndsAt }).ToListAsync(cancel),
        Programs = await db.Set<ApiToken>().AsNoTracking().Where(t => t.AccountId == account).OrderBy(t => t.CreatedAt)
            .Select(t => new { t.Name, t.Prefix, t.MayWrite, t.CreatedAt, t.EndsAt, t.LastUsedAt, t.RevokedAt }).ToListAsync(cancel),
    };

    public async Task EraseAsync(Guid account, CancellationToken cancel)
    {
        await db.Set<PasskeyChallenge>().Where(c => c.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<RecoveryCode>().Where(c => c.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<MailChange>().Where(c => c.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<OneTimeToken>().Where(t => t.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<HalfSignIn>().Where(h => h.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<ApiToken>().Where(t => t.AccountId == account).ExecuteDeleteAsync(cancel);
    }
}
