using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Members;

/// <summary>Begins and ends memberships inside a turn. A changed role is a new membership, so that the dates stay true.</summary>
public sealed class Membering(AppDbContext db, TimeProvider clock)
{
    public Task<Membership?> FindAsync(Guid organisation, Guid membership, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Memberships.Include(m => m.Account).At(now).FirstOrDefaultAsync(m => m.Id == membership && m.OrganisationId == organisation, cancel);
    }

    public Task<Membership?> OfAsync(Guid organisation, Guid account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Memberships.At(now).FirstOrDefaultAsync(m => m.AccountId == account && m.OrganisationId == organisation, cancel);
    }

    public void End(Membership membership)
    {
        membership.To = clock.GetUtcNow().UtcDateTime;
        membership.Version++;
    }

    /// <summary>Ends what the account holds and begins the role; nothing happens when it holds it already.</summary>
    public async Task<Membership> BeginAsync(Guid organisation, Guid account, OrganisationRole role, CancellationToken cancel)
    {
        if (await OfAsync(organisation, account, cancel) is { } held)
        {
            if (held.Role == role)
                return held;
            End(held);
        }

        var membership = new Membership { OrganisationId = organisation, AccountId = account, Role = role, From = clock.GetUtcNow().UtcDateTime };
        db.Add(membership);
        return membership;
    }
}
