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
        CommandScope.Factory = PatrinApp.OpenForCommandAsync;
        try
        {
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
        var root = new RootCommand("Patrin: sourced facts about places, practices that were tried, plans that used them.")
        {
            demo, urls, database, CommonOptions.Data,
        };
        // Switches of the web host (test hosts pass some) are left to it.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parse, cancel) => ServeAsync(
            PatrinOptions.From(parse.GetValue(CommonOptions.Data), parse.GetValue(demo), parse.GetValue(database)), parse.GetValue(urls)!, parse.UnmatchedTokens, cancel));
        root.Subcommands.Add(MigrateCommand());
        foreach (var command in AllModules.Create().All.SelectMany(m => m.Commands()))
            root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> ServeAsync(PatrinOptions options, string urls, IReadOnlyList<string> hostArguments, CancellationToken cancel)
    {
        var app = PatrinApp.Build(options, ["--urls", urls, .. hostArguments]);
        await PatrinApp.PrepareAsync(app.Services, options, cancel);
        await app.StartAsync(cancel);
        app.Services.GetRequiredService<SiteState>().Fallback = Reachable(app.Urls.First());
        foreach (var address in app.Urls)
            Console.WriteLine($"Patrin is at {address}{(options.Demo ? " (demo network)" : "")}. Data: {options.DataDirectory}. Stop with Ctrl+C.");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>The address a person types: "localhost" is a name that passkeys accept, an address is not.</summary>
    private static Uri Reachable(string address) =>
        new(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));

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
