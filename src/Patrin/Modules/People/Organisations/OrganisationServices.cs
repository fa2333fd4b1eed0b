using Patrin.Modules.People.Administer;
using Patrin.Modules.People.Administer.Organisations;
using Patrin.Modules.People.Administer.Users;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Curate;
using Patrin.Modules.People.Demo;
using Patrin.Modules.People.Invitations;
using Patrin.Modules.People.Join;
using Patrin.Modules.People.Members;
using Patrin.Modules.People.Organisations.Edit;
using Patrin.Modules.People.Roles;
using Patrin.Modules.People.Trail;
using Patrin.Platform.Administration;
using Patrin.Platform.Jobs;
using Patrin.Platform.Moderation;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Organisations;

/// <summary>Use cases of organisations, their members and the ways in.</summary>
internal static class OrganisationServices
{
    public static void AddOrganisations(this IServiceCollection services)
    {
        services.AddSingleton<OrganisationWords>().AddScoped<OrganisationQueries>().AddScoped<DemoWork>();
        services.AddScoped<EditOrganisation>().AddScoped<DecideOnOrganisation>().AddScoped<TellMembers>().AddScoped<ChangeRoles>();
        services.AddScoped<AskToJoin>().AddScoped<ConfirmJoin>().AddScoped<AnswerCurators>();
        services.AddScoped<MembersTurn>().AddScoped<Membering>().AddScoped<ChangeMember>().AddScoped<LeaveOrganisation>();
        services.AddScoped<Invite>().AddScoped<InvitationMail>().AddScoped<ChangeInvitation>().AddScoped<AcceptInvitation>();
        services.AddScoped<FindAccounts>().AddScoped<ChangeAccount>().AddScoped<StoppedMails>().AddScoped<AdminOrganisations>().AddScoped<IAdminCards, PeopleCards>();
        services.AddScoped<AdministratorsTurn>().AddScoped<ReadTrail>().AddSingleton<TrailWords>();
        services.AddScoped<IPersonalData, MembershipRecords>().AddScoped<IPeriodicTask, ForgetUnconfirmed>().AddScoped<IRoleLinks, OrganisationRoleLinks>();
    }
}
