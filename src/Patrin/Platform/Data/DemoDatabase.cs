using System.Security.Cryptography;
using System.Text;

namespace Patrin.Platform.Data;

/// <summary>
/// The demo database belongs to one build and one set of samples: when either changes it is made anew,
/// so that nobody looks at yesterday's demo through today's pages.
/// </summary>
public static class DemoDatabase
{
    private const string StampFile = "demo.stamp";

    /// <summary>Deletes a demo database of another build. Does nothing for real data or on PostgreSQL.</summary>
    public static void ClearIfOutdated(PatrinOptions options)
    {
        if (!options.Demo || options.Postgres is not null || !Directory.Exists(options.DataDirectory))
            return;
        var stamp = Path.Combine(options.DataDirectory, StampFile);
        if (File.Exists(stamp) && File.ReadAllText(stamp) == Stamp())
            return;
        foreach (var ending in new[] { "", "-wal", "-shm" })
            File.Delete(options.SqliteFile + ending);
    }

    /// <summary>Called when the demo content is complete; a start that was cut off leaves no stamp and begins again.</summary>
    public static void Complete(PatrinOptions options) => File.WriteAllText(Path.Combine(options.DataDirectory, StampFile), Stamp());

    private static string Stamp()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(DemoDatabase).Module.ModuleVersionId.ToByteArray());
        foreach (var file in Directory.EnumerateFiles(PatrinOptions.Samples, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
