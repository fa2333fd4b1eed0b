using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Factors;

/// <summary>A passkey in its owner's list.</summary>
/// <param name="Id">Credential id, base64url.</param>
/// <param name="Name">Given by the owner.</param>
/// <param name="AddedAt">UTC.</param>
public sealed record PasskeyRow(string Id, string Name, DateTime AddedAt);

/// <summary>The passkeys of an account: list, name, remove.</summary>
public sealed class Passkeys(AppDbContext db, UserManager<Account> users, ChangeFactors factors, AuditTrail audit, TimeProvider clock)
{
    public const int Most = 10, NameMax = 80;

    public async Task<IReadOnlyList<PasskeyRow>> ListAsync(Guid account, CancellationToken cancel) =>
        [.. (await users.GetPasskeysAsync(await db.Accounts.SingleAsync(a => a.Id == account, cancel))).OrderBy(k => k.CreatedAt)
            .Select(k => new PasskeyRow(Base64Url.EncodeToString(k.CredentialId), k.Name ?? "", k.CreatedAt.UtcDateTime))];

    public async Task RenameAsync(string key, string? name, Actor actor, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        var text = (name ?? "").Trim();
        if (text.Length is 0 or > NameMax)
            throw new RuleBroken("", "Give the passkey a name of at most {0} characters.", NameMax);
        var (account, found) = await FindAsync(key, actor, cancel);
        found.Name = text;
        audit.Note(actor, "passkey.rename", "account", account.Id);
        await users.AddOrUpdatePasskeyAsync(account, found);
    }

    public async Task RemoveAsync(string key, Actor actor, CancellationToken cancel)
    {
        var (_, found) = await FindAsync(key, actor, cancel);
        await factors.ChangeAsync(actor, "passkey.remove", Text.Key("A passkey was removed from your account."), async account =>
        {
            await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == account.Id && p.CredentialId == found.CredentialId).ExecuteDeleteAsync(cancel);
        }, cancel);
    }

    private async Task<(Account Account, UserPasskeyInfo Key)> FindAsync(string key, Actor actor, CancellationToken cancel)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel);
        var id = Base64Url.IsValid(key) ? Base64Url.DecodeFromChars(key) : [];
        return (account, await users.GetPasskeyAsync(account, id) ?? throw new RuleBroken("", "This passkey was removed before."));
    }
}
