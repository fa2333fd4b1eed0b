using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Recovery;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Tokens;

/// <summary>What a person wants a key for programs to be.</summary>
public sealed class TokenForm
{
    public string? Name { get; set; }

    public Guid? Organisation { get; set; }

    public bool Write { get; set; }

    public int Days { get; set; } = 90;
}

/// <summary>Makes and revokes keys for programs.</summary>
public sealed class MakeToken(AppDbContext db, AccountMails mails, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The key itself: shown once, kept nowhere.</summary>
    public async Task<string> RunAsync(TokenForm form, Actor actor, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        var name = (form.Name ?? "").Trim();
        if (name.Length is 0 or > ApiToken.NameMax)
            throw new RuleBroken("Name", "Write what the key is for, in at most {0} characters.", ApiToken.NameMax);
        if (form.Organisation is not { } organisation || !actor.Organisations.ContainsKey(organisation))
            throw new RuleBroken("Organisation", "Choose the organisation it acts for.");
        if (form.Days is < 1 or > ApiToken.DaysMax)
            throw new RuleBroken("Days", "Choose between 1 and {0} days.", ApiToken.DaysMax);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<ApiToken>().CountAsync(t => t.AccountId == actor.AccountId && t.RevokedAt == null && t.EndsAt > now, cancel) >= ApiToken.PerAccount)
            throw new RuleBroken("", "You have {0} keys already. Revoke one that is not needed.", ApiToken.PerAccount);
        var secret = ApiToken.Sign + RandomToken.Make();
        var token = new ApiToken
        {
            AccountId = actor.AccountId!.Value, OrganisationId = organisation, Name = name, Prefix = secret[..ApiToken.PrefixLength],
            TokenHash = RandomToken.Hash(secret), MayWrite = form.Write, CreatedAt = now, EndsAt = now.AddDays(form.Days),
        };
        db.Add(token);
        audit.Note(actor, "api-token.make", "api-token", token.Id, organisation);
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>Revokes one's own key.</summary>
    public Task<int> RevokeAsync(Guid id, Actor actor, CancellationToken cancel) =>
        RevokeAsync(db.Set<ApiToken>().Where(t => t.Id == id && t.AccountId == actor.AccountId), id, actor, cancel);

    /// <summary>Revokes a leaked key by its first characters, or by all of it, and tells its owner: for administrators.</summary>
    /// <exception cref="RuleBroken">Field <c>Key</c>: what to do instead.</exception>
    public async Task<int> RevokeByPrefixAsync(string? pasted, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        if (!actor.IsSystem)
            actor.RequireFresh(clock);
        var given = (pasted ?? "").Trim().TrimEnd('…');
        if (given.Length < ApiToken.PrefixLength || !given.StartsWith(ApiToken.Sign, StringComparison.Ordinal))
            throw new RuleBroken("Key", "Give at least the first {0} characters of the key. It begins with {1}.", ApiToken.PrefixLength, ApiToken.Sign);
        var start = given[..ApiToken.PrefixLength];
        var owners = await db.Set<ApiToken>().Where(t => t.Prefix == start && t.RevokedAt == null).Select(t => t.Account).Distinct().ToListAsync(cancel);
        foreach (var owner in owners)
            await mails.ChangedAsync(owner, Text.Key("An administrator revoked one of your keys for programs, because others may have seen it. Make a new one where you need it."), cancel);
        return await RevokeAsync(db.Set<ApiToken>().Where(t => t.Prefix == start), start, actor, cancel);
    }

    private async Task<int> RevokeAsync(IQueryable<ApiToken> which, object record, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var revoked = await which.Where(t => t.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(t => t.RevokedAt, now), cancel);
        if (revoked > 0)
            audit.Note(actor, "api-token.revoke", "api-token", record);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return revoked;
    }
}
