using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Modules.People.Organisations;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;
using Patrin.Platform.Settings;

namespace Patrin.Tests.Support;

/// <summary>Somebody of a test. The same name is the same account within one site.</summary>
/// <param name="Name">Display name; the mail address is made from it.</param>
/// <param name="Roles">Network roles held.</param>
public sealed record TestPerson(string Name, params NetworkRole[] Roles)
{
    public bool SecondFactor { get; init; } = true;

    /// <summary>Organisation acted for.</summary>
    public Guid? Organisation { get; init; }

    public OrganisationRole OrganisationRole { get; init; } = OrganisationRole.Manager;

    public string Mail => Name.Replace(' ', '.').ToLowerInvariant() + "@example.org";
}

/// <summary>Accounts, sessions and organisations put straight into a running site.</summary>
public static class People
{
    private static readonly DateTime Then = new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc);

    public static TestPerson CuratorAndSecretariat { get; } = new("Test curator", NetworkRole.Curator, NetworkRole.Secretariat);

    /// <summary>For use cases called without a browser.</summary>
    public static Actor Curator { get; } = new("Test curator") { Roles = new HashSet<NetworkRole> { NetworkRole.Curator, NetworkRole.Secretariat }, SecondFactor = true };

    public static void Claim(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<SiteRow>()
            .ExecuteUpdate(s => s.SetProperty(r => r.ClaimedAt, Then).SetProperty(r => r.PublicUrl, "http://localhost"));
    }

    /// <summary>Makes the account when it is new, opens a session and returns the value of its cookie.</summary>
    public static string SignIn(IServiceProvider services, TestPerson person)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var account = AccountAsync(db, person).GetAwaiter().GetResult();
        var token = RandomToken.Make();
        db.Add(scope.ServiceProvider.GetRequiredService<OpenSession>().Make(account, SignInMethod.Password, person.SecondFactor, token));
        db.SaveChanges();
        return token;
    }

    /// <summary>The account of a person, made when it is new.</summary>
    public static async Task<Guid> AccountAsync(Site site, TestPerson person)
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        await using var scope = site.Services.CreateAsyncScope();
        return (await AccountAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), person)).Id;
    }

    /// <summary>An active organisation.</summary>
    public static async Task<Guid> OrganisationAsync(Site site, string name, string type = "MUNICIPALITY", Action<Organisation>? more = null)
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var organisation = new Organisation
        {
            Name = name, NameKey = OrganisationName.Key(name), Sought = OrganisationName.Sought(name, ""), ActorType = type, Country = "BG",
            State = OrganisationState.Active, CreatedAt = Then, ChangedAt = Then,
        };
        more?.Invoke(organisation);
        db.Add(organisation);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return organisation.Id;
    }

    private static async Task<Account> AccountAsync(AppDbContext db, TestPerson person)
    {
        var mail = person.Mail.ToUpperInvariant();
        if (await db.Set<Account>().FirstOrDefaultAsync(a => a.NormalizedEmail == mail) is { } known)
            return known;
        var account = new Account
        {
            Id = Guid.CreateVersion7(), DisplayName = person.Name, UserName = person.Mail, NormalizedUserName = mail, Email = person.Mail,
            NormalizedEmail = mail, EmailConfirmed = true, CreatedAt = Then, SecurityStamp = Guid.NewGuid().ToString(),
        };
        db.Add(account);
        db.AddRange(person.Roles.Select(r => new RoleGrant { AccountId = account.Id, Role = r, From = Then }));
        if (person.Organisation is { } organisation)
            db.Add(new Membership { AccountId = account.Id, OrganisationId = organisation, Role = person.OrganisationRole, From = Then });
        await db.SaveChangesAsync();
        return account;
    }
}
