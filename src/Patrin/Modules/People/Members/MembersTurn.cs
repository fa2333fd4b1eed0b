using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Members;

/// <summary>
/// Whoever changes the members of an organisation, or acts for it, takes its turn first: the row is locked until the end of the
/// transaction, and the right is asked of the database once more. So two managers who leave at once see each other,
/// and a role that was taken away a moment ago counts no more.
/// </summary>
public sealed class MembersTurn(AppDbContext db, TimeProvider clock)
{
    /// <summary>Opens a transaction and waits for the turn.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="needed">The role that is needed now; null when the door has its own rule.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotAllowed">The actor does not hold the role, or no more.</exception>
    public async Task<IDbContextTransaction> TakeAsync(Guid organisation, Actor actor, OrganisationRole? needed, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.Organisations.Where(o => o.Id == organisation).ExecuteUpdateAsync(s => s.SetProperty(o => o.Turn, o => o.Turn + 1), cancel);
            if (needed is { } role && !actor.IsSystem && !(await HeldAsync(organisation, actor, cancel) >= role))
                throw new NotAllowed();
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Managers who can act today, without those of <paramref name="but"/>. Ask inside a turn.</summary>
    public Task<int> OtherManagersAsync(Guid organisation, Guid but, CancellationToken cancel) =>
        db.Memberships.Managing(clock.GetUtcNow().UtcDateTime).Where(m => m.OrganisationId == organisation && m.AccountId != but)
            .Select(m => m.AccountId).Distinct().CountAsync(cancel);

    private async Task<OrganisationRole?> HeldAsync(Guid organisation, Actor actor, CancellationToken cancel)
    {
        var held = await db.Memberships.AsNoTracking().At(clock.GetUtcNow().UtcDateTime)
            .Where(m => m.OrganisationId == organisation && m.AccountId == actor.AccountId && m.Account.State == AccountState.Active
                && (m.Organisation.State == OrganisationState.Active || m.Organisation.State == OrganisationState.Waiting))
            .Select(m => m.Role).ToListAsync(cancel);
        return held.Count == 0 ? null : held.Max();
    }
}
