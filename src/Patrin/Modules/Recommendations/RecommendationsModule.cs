using Patrin.Modules.Recommendations.Contracts;
using Patrin.Platform;

namespace Patrin.Modules.Recommendations;

/// <summary>Programmes and their promises; asks to programmes, evidence chains and replies follow.</summary>
public sealed class RecommendationsModule : Module
{
    public override IReadOnlyList<MenuEntry> Menu => [new("Programmes", "/programmes")];

    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        services.AddSingleton(_ => PromiseKinds.Load(Path.Combine(PatrinOptions.DataFiles, "programmes", "promises.json")));
        services.AddScoped<ProgrammeQueries>();
        services.AddSingleton<PromiseTexts>();
    }
}
