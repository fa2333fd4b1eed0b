using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Administer.Organisations;

/// <summary>Which organisations an administrator looks at; those that need somebody come first.</summary>
public enum OrganisationView
{
    /// <summary>Nobody can manage them.</summary>
    Lonely,
    Suspended,

    /// <summary>Somebody asked to close them.</summary>
    Closing,
    All,
}

/// <summary>An organisation with what an administrator must know.</summary>
public sealed record AdminOrganisation(Guid Id, string Name, string Type, string Country, OrganisationState State, int Members, int Managers, bool ClosingAsked);

/// <summary>Organisations as administrators see them, closed ones included.</summary>
public sealed class AdminOrganisations(AppDbContext db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Active organisations without a manager who can act today.</summary>
    public IQueryable<Organisation> Lonely()
    {
        var managers = Managers();
        return db.Organisations.AsNoTracking().Where(o => o.State == OrganisationState.Active && !managers.Any(m => m.OrganisationId == o.Id));
    }

    public IQueryable<Organisation> In(OrganisationView view)
    {
        var since = Now - ClosingTerm.Days;
        return view switch
        {
            OrganisationView.Lonely => Lonely(),
            OrganisationView.Suspended => db.Organisations.AsNoTracking().Where(o => o.State == OrganisationState.Suspended),
            OrganisationView.Closing => db.Organisations.AsNoTracking().Where(o =>
                (o.State == OrganisationState.Active || o.State == OrganisationState.Suspended) && o.ClosingAskedAt != null && o.ClosingAskedAt > since),
            _ => db.Organisations.AsNoTracking(),
        };
    }

    public Task<List<AdminOrganisation>> PageAsync(IQueryable<Organisation> found, Paging paging, CancellationToken cancel)
    {
        var (managers, members, since) = (Managers(), Members(), Now - ClosingTerm.Days);
        return found.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip(paging.Skip).Take(paging.Size).Select(o => new AdminOrganisation(
            o.Id, o.Name, o.ActorType, o.Country, o.State,
            members.Where(m => m.OrganisationId == o.Id).Select(m => m.AccountId).Distinct().Count(),
            managers.Where(m => m.OrganisationId == o.Id).Select(m => m.AccountId).Distinct().Count(),
            o.ClosingAskedAt != null && o.ClosingAskedAt > since)).ToListAsync(cancel);
    }

    private IQueryable<Membership> Members() => db.Memberships.At(Now).Where(m => m.Account.State == AccountState.Active);

    private IQueryable<Membership> Managers() => db.Memberships.Managing(Now);
}
