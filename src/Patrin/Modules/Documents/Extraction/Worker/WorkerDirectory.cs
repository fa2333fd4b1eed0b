namespace Patrin.Modules.Documents.Extraction.Worker;

/// <summary>The empty directory a worker runs in: its home and its place for temporary files.</summary>
internal static class WorkerDirectory
{
    private const string Start = "patrin-extract-";

    /// <summary>No worker runs this long; what is older was left by a program that was killed.</summary>
    private static readonly TimeSpan _abandonedAfter = TimeSpan.FromHours(1);

    private static readonly Lazy<bool> _swept = new(Sweep);

    /// <summary>Makes a new one, readable by this user only. The first call removes abandoned ones.</summary>
    public static DirectoryInfo Create()
    {
        _ = _swept.Value;
        return Directory.CreateTempSubdirectory($"{Start}{Environment.ProcessId}-");
    }

    private static bool Sweep()
    {
        foreach (var directory in Directory.GetDirectories(Path.GetTempPath(), Start + "*"))
        {
            try
            {
                // The worker may write no file, so the directory is empty; one that is not is none of ours.
                if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(directory) > _abandonedAfter)
                    Directory.Delete(directory, recursive: false);
            }
            catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
            {
                // Another user's, or gone meanwhile.
            }
        }

        return true;
    }
}
