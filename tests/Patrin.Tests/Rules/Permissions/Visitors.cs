using Patrin.Platform.Access;
using Patrin.Tests.Support;

namespace Patrin.Tests.Rules.Permissions;

/// <summary>Everybody who tries every door: nobody, somebody without a role, every role in an organisation, every network role.</summary>
internal static class Visitors
{
    /// <summary>Column heads of the table, in its order.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "visitor", "account", "editor", "publisher", "manager", "foreign-manager", "suspended-manager",
        "curator", "reviewer", "moderator", "secretariat", "programme", "administrator", "administrator-without-factor",
    ];

    public static async Task<IReadOnlyList<(string Name, HttpClient Browser)>> EnterAsync(Site site, Guid own, Guid foreign, Guid suspended)
    {
        // In the order of the names; sign-ins are rows, so one after the other.
        var browsers = new List<(string, HttpClient)>();
        foreach (var name in Names)
        {
            if (Person(name, own, foreign, suspended) is { } person)
                await People.AccountAsync(site, person);
            browsers.Add((name, Person(name, own, foreign, suspended) is { } known ? site.Browser(known) : site.Visitor()));
        }

        return browsers;
    }

    private static TestPerson? Person(string name, Guid own, Guid foreign, Guid suspended) => name switch
    {
        "visitor" => null,
        "account" => new("Sweep account"),
        "editor" => new("Sweep editor") { Organisation = own, OrganisationRole = OrganisationRole.Editor },
        "publisher" => new("Sweep publisher") { Organisation = own, OrganisationRole = OrganisationRole.Publisher },
        "manager" => new("Sweep manager") { Organisation = own, OrganisationRole = OrganisationRole.Manager },
        "foreign-manager" => new("Sweep foreign manager") { Organisation = foreign, OrganisationRole = OrganisationRole.Manager },
        "suspended-manager" => new("Sweep suspended manager") { Organisation = suspended, OrganisationRole = OrganisationRole.Manager },
        "programme" => new("Sweep programme", NetworkRole.ProgrammingBody),
        "administrator-without-factor" => new("Sweep administrator without factor", NetworkRole.Administrator) { SecondFactor = false },
        _ => new("Sweep " + name, Enum.Parse<NetworkRole>(name, ignoreCase: true)),
    };
}
