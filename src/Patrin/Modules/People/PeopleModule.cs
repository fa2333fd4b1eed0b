using System.CommandLine;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Demo;
using Patrin.Modules.People.Factors;
using Patrin.Modules.People.MyAccount;
using Patrin.Modules.People.Notices;
using Patrin.Modules.People.OpenId;
using Patrin.Modules.People.Organisations;
using Patrin.Modules.People.Organisations.Api;
using Patrin.Modules.People.Passwords;
using Patrin.Modules.People.Privacy;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.Setup;
using Patrin.Modules.People.SignIn;
using Patrin.Modules.People.Tokens;
using Patrin.Platform;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

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
        services.AddNotices();
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
        AddAuthentication(services, options);
        services.AddScoped<DemoPeople>().AddScoped<Notify>();
        services.AddSingleton<HashGate>().AddScoped<Passwords.Passwords>().AddScoped<MakeAccount>().AddScoped<OneTimeTokens>();
        services.AddScoped<ClaimSite>();
        AddSignIn(services);
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        PasskeyRoutes.Map(routes);
        TokenRoutes.Map(routes);
        RightsRoutes.Map(routes);
        OrganisationsApi.Map(routes);
    }

    /// <summary>People come with a session; programs, on addresses of the API, with a key in the header.</summary>
    private static void AddAuthentication(IServiceCollection services, PatrinOptions options)
    {
        const string Door = "Door";
        var builder = services.AddAuthentication(Door)
            .AddPolicyScheme(Door, null, o => o.ForwardDefaultSelector = http =>
                TokenAuthentication.Concerns(http.Request) ? TokenAuthentication.SchemeName : SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        services.AddScoped<MakeToken>().AddScoped<ChangeMail>();
        if (options.Settings.OpenId is { } openId)
            OpenIdSetup.Add(builder, openId);
        services.AddScoped<UseLogin>();
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddScoped<KnownDevice>().AddScoped<SignInLimits>().AddScoped<FinishSignIn>().AddScoped<CheckPassword>();
        services.AddScoped<AskForMail>().AddScoped<AccountMails>().AddScoped<IPeriodicTask, AnswerAskedMails>().AddScoped<ChangePassword>();
        services.AddScoped<CheckCode>().AddScoped<ChangeFactors>().AddScoped<Factors.Passkeys>().AddScoped<PasskeyCeremony>();
        services.AddScoped<RenewSession>().AddScoped<ProveIdentity>().AddScoped<DescribeMyself>().AddScoped<IPeriodicTask, ForgetOver>();
    }

    public override IEnumerable<Command> Commands() => [GdprCommand.Create(), AdminCommand.Make(), KeysCommand.Make()];

    public override async Task LoadDemoAsync(IServiceProvider services, string samples, CancellationToken cancel)
    {
        await services.GetRequiredService<DemoPeople>().LoadAsync(cancel);
        await services.GetRequiredService<DemoWork>().LoadAsync(cancel);
    }
}
