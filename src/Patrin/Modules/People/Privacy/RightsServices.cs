using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

internal static class RightsServices
{
    /// <summary>What people may ask for about themselves.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services) => services
        .AddScoped<EraseAccount>().AddScoped<IErasableAccounts>(s => s.GetRequiredService<EraseAccount>())
        .AddScoped<IPersonalData, AccountParts>().AddScoped<IPersonalData, MessageParts>().AddScoped<IPersonalData, SignInParts>();
}
