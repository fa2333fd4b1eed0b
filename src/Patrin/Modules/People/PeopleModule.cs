using System.CommandLine;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Demo;
using Patrin.Modules.People.Organisations;
using Patrin.Modules.People.Organisations.Api;
using Patrin.Modules.People.Passwords;
using Patrin.Modules.People.Privacy;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.Setup;
using Patrin.Platform;
using Patrin.Platform.Data;

namespace Patrin.Modules.People;

/// <summary>Accounts, organisations, memberships, roles, consent, notifications, moderation: who acts for whom.</summary>
public sealed class PeopleModule : Module
{
    public override IReadOnlyList<MenuEntry> Menu => [new("Organisations", "/organisations")];

    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        // Before the rights: memberships are erased while the account still has its address.
        services.AddOrganisations();
        services.AddRights();
        services.AddIdentityCore<Account>(o =>
        {
            o.User.RequireUniqueEmail = true;
            o.User.AllowedUserNameCharacters = "";
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            o.Password.RequiredLength = 12;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        }).AddUserStore<UserOnlyStore<Account, AppDbContext, Guid>>();
        // Twice the framework's count (quality.md R-25); weaker hashes are made anew at the next sign-in.
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddSingleton<SessionCookie>().AddScoped<OpenSession>().AddScoped<EndSessions>();
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddScoped<DemoPeople>().AddScoped<Notify>();
        services.AddSingleton<HashGate>().AddScoped<Passwords.Passwords>().AddScoped<MakeAccount>().AddScoped<OneTimeTokens>();
        services.AddScoped<ClaimSite>();
    }

    public override IEnumerable<Command> Commands() => [GdprCommand.Create(), AdminCommand.Make(), KeysCommand.Make()];

    public override void MapEndpoints(IEndpointRouteBuilder routes) => OrganisationsApi.Map(routes);

    public override async Task LoadDemoAsync(IServiceProvider services, string samples, CancellationToken cancel)
    {
        await services.GetRequiredService<DemoPeople>().LoadAsync(cancel);
        await services.GetRequiredService<DemoWork>().LoadAsync(cancel);
    }
}
