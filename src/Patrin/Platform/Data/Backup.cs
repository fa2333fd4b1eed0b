using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Patrin.Platform.Settings;

namespace Patrin.Platform.Data;

/// <summary>
/// A copy of the embedded database at one instant, made beside running writers, in a zip file for its owner only.
/// The ledger of erasures goes with it; the one in the data folder, being newer, stays when a backup is put back.
/// </summary>
public static class Backup
{
    private const string Database = "patrin.db", Key = "master.key", Settings = SettingsReader.FileName, Mark = "last-backup", Ledger = "erasures.log";

    /// <summary>When the last backup was made from this folder; null before the first. Whether it can be put back only a rehearsal shows.</summary>
    public static DateTime? LastAt(PatrinOptions options) =>
        new FileInfo(Path.Combine(options.DataDirectory, Mark)) is { Exists: true } mark ? mark.LastWriteTimeUtc : null;

    /// <exception cref="StartRefused">It cannot be written there.</exception>
    public static async Task WriteAsync(PatrinOptions options, string file, bool withKey, CancellationToken cancel)
    {
        if (options.Postgres is not null)
            throw new StartRefused("On PostgreSQL, use pg_dump or the base backup of the server; keep DATA/master.key beside it in another place.");
        if (!File.Exists(options.SqliteFile))
            throw new StartRefused($"There is no database in {options.DataDirectory}.");
        var copy = Path.Combine(options.DataDirectory, ".backup." + Guid.NewGuid().ToString("N"));
        try
        {
            Copy(options.SqliteFile, copy);
            await using var stream = new FileStream(file, OwnersFile.Options(FileMode.CreateNew, FileAccess.ReadWrite));
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null, cancel);
            await zip.CreateEntryFromFileAsync(copy, Database, CompressionLevel.Fastest, cancel);
            foreach (var path in Directory.EnumerateFiles(options.DataDirectory).Where(f => IsKept(Path.GetFileName(f), withKey)))
                await zip.CreateEntryFromFileAsync(path, Path.GetFileName(path), CompressionLevel.Fastest, cancel);
            await File.WriteAllTextAsync(Path.Combine(options.DataDirectory, Mark), "", cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"{file} cannot be written. It must not exist yet.");
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Puts a backup into a folder without a database.</summary>
    /// <param name="options">Where to.</param>
    /// <param name="file">The backup.</param>
    /// <param name="erasures">A ledger of erasures newer than the backup's own; null to use the one in the folder.</param>
    /// <param name="cancel">Stops between two files.</param>
    /// <returns>False when only the backup's own ledger was there, which knows nobody who was erased since.</returns>
    /// <exception cref="StartRefused">The folder is not empty, or a file cannot be read.</exception>
    public static async Task<bool> ReadAsync(PatrinOptions options, string file, string? erasures, CancellationToken cancel)
    {
        if (File.Exists(options.SqliteFile))
            throw new StartRefused($"There is a database in {options.DataDirectory}. Move it away, or choose an empty folder with --data.");
        var newer = TakeLedger(options, erasures);
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancel);
            if (zip.GetEntry(Database) is null)
                throw new StartRefused($"{file} is not a backup of Patrin.");
            foreach (var entry in zip.Entries.Where(e => e.Name == e.FullName && (e.Name == Database || IsKept(e.Name, withKey: true))))
            {
                // What is in the folder already (a newer ledger of erasures, the master key) is not overwritten.
                var to = Path.Combine(options.DataDirectory, entry.Name);
                if (!File.Exists(to))
                    await entry.ExtractToFileAsync(to, cancel);
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new StartRefused($"{file} cannot be read as a backup of Patrin.");
        }

        return newer;
    }

    private static bool TakeLedger(PatrinOptions options, string? erasures)
    {
        var ledger = Path.Combine(options.DataDirectory, Ledger);
        if (erasures is null || Path.GetFullPath(erasures) == Path.GetFullPath(ledger))
            return File.Exists(ledger);
        try
        {
            if (File.Exists(ledger) && !File.ReadAllBytes(ledger).AsSpan().SequenceEqual(File.ReadAllBytes(erasures)))
                throw new StartRefused($"There is another ledger of erasures in {options.DataDirectory} already. Put both together into it and leave --erasures out.");
            File.Copy(erasures, ledger, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"{erasures} cannot be read.");
        }
    }

    private static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        using var check = target.CreateCommand();
        check.CommandText = "PRAGMA quick_check";
        if (check.ExecuteScalar() as string != "ok")
            throw new StartRefused("The database is damaged: no backup was written. The last good backup is worth more than this one.");
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Files beside the database that belong to it; not the token of a first run, not the demo.</summary>
    private static bool IsKept(string name, bool withKey) => name == Settings || name == Ledger || (withKey && name == Key);
}
