using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.Roles;

/// <summary>
/// Whoever changes who administers takes the turn first: the row of the site. Two administrators who stop each other, or end each
/// other's role, see each other, so that there is always one left.
/// </summary>
public sealed class AdministratorsTurn(AppDbContext db, TimeProvider clock)
{
    /// <summary>Opens a transaction and waits for the turn.</summary>
    /// <exception cref="NotAllowed">The actor is no administrator, or no more.</exception>
    public async Task<IDbContextTransaction> TakeAsync(Actor actor, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.Set<SiteRow>().ExecuteUpdateAsync(s => s.SetProperty(r => r.ClaimedAt, r => r.ClaimedAt), cancel);
            if (!actor.IsSystem && !await Administrators().AnyAsync(g => g.AccountId == actor.AccountId, cancel))
                throw new NotAllowed();
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asked inside a turn, before an administrator goes.</summary>
    /// <exception cref="RuleBroken">Nobody else holds the role without an end: one whose role ends next week would leave nobody then.</exception>
    public async Task RequireAnotherAsync(Guid but, CancellationToken cancel)
    {
        if (!await Administrators().AnyAsync(g => g.AccountId != but && g.To == null, cancel))
            throw new RuleBroken("", "This is the last administrator. First give somebody else the role, without an end date.");
    }

    public Task<bool> IsAdministratorAsync(Guid account, CancellationToken cancel) => Administrators().AnyAsync(g => g.AccountId == account, cancel);

    private IQueryable<RoleGrant> Administrators() => db.RoleGrants.Administrating(clock.GetUtcNow().UtcDateTime);
}
