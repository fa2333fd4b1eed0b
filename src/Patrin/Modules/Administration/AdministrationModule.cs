using Patrin.Modules.Administration.Health;
using Patrin.Modules.Administration.Jobs;
using Patrin.Modules.Administration.Mails;
using Patrin.Platform;
using Patrin.Platform.Administration;

namespace Patrin.Modules.Administration;

/// <summary>Pages for those who look after this Patrin: regular tasks, mail, health, words. Everything works without a shell.</summary>
public sealed class AdministrationModule : Module
{
    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        services.AddScoped<ReadTasks>().AddSingleton<TaskWords>().AddSingleton<TaskResultWords>().AddScoped<StartTask>().AddScoped<ChangeMail>().AddScoped<CheckHealth>();
        services.AddScoped<IAdminCards, AdministrationCards>();
    }
}
