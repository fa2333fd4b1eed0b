using System.CommandLine;
using Patrin.Platform.Cli;

namespace Patrin.Platform.Audit;

/// <summary><c>patrin verify-audit</c>: exit code 1 and one line that names the first bad entry.</summary>
public static class VerifyAuditCommand
{
    public static Command Create()
    {
        var command = new Command("verify-audit", "Check that nobody changed, removed or reordered entries of the audit trail.") { CommonOptions.Data };
        command.SetAction((parse, cancel) => CommandScope.RunAsync(parse, RunAsync, cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var found = await services.GetRequiredService<VerifyAudit>().RunAsync(cancel);
        if (found.BadNumber is { } bad)
            Console.Error.WriteLine($"Entry {bad}: {found.Fault}.");
        else
            Console.WriteLine($"{found.Entries} entries, none missing, none changed.");
        return found.BadNumber is null ? 0 : 1;
    }
}
