using System.CommandLine;
using Patrin.Platform.Cli;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

/// <summary><c>patrin gdpr</c>: what the law asks of whoever runs the machine.</summary>
internal static class GdprCommand
{
    public static Command Create()
    {
        var purge = new Command("purge-now", "Remove the bytes of erased accounts from the files of the database now, not within the day.");
        purge.SetAction((parse, cancel) => CommandScope.RunAsync(parse, PurgeAsync, cancel));
        return new Command("gdpr", "Erasure and what is left of it.") { purge };
    }

    private static async Task<int> PurgeAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<PurgeErased>().RunAsync(cancel);
        Console.WriteLine("Purged.");
        return 0;
    }
}
