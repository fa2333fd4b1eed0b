using Patrin.Platform.Settings;

namespace Patrin.Platform;

/// <summary>What the person who starts Patrin decides. Everything else is in the database.</summary>
public sealed record PatrinOptions
{
    public const string DataVariable = "PATRIN_DATA";
    public const string DatabaseVariable = "PATRIN_DATABASE";

    /// <summary>Folder of the database and the files. Created when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>A PostgreSQL connection string; null for the embedded SQLite database in <see cref="DataDirectory"/>.</summary>
    public string? Postgres { get; init; }

    /// <summary>True when the demo network is to be loaded into a demo database of its own.</summary>
    public bool Demo { get; init; }

    /// <summary>What the operator set in DATA/settings.json and the environment.</summary>
    public ServerSettings Settings { get; init; } = new();

    /// <summary>Rate limits are multiplied by this; 1 but for tests and load measurements.</summary>
    public int LimitFactor { get; init; } = 1;

    public string SqliteFile => Path.Combine(DataDirectory, Demo ? "demo.db" : "patrin.db");

    /// <summary>Code lists, lexicons, gazetteer and map, shipped beside the program.</summary>
    public static string DataFiles => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Demo content, shipped beside the program.</summary>
    public static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Settings from the command line, else from the environment, else the defaults. Demo mode is always on the embedded engine unless told otherwise.</summary>
    /// <exception cref="StartRefused">The settings or the data directory are not as they must be.</exception>
    public static PatrinOptions From(string? dataDirectory, bool demo = false, string? postgres = null)
    {
        var data = Path.GetFullPath(dataDirectory ?? Environment.GetEnvironmentVariable(DataVariable) ?? DefaultDirectory(demo));
        var options = new PatrinOptions
        {
            DataDirectory = data,
            Postgres = postgres ?? (demo ? null : Environment.GetEnvironmentVariable(DatabaseVariable)),
            Demo = demo,
            Settings = SettingsReader.Read(data, Environment.GetEnvironmentVariables()),
        };
        StartChecks.ForAll(options);
        return options;
    }

    private static string DefaultDirectory(bool demo)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(home.Length > 0 ? home : ".", demo ? "patrin-demo" : "patrin");
    }
}
