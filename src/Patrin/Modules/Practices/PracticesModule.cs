using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Practices.Contracts;
using Patrin.Modules.Practices.Demo;
using Patrin.Modules.Practices.Fit;
using Patrin.Modules.Practices.Index;
using Patrin.Modules.Practices.List;
using Patrin.Modules.Practices.Record;
using Patrin.Platform;
using Patrin.Platform.Moderation;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.Practices;

/// <summary>What was tried, told once so that strangers can judge it and use its parts.</summary>
public sealed class PracticesModule : Module
{
    public override IReadOnlyList<MenuEntry> Menu => [new("Practices", PracticeLinks.List)];

    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        services.AddSingleton<PracticeWords>().AddSingleton<ResultFigures>().AddSingleton<FacetTexts>().AddSingleton<PracticeIndex>();
        services.AddScoped<KeepPractice>().AddScoped<ReadPractice>().AddScoped<ListPractices>().AddScoped<PracticeQueries>().AddScoped<ReadPassages>().AddScoped<IPlacePractices, PracticesOfPlace>().AddScoped<DemoPractices>()
            .AddScoped<IPersonalData, PracticeAuthors>().AddScoped<IReportable, PracticeReports>();
    }

    public override Task LoadDemoAsync(IServiceProvider services, string samples, CancellationToken cancel) =>
        services.GetRequiredService<DemoPractices>().LoadAsync(samples, cancel);
}
