using Patrin.Modules.People.Moderation;
using Patrin.Platform.Jobs;
using Patrin.Platform.Moderation;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

internal static class RightsServices
{
    /// <summary>What people may ask for about themselves, and about what others wrote.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services) => services
        .AddScoped<EraseAccount>().AddScoped<IErasableAccounts>(s => s.GetRequiredService<EraseAccount>())
        .AddScoped<IPersonalData, AccountParts>().AddScoped<IPersonalData, MessageParts>().AddScoped<IPersonalData, SignInParts>()
        .AddScoped<IPersonalData, ModerationParts>().AddScoped<IReportable, OrganisationReports>().AddScoped<IRoleLinks, ModeratorLinks>()
        .AddScoped<IPersonalData, RightsParts>().AddScoped<ExportOwnData>().AddScoped<Consents>()
        .AddScoped<IPeriodicTask, RetireInactive>().AddScoped<IPeriodicTask, ForgetOldData>()
        .AddScoped<Reportables>().AddSingleton<Evidence>().AddScoped<SendReport>().AddScoped<DecideCase>().AddScoped<SendAppeal>().AddScoped<ModerationWords>();
}
