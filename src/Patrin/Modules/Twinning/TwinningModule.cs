using System.CommandLine;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Twinning.Cli;
using Patrin.Modules.Twinning.Explain;
using Patrin.Modules.Twinning.Open;
using Patrin.Modules.Twinning.Publish;
using Patrin.Modules.Twinning.Run;
using Patrin.Modules.Twinning.Show;
using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Platform;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.Twinning;

/// <summary>Rounds that look for the best set of pairs for all, and later the partnerships that follow from them.</summary>
public sealed class TwinningModule : Module
{
    public override IReadOnlyList<MenuEntry> Menu => [new("Twinning", "/twinning")];

    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        services.AddSingleton<RoundShelf>().AddSingleton<MatchWords>().AddSingleton<RulesCheck>().AddSingleton<RoundMap>().AddSingleton<SumDrawing>().AddSingleton<Topics>();
        services.AddSingleton(_ => new Movement(CountryNames.Load(Path.Combine(PatrinOptions.DataFiles, "gazetteer"))));
        services.AddScoped<CollectProfiles>().AddScoped<OpenRound>().AddScoped<RunRound>().AddScoped<PublishRound>();
        services.AddScoped<RoundReader>().AddScoped<PassageReader>();
        services.AddSingleton<ProposedPairsQuery>().AddScoped<IPlaceTies, ProposedPairs>().AddScoped<IPersonalData, RoundAuthors>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => Downloads.Map(routes);

    public override IEnumerable<Command> Commands() => [MatchCommand.Create()];

    public override Task LoadDemoAsync(IServiceProvider services, string samples, CancellationToken cancel) =>
        ExampleRound.LoadAsync(services, cancel);
}
