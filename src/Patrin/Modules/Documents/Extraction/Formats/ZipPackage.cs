using System.IO.Compression;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>A zip file whose every entry is inflated once, counted, before any of it is read.</summary>
internal sealed class ZipPackage
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, ZipEntry> _entries;

    private ZipPackage(byte[] bytes, List<ZipEntry> entries)
    {
        _bytes = bytes;
        _entries = entries.ToDictionary(e => e.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<string> Names => _entries.Keys;

    public static ZipPackage Open(byte[] bytes, ExtractionLimits limits)
    {
        var entries = ZipDirectory.Read(bytes, limits);
        var package = new ZipPackage(bytes, entries);
        var buffer = new byte[64 * 1024];
        foreach (var entry in entries)
            package.Count(entry, buffer);
        return package;
    }

    public Stream? OpenEntry(string name) =>
        _entries.TryGetValue(name.TrimStart('/'), out var entry) ? Inflate(entry) : null;

    private Stream Inflate(ZipEntry entry)
    {
        var packed = new MemoryStream(_bytes, entry.DataAt, (int)entry.PackedBytes, writable: false);
        return entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    // The stated sizes passed the limits already; here the entry is held to what it stated.
    private void Count(ZipEntry entry, byte[] buffer)
    {
        long total = 0;
        using var stream = Inflate(entry);
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                total += read;
                if (total > entry.StatedBytes)
                    break;
            }
        }
        catch (InvalidDataException)
        {
            throw RefusedException.Because(RefusalCodes.Damaged, "format", "zip");
        }

        if (total != entry.StatedBytes)
            throw RefusedException.Because(RefusalCodes.SizeIsFalse, "entry", entry.Name);
    }
}
