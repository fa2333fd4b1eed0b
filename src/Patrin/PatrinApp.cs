using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Patrin.Modules;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Events;
using Patrin.Platform.History;
using Patrin.Platform.Jobs;
using Patrin.Platform.Localization;
using Patrin.Platform.Logging;
using Patrin.Platform.Mail;
using Patrin.Platform.Maps;
using Patrin.Platform.Privacy;
using Patrin.Platform.Secrets;
using Patrin.Platform.Settings;
using Patrin.Platform.Web;

namespace Patrin;

/// <summary>The composition root: services, middleware, modules.</summary>
public static class PatrinApp
{
    /// <summary>Builds the web site; <paramref name="hostArguments"/> are switches of the web host itself.</summary>
    public static WebApplication Build(PatrinOptions options, string[] hostArguments)
    {
        // Settings are read once, at the start: nothing watches files (a watcher each would also use up what a machine allows).
        string[] arguments = ["--hostBuilder:reloadConfigOnChange=false", .. hostArguments];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(HttpLimits.Apply);
        // Static files are found through the build's own list when the program is not published; the framework warns all the same.
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddPatrinLogs(options);
        AddServices(builder.Services, options);
        AddWeb(builder.Services, options);
        var app = builder.Build();
        Configure(app);
        return app;
    }

    /// <summary>The use cases without a web server, for verbs of the command line.</summary>
    public static ServiceProvider BuildForCommand(PatrinOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging(b => b.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        AddServices(services, options);
        return services.BuildServiceProvider();
    }

    /// <summary>Brings the database up to date and, in demo mode, fills an empty one with the demo network.</summary>
    public static async Task PrepareAsync(IServiceProvider services, PatrinOptions options, CancellationToken cancel)
    {
        DemoDatabase.ClearIfOutdated(options);
        await DatabaseSetup.PrepareAsync(services, options, cancel);
        await ErasureLedger.ReplayAsync(services, cancel);
        if (!options.Demo)
            return;
        await using var scope = services.CreateAsyncScope();
        foreach (var module in scope.ServiceProvider.GetRequiredService<ModuleList>().All)
            await module.LoadDemoAsync(scope.ServiceProvider, PatrinOptions.Samples, cancel);
        DemoDatabase.Complete(options);
    }

    private static void AddServices(IServiceCollection services, PatrinOptions options)
    {
        var modules = AllModules.Create();
        services.AddSingleton(options).AddSingleton(modules).AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Localization")));
        services.AddSingleton<Texts>();
        services.AddSingleton(_ => EuropeMap.Load(Path.Combine(PatrinOptions.DataFiles, "map")));
        services.AddDatabase(options);
        services.AddPersonalData();
        services.AddSingleton(_ => MasterKey.Open(options)).AddSingleton<SiteState>().AddSingleton<Throttle>().AddScoped<SetupToken>();
        services.AddScoped<EventPublisher>().AddScoped<AuditTrail>().AddScoped<VerifyAudit>().AddScoped<Versions>().AddSingleton<PublicLinks>();
        services.AddPeriodicRunner().AddMail(options);
        services.AddScoped<IPeriodicTask, ForgetTries>().AddScoped<IPeriodicTask, CheckAudit>();
        services.AddDataProtection().SetApplicationName("patrin").PersistKeysToDbContext<AppDbContext>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlEncryptor = new KeyRingEncryptor(s.GetRequiredService<MasterKey>())));
        services.AddSingleton<IKeyManager, WatchedKeyManager>();
        foreach (var module in modules.All)
            module.AddServices(services, options);
    }

    private static void AddWeb(IServiceCollection services, PatrinOptions options)
    {
        // The framework's default encoder writes every Cyrillic or Greek letter as a number: twice the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHostedService<PeriodicService>().AddHostedService<KeyRingWatch>();
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationHandler, HoldsRoleHandler>().AddSingleton<IAuthorizationHandler, ActsForOrganisationHandler>()
            .AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        services.AddHttpContextAccessor();
        services.AddRouting(o => o.LowercaseUrls = true);
        // A value in a query that cannot be read is the caller's fault in every environment, not only in production.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.AddRazorPages(o => o.RootDirectory = "/Modules").AddMvcOptions(o =>
            {
                o.Filters.Add<RuleBrokenPageFilter>();
                o.Filters.Add<NotAllowedFilter>();
            })
            .AddViewOptions(o => o.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddRazorOptions(o => o.PageViewLocationFormats.Add("/Platform/Ui/{0}.cshtml"));
        services.AddFormLimits();
        services.AddAntiforgery();
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>, FormCookieSetup>();
        services.AddTrustedProxies(options.Settings);
        services.AddRequestRates(options);
        services.AddResponseCompression(o => o.EnableForHttps = false);
    }

    private static void Configure(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseNoKeysInAddresses();
        app.UseForwardedHeaders();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseDatabaseFaults();
        app.UseHostGate();
        app.UseParameterLimit();
        app.UseSameSiteWrites();
        app.UseLanguageInAddress();
        app.UseSetupGate();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseFormLimit();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets().RequireAuthorization(Policies.Read);
        app.MapRazorPages().WithStaticAssets();
        app.MapHealth();
        app.MapContentPolicyReports();
        foreach (var module in app.Services.GetRequiredService<ModuleList>().All)
            module.MapEndpoints(app);
    }

    /// <summary>Services on a database that is up to date: what every verb of the command line starts with.</summary>
    public static async Task<ServiceProvider> OpenForCommandAsync(PatrinOptions options, CancellationToken cancel)
    {
        var services = BuildForCommand(options);
        await PrepareAsync(services, options, cancel);
        return services;
    }
}
