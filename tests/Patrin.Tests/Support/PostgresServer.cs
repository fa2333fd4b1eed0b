using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Patrin.Tests.Support;

/// <summary>
/// One real PostgreSQL for the whole test run, in a temporary directory, on a socket only. Tests get databases of their own.
/// PATRIN_TEST_POSTGRES may name a running server instead.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<(string? Connection, string? Reason)> Server = new(Start);
    private static int _databases;

    public static string? Unavailable => Server.Value.Reason;

    /// <summary>Connection string of a new, empty database; null when there is no server.</summary>
    public static string? NewDatabase()
    {
        if (Server.Value.Connection is not { } connection)
            return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        using var admin = new NpgsqlConnection(connection);
        admin.Open();
        using var command = admin.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'";
        command.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(connection) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    private static (string?, string?) Start()
    {
        if (Environment.GetEnvironmentVariable("PATRIN_TEST_POSTGRES") is { Length: > 0 } given)
            return (given, null);
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        if (bin is null)
            return (null, "PostgreSQL is not installed: ./test.sh installs it when it may (root), or set PATRIN_TEST_POSTGRES.");
        var directory = Directory.CreateTempSubdirectory("patrin-pg-").FullName;
        var asRoot = Environment.UserName == "root";
        if (asRoot)
            Run("chown", "postgres", directory);
        Run(asRoot, Path.Combine(bin, "initdb"), "-D", directory + "/db", "-U", "patrin", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        // Tests value speed over durability; the durability of PostgreSQL itself is not ours to test.
        Run(asRoot, Path.Combine(bin, "pg_ctl"), "-D", directory + "/db", "-w", "-l", directory + "/log",
            "-o", $"-c listen_addresses='' -c unix_socket_directories={directory} -c fsync=off -c max_connections=300", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Run(asRoot, Path.Combine(bin, "pg_ctl"), "-D", directory + "/db", "-m", "immediate", "stop");
            Directory.Delete(directory, recursive: true);
        };
        return ($"Host={directory};Username=patrin;Database=postgres", null);
    }

    private static void Run(bool asPostgres, string program, params string[] arguments)
    {
        if (asPostgres)
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = "/tmp" })!;
        // The server inherits standard output: reading to its end would wait for ever.
        process.WaitForExit(60_000);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
