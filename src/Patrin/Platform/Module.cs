using System.CommandLine;

namespace Patrin.Platform;

/// <summary>
/// What a module adds to the house. Platform asks every module the same questions and never names one;
/// cross-cutting lists (menu, commands, demo content) are filled here.
/// </summary>
public abstract class Module
{
    /// <summary>Folder and namespace of the module, in English.</summary>
    public string Name => GetType().Namespace!.Split('.')[^1];

    /// <summary>Entries of the main menu, in the order of the modules.</summary>
    public virtual IReadOnlyList<MenuEntry> Menu => [];

    /// <summary>Registers the module's use cases, jobs and event handlers.</summary>
    public virtual void AddServices(IServiceCollection services, PatrinOptions options)
    {
    }

    /// <summary>Maps routes that are not Razor pages (API, feeds, downloads).</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>Verbs of the command line.</summary>
    public virtual IEnumerable<Command> Commands() => [];

    /// <summary>Loads the module's part of the demo network. Called in module order on an empty demo database.</summary>
    public virtual Task LoadDemoAsync(IServiceProvider services, string samples, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>One entry of the main menu.</summary>
/// <param name="Text">English text; the key of the localised one.</param>
/// <param name="Path">Path without language, for instance <c>/places</c>.</param>
public sealed record MenuEntry(string Text, string Path);

/// <summary>The modules of this build, in the order in which references may point upwards.</summary>
public sealed class ModuleList(IReadOnlyList<Module> modules)
{
    public IReadOnlyList<Module> All { get; } = modules;

    public IEnumerable<MenuEntry> Menu => All.SelectMany(m => m.Menu);
}
