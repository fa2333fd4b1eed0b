using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

/// <summary>An organisation that nobody would manage any more.</summary>
public sealed record LeftAlone(Guid Id, string Name);

/// <summary>
/// Erases an account: everything private goes, what was published stays under "former participant", sessions end,
/// the ledger remembers a hash. One transaction over all modules.
/// </summary>
public sealed class EraseAccount(AppDbContext db, IEnumerable<IPersonalData> parts, ErasureLedger ledger, AuditTrail audit, TimeProvider clock) : IErasableAccounts
{
    /// <exception cref="RuleBroken">Somebody must take over first.</exception>
    public async Task RunAsync(Guid account, Actor actor, CancellationToken cancel)
    {
        if (actor.AccountId != account)
            actor.Require(NetworkRole.Administrator);
        if (await LastManagerOfAsync(account, cancel) is { } last)
            throw new RuleBroken("", "You are the last manager of {0}. Hand it over to somebody first; then come back.", last.Name);
        if (await IsLastAdministratorAsync(account, cancel))
            throw new RuleBroken("", "You are the only administrator. Give the role to somebody else first; then come back.");
        await EraseAsync(account, actor, cancel);
    }

    public IAsyncEnumerable<Guid> NotErasedAsync() =>
        db.Accounts.AsNoTracking().Where(a => a.State != AccountState.Erased).Select(a => a.Id).AsAsyncEnumerable();

    public Task EraseAgainAsync(Guid account, CancellationToken cancel) => EraseAsync(account, Actor.System, cancel);

    /// <summary>An organisation that would be left without a manager.</summary>
    public Task<LeftAlone?> LastManagerOfAsync(Guid account, CancellationToken cancel) =>
        db.Memberships.Managing(clock.GetUtcNow().UtcDateTime).OnlyOf(account)
            .OrderBy(m => m.Organisation.Name).Select(m => new LeftAlone(m.OrganisationId, m.Organisation.Name)).FirstOrDefaultAsync(cancel);

    private async Task<bool> IsLastAdministratorAsync(Guid account, CancellationToken cancel)
    {
        var holders = await db.RoleGrants.Administrating(clock.GetUtcNow().UtcDateTime).Select(g => g.AccountId).Distinct().ToListAsync(cancel);
        return holders is [var only] && only == account;
    }

    private async Task EraseAsync(Guid account, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The account last: other parts look up its name and address.
        foreach (var part in parts.OrderBy(p => p is AccountParts))
            await part.EraseAsync(account, cancel);
        await ledger.NoteAsync(account, cancel);
        audit.Note(actor, "account.erase", "account", account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
