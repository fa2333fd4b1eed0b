using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Demo;

/// <summary>An example person of the demo network.</summary>
/// <param name="Key">Last part of the address that opens their session.</param>
/// <param name="Name">English name of the part they play; the key of the localised one.</param>
/// <param name="Does">What they do here, one English sentence; the key of the localised one.</param>
public sealed record DemoPerson(string Key, string Name, string Does)
{
    public NetworkRole? Role { get; init; }

    /// <summary>Name of the example organisation they act for.</summary>
    public string Organisation { get; init; } = "";

    public OrganisationRole OrganisationRole { get; init; }

    public string Mail => Key + "@example.org";
}

/// <summary>The example people and organisations of the demo network. Nobody of them exists; real databases never get them.</summary>
public sealed class DemoPeople(AppDbContext db, TimeProvider clock)
{
    private const string TownHall = "Example town hall of Samokov", Association = "Example Roma association of Samokov", Authority = "Example managing authority";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("officer", Text.Key("Municipal officer"), Text.Key("Looks after the profile and the plans of a town hall.")) { Organisation = TownHall, OrganisationRole = OrganisationRole.Manager },
        new("mediator", Text.Key("Mediator"), Text.Key("Notes what residents need and checks what was promised.")) { Organisation = TownHall, OrganisationRole = OrganisationRole.Editor },
        new("practitioner", Text.Key("Practitioner"), Text.Key("Runs a project of a Roma organisation and describes what worked.")) { Organisation = Association, OrganisationRole = OrganisationRole.Manager },
        new("reviewer", Text.Key("Reviewer"), Text.Key("Judges practices by published criteria.")) { Role = NetworkRole.Reviewer },
        new("curator", Text.Key("Curator"), Text.Key("Checks documents, facts and organisations.")) { Role = NetworkRole.Curator },
        new("secretariat", Text.Key("Network secretariat"), Text.Key("Runs the twinning rounds.")) { Role = NetworkRole.Secretariat },
        new("programme", Text.Key("Programming body"), Text.Key("Answers recommendations for a fund.")) { Role = NetworkRole.ProgrammingBody, Organisation = Authority, OrganisationRole = OrganisationRole.Manager },
        new("moderator", Text.Key("Moderator"), Text.Key("Decides about reports and gives the reason.")) { Role = NetworkRole.Moderator },
        new("administrator", Text.Key("Administrator"), Text.Key("Looks after accounts, roles and the state of the system.")) { Role = NetworkRole.Administrator },
    ];

    /// <summary>Adds what is missing; a demo database that has them is left alone.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        if (await db.Accounts.AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        Organisation[] organisations =
        [
            Make(TownHall, "MUNICIPALITY", "BG", "Samokov", RomaLed.No, now),
            Make(Association, "ROMA_NGO", "BG", "Samokov", RomaLed.Yes, now),
            Make(Authority, "MANAGING_AUTHORITY", "BG", "", RomaLed.NotStated, now),
        ];
        db.AddRange(organisations);
        foreach (var person in All)
        {
            var account = new Account
            {
                Id = Guid.CreateVersion7(), DisplayName = person.Name, UserName = person.Mail, NormalizedUserName = person.Mail.ToUpperInvariant(),
                Email = person.Mail, NormalizedEmail = person.Mail.ToUpperInvariant(), EmailConfirmed = true, CreatedAt = now, SignedInAt = now,
                SecurityStamp = Guid.NewGuid().ToString(),
            };
            db.Add(account);
            if (person.Role is { } role)
                db.Add(new RoleGrant { AccountId = account.Id, Role = role, From = now });
            if (organisations.FirstOrDefault(o => o.Name == person.Organisation) is { } organisation)
                db.Add(new Membership { AccountId = account.Id, OrganisationId = organisation.Id, Role = person.OrganisationRole, From = now });
        }

        await db.SaveChangesAsync(cancel);
    }

    private static Organisation Make(string name, string type, string country, string place, RomaLed led, DateTime now) => new()
    {
        Name = name, NameKey = OrganisationName.Key(name), ActorType = type, Country = country, PlaceName = place, RomaLed = led,
        PlaceKey = OrganisationName.PlaceKey(place), Sought = OrganisationName.Sought(name, place), ChangedAt = now,
        About = "An example for the demo network. It does not exist.", State = OrganisationState.Active, CreatedAt = now,
        Mailbox = "office@example.org",
    };
}
