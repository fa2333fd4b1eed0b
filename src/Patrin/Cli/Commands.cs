using System.CommandLine;
using Patrin.Modules;
using Patrin.Platform;
using Patrin.Platform.Cli;
using Patrin.Platform.Errors;
using Patrin.Platform.Settings;

namespace Patrin.Cli;

/// <summary>The command line: without a verb it serves the web site, every verb calls the same use cases as the pages.</summary>
public static class Commands
{
    public static async Task<int> RunAsync(string[] args)
    {
        Umask.Set();
        CommandScope.Factory = PatrinApp.OpenForCommandAsync;
        try
        {
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartRefused refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (RuleBroken broken)
        {
            await Console.Error.WriteLineAsync(string.Format(null, broken.Message, [.. broken.Arguments]));
            return 1;
        }
    }

    private static RootCommand Root()
    {
        var demo = new Option<bool>("--demo") { Description = "Serve the demo network on a database of its own." };
        var urls = new Option<string>("--urls") { Description = "Address to serve on.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        // Hidden: a connection string on the command line can be read by other users of the machine. For tests and containers.
        var database = new Option<string?>("--database") { Hidden = true };
        var allowRoot = new Option<bool>("--allow-root") { Description = "Serve although the user is root: for containers." };
        // Hidden: tests and load measurements ask more often than people.
        var factor = new Option<int>("--limit-factor") { Hidden = true, DefaultValueFactory = _ => 1 };
        var root = new RootCommand("Patrin: sourced facts about places, practices that were tried, plans that used them.")
        {
            demo, urls, allowRoot, factor, database, CommonOptions.Data,
        };
        // Switches of the web host (test hosts pass some) are left to it.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parse, cancel) => ServeAsync(
            PatrinOptions.From(parse.GetValue(CommonOptions.Data), parse.GetValue(demo), parse.GetValue(database)) with { LimitFactor = parse.GetValue(factor) },
            parse.GetValue(urls)!, parse.GetValue(allowRoot), parse.UnmatchedTokens, cancel));
        root.Subcommands.Add(MigrateCommand());
        foreach (var command in AllModules.Create().All.SelectMany(m => m.Commands()).Concat(BackupCommands.Make()))
            root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> ServeAsync(PatrinOptions options, string urls, bool allowRoot, IReadOnlyList<string> hostArguments, CancellationToken cancel)
    {
        var app = PatrinApp.Build(options, ["--urls", urls, .. hostArguments]);
        StartChecks.ForServer(options, app.Environment.EnvironmentName, urls, Environment.UserName == "root", allowRoot);
        await PatrinApp.PrepareAsync(app.Services, options, cancel);
        await app.StartAsync(cancel);
        var site = app.Services.GetRequiredService<SiteState>();
        site.Fallback = Reachable(app.Urls.First());
        foreach (var address in app.Urls)
            Console.WriteLine($"Patrin is at {address}{(options.Demo ? " (demo network)" : "")}. Data: {options.DataDirectory}. Stop with Ctrl+C.");
        await FirstRunAsync(app.Services, options, site, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>While nobody has claimed this Patrin: the address of the set-up page, to standard output only and only once.</summary>
    private static async Task FirstRunAsync(IServiceProvider services, PatrinOptions options, SiteState site, CancellationToken cancel)
    {
        if (options.Demo)
            return;
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetupToken>().NewAsync(cancel) is { } token)
            Console.WriteLine($"Nobody runs this Patrin yet. Set it up within 24 hours at {new Uri(await site.AddressAsync(cancel), "/setup?token=" + token)}");
    }

    /// <summary>The address a person types: "localhost" is a name that passkeys accept, an address is not.</summary>
    private static Uri Reachable(string address) =>
        new(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal));

    private static Command MigrateCommand()
    {
        var command = new Command("migrate", "Bring the database to the newest schema and stop.") { CommonOptions.Data };
        command.SetAction(async (parse, cancel) =>
        {
            var options = PatrinOptions.From(parse.GetValue(CommonOptions.Data));
            await using var services = PatrinApp.BuildForCommand(options);
            await PatrinApp.PrepareAsync(services, options, cancel);
            Console.WriteLine($"Schema is up to date in {options.DataDirectory}.");
        });
        return command;
    }
}
