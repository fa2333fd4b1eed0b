using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Contracts;

/// <summary>An organisation as other modules show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Code of the list actor_type.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Place">Name of its place; may be empty.</param>
/// <param name="RomaLed">What it says about itself; null when it says nothing.</param>
/// <param name="Verified">A curator checked that it is who it says.</param>
public sealed record OrganisationCard(Guid Id, string Name, string Type, string Country, string Place, bool? RomaLed, bool Verified);

/// <summary>What modules below People may ask about organisations: only of public ones that take part.</summary>
public sealed class OrganisationQueries(AppDbContext db)
{
    private const int Most = 100;

    /// <summary>Those with these ids; ids without a public organisation are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, OrganisationCard>> ByIdsAsync(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var wanted = ids.Distinct().ToList();
        return (await db.Organisations.AsNoTracking().Public().Where(o => wanted.Contains(o.Id)).ToListAsync(cancel)).ToDictionary(o => o.Id, Card);
    }

    /// <summary>Those of a country whose place has one of these names, in any alphabet; at most a hundred, by name.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> ByPlaceAsync(string country, IEnumerable<string> names, CancellationToken cancel)
    {
        var keys = names.Select(OrganisationName.PlaceKey).Where(k => k.Length > 0).Distinct().ToList();
        var found = await db.Organisations.AsNoTracking().Public()
            .Where(o => o.State == OrganisationState.Active && o.Country == country && keys.Contains(o.PlaceKey)).OrderBy(o => o.Name).Take(Most).ToListAsync(cancel);
        return [.. found.Select(Card)];
    }

    private static OrganisationCard Card(Organisation o) => new(
        o.Id, o.Name, o.ActorType, o.Country, o.PlaceName, o.RomaLed switch { RomaLed.Yes => true, RomaLed.No => false, _ => null }, o.VerifiedAt is not null);
}
