using System.Globalization;
using System.Text;
using Patrin.Platform.Settings;

namespace Patrin.Platform.Privacy;

/// <summary>
/// DATA/erasures.log: the marks of all erasures, one a line, outside the database, so that a database that is put back
/// does not bring back who was erased. Each line is on the disk before the erasure is committed.
/// </summary>
public sealed class ErasureLog(PatrinOptions options)
{
    private const int MarkLength = 64;

    private string File => Path.Combine(options.DataDirectory, options.Demo ? "erasures-demo.log" : "erasures.log");

    /// <summary>Marks in the log. A line that was torn by a power cut is no mark.</summary>
    public async Task<IReadOnlySet<string>> ReadAsync(CancellationToken cancel)
    {
        if (!System.IO.File.Exists(File))
            return new HashSet<string>();
        var lines = await System.IO.File.ReadAllLinesAsync(File, cancel);
        return lines.Select(l => l.Split(' ')[0]).Where(m => m.Length == MarkLength).ToHashSet(StringComparer.Ordinal);
    }

    public void Append(string mark, DateTime at)
    {
        Directory.CreateDirectory(options.DataDirectory);
        using var file = new FileStream(File, OwnersFile.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
        var torn = false;
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            torn = file.ReadByte() != '\n';
        }

        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.ASCII.GetBytes($"{(torn ? "\n" : "")}{mark} {at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\n"));
        file.Flush(flushToDisk: true);
    }
}
