using System.CommandLine;
using Patrin.Platform;
using Patrin.Platform.Cli;
using Patrin.Platform.Data;

namespace Patrin.Cli;

/// <summary><c>patrin backup FILE</c> and <c>patrin restore FILE</c>, for the embedded database.</summary>
internal static class BackupCommands
{
    public static IEnumerable<Command> Make()
    {
        var to = new Argument<string>("FILE") { Description = "The backup, a .zip file. It must not exist yet." };
        var withKey = new Option<bool>("--with-master-key") { Description = "Put the master key into it: whoever has the file can then read sealed secrets. Without it, keep DATA/master.key elsewhere." };
        var backup = new Command("backup", "Write a backup of the database while the server runs.") { to, withKey, CommonOptions.Data };
        backup.SetAction(async (parse, cancel) =>
        {
            var options = PatrinOptions.From(parse.GetValue(CommonOptions.Data));
            await Backup.WriteAsync(options, parse.GetValue(to)!, parse.GetValue(withKey), cancel);
            Console.WriteLine($"Written: {parse.GetValue(to)}.{(parse.GetValue(withKey) ? "" : " The master key is not in it: keep it in another place.")}");
        });

        var from = new Argument<string>("FILE") { Description = "A backup that patrin backup has written." };
        var erasures = new Option<string?>("--erasures") { Description = "The newest erasures.log of this Patrin, when the folder does not hold it: DATA/erasures.log of the server that was lost, or a copy of it." };
        var restore = new Command("restore", "Put a backup into an empty data folder. People who were erased since stay erased.") { from, erasures, CommonOptions.Data };
        restore.SetAction(async (parse, cancel) =>
        {
            var options = PatrinOptions.From(parse.GetValue(CommonOptions.Data));
            if (!await Backup.ReadAsync(options, parse.GetValue(from)!, parse.GetValue(erasures), cancel))
                Console.WriteLine("No ledger of erasures newer than the backup was found: people who were erased since it was written are back. If you have a newer erasures.log, restore again with --erasures.");
            // Brings the schema up to date and carries out again what the erasure ledger knows.
            await using var services = await PatrinApp.OpenForCommandAsync(options, cancel);
            Console.WriteLine($"Restored into {options.DataDirectory}.");
        });
        return [backup, restore];
    }
}
