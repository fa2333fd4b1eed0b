using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Places.Challenges;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Exchange;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Following;
using Patrin.Modules.Places.History;
using Patrin.Modules.Places.Known;
using Patrin.Modules.Places.Map;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Places.Profile;
using Patrin.Modules.Places.Sources;
using Patrin.Platform;
using Patrin.Platform.Events;
using Patrin.Platform.Moderation;

namespace Patrin.Modules.Places;

/// <summary>Profiles of municipalities, counties and districts, made of accepted claims; the map; what they share.</summary>
public sealed class PlacesModule : Module
{
    public override IReadOnlyList<MenuEntry> Menu => [new("Places", PlaceLinks.List), new("Challenges", PlaceLinks.Challenges)];

    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        services.AddSingleton(KnownPlaces.Load());
        services.AddSingleton<PlaceOverviews>().AddSingleton<ProfileQuery>().AddSingleton<FigureTexts>().AddSingleton<ProfileWords>().AddSingleton<Facets>().AddSingleton<PlaceMaps>();
        services.AddScoped<IHandle<ClaimsDecided>, FollowClaims>();
        services.AddScoped<ReadProfile>().AddScoped<ReadClaims>().AddScoped<ReadHistory>().AddScoped<ReadChallenge>().AddScoped<PlaceQueries>().AddScoped<IReportable, PlaceReports>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => PlaceRoutes.Map(routes);
}
