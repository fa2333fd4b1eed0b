using Patrin.Platform.Jobs;

namespace Patrin.Platform.Privacy;

public static class PrivacyServices
{
    /// <summary>The erasure ledger, the purge, and what Platform itself keeps about people.</summary>
    public static IServiceCollection AddPersonalData(this IServiceCollection services) =>
        services.AddSingleton<ErasureLog>().AddScoped<ErasureLedger>().AddScoped<PurgeErased>()
            .AddScoped<IPeriodicTask>(s => s.GetRequiredService<PurgeErased>())
            .AddScoped<IPersonalData, VersionAuthors>().AddScoped<IPersonalData, OwnActions>();
}
