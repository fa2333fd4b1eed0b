using System.CommandLine;
using Patrin.Modules.Documents.Claims;
using Patrin.Modules.Documents.Demo;
using Patrin.Modules.Documents.Describe;
using Patrin.Modules.Documents.Extraction;
using Patrin.Modules.Documents.Import;
using Patrin.Modules.Documents.Review;
using Patrin.Platform;
using Patrin.Platform.Jobs;
using Patrin.Platform.Moderation;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.Documents;

/// <summary>Sources kept verbatim, the claims read from them, and what people decided about each.</summary>
public sealed class DocumentsModule : Module
{
    public override IReadOnlyList<MenuEntry> Menu => [new("Sources", "/sources")];

    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        services.AddSingleton<DocumentExtractor>().AddSingleton<DocumentReading>().AddSingleton<ClaimWords>().AddSingleton<CheckWords>().AddSingleton<NoteWords>();
        services.AddScoped<ImportDocument>().AddScoped<OlderVersion>().AddScoped<DecideOnClaims>().AddScoped<AcceptClearClaims>()
            .AddScoped<ExportClaims>().AddScoped<DescribeDocument>().AddScoped<ImportAccount>().AddScoped<DemoDocuments>()
            .AddScoped<IPersonalData, DocumentAuthors>().AddScoped<IReportable, DocumentReports>().AddScoped<IPeriodicTask, ForgetOldOriginals>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => ClaimsApi.Map(routes);

    public override IEnumerable<Command> Commands() => [ImportCommand.Create(), ExportCommand.Create()];

    public override Task LoadDemoAsync(IServiceProvider services, string samples, CancellationToken cancel) =>
        services.GetRequiredService<DemoDocuments>().LoadAsync(samples, cancel);
}
