using Patrin.Platform;

namespace Patrin.Modules.Site;

/// <summary>The start page and the pages about the site itself. Stands last: it shows what the other modules hold and owns no table.</summary>
public sealed class SiteModule : Module
{
    public override void AddServices(IServiceCollection services, PatrinOptions options) => services.AddSingleton<Home.HomeMap>();
}
