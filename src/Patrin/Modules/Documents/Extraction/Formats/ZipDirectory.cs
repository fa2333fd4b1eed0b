using System.Buffers.Binary;
using System.Text;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>One packed entry, as the directory states it and as its own header confirms.</summary>
internal sealed record ZipEntry(string Name, bool IsDeflated, long PackedBytes, long StatedBytes, int HeaderAt, int DataAt);

/// <summary>
/// Reads the directory of a zip file without trusting it: entries must lie one after the other inside the file, may
/// not share bytes, and their headers must agree. Nothing is inflated here. ZipArchive checks none of this.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22, HeaderLength = 30, RecordLength = 46;

    private static RefusedException Damaged => RefusedException.Because(RefusalCodes.Damaged, "format", "zip");

    /// <summary>True when the bytes end like a zip file.</summary>
    public static bool HasEnd(ReadOnlySpan<byte> bytes) => FindEnd(bytes) >= 0;

    public static List<ZipEntry> Read(ReadOnlySpan<byte> bytes, ExtractionLimits limits)
    {
        var end = FindEnd(bytes);
        if (end < 0)
            throw Damaged;
        var count = U16(bytes, end + 10);
        var size = U32(bytes, end + 12);
        var start = U32(bytes, end + 16);
        if (count > limits.MaxEntries)
            throw RefusedException.Because(RefusalCodes.TooManyEntries, "limit", limits.MaxEntries);
        if (start + size != end)
            throw Damaged;

        var entries = new List<ZipEntry>(count);
        var at = (int)start;
        for (var i = 0; i < count; i++)
            entries.Add(ReadRecord(bytes, ref at, end));
        if (at != end)
            throw Damaged;
        RefuseDuplicates(entries);
        RefuseOverlap(entries, (int)start);
        RefuseSizes(entries, bytes.Length, limits);
        return entries;
    }

    private static int FindEnd(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - EndLength - ushort.MaxValue)..];
        var found = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (found < 0 || found + EndLength > tail.Length)
            return -1;
        // Nothing may follow the directory but its own comment.
        var end = bytes.Length - tail.Length + found;
        return end + EndLength + U16(bytes, end + 20) == bytes.Length ? end : -1;
    }

    private static ZipEntry ReadRecord(ReadOnlySpan<byte> bytes, ref int at, int end)
    {
        if (at + RecordLength > end || !bytes[at..].StartsWith("PK\u0001\u0002"u8))
            throw Damaged;
        var flags = U16(bytes, at + 8);
        var method = U16(bytes, at + 10);
        long packed = U32(bytes, at + 20), stated = U32(bytes, at + 24), header = U32(bytes, at + 42);
        int nameLength = U16(bytes, at + 28), rest = U16(bytes, at + 30) + U16(bytes, at + 32);
        var mode = U32(bytes, at + 38) >> 16;
        if (at + RecordLength + nameLength + rest > end)
            throw Damaged;
        var rawName = bytes.Slice(at + RecordLength, nameLength);
        var name = Encoding.UTF8.GetString(rawName);
        if ((flags & 1) != 0)
            throw RefusedException.Because(RefusalCodes.Encrypted, "format", "zip");
        if (method is not (0 or 8) || (method == 0 && packed != stated))
            throw Damaged;
        if ((mode & 0xF000) == 0xA000 || IsUnsafe(name))
            throw RefusedException.Because(RefusalCodes.UnsafeEntry, "entry", Shown(name));
        var dataAt = DataAt(bytes, header, rawName);
        at += RecordLength + nameLength + rest;
        return new(name, method == 8, packed, stated, (int)header, dataAt);
    }

    private static int DataAt(ReadOnlySpan<byte> bytes, long header, ReadOnlySpan<byte> name)
    {
        if (header + HeaderLength > bytes.Length || !bytes[(int)header..].StartsWith("PK\u0003\u0004"u8))
            throw Damaged;
        var at = (int)header;
        int nameLength = U16(bytes, at + 26), extra = U16(bytes, at + 28);
        var dataAt = at + HeaderLength + nameLength + extra;
        if (dataAt > bytes.Length || !bytes.Slice(at + HeaderLength, nameLength).SequenceEqual(name))
            throw Damaged;
        return dataAt;
    }

    private static void RefuseDuplicates(List<ZipEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (entries.Find(e => !seen.Add(e.Name)) is { } twice)
            throw RefusedException.Because(RefusalCodes.UnsafeEntry, "entry", Shown(twice.Name));
    }

    private static void RefuseOverlap(List<ZipEntry> entries, int directoryAt)
    {
        long free = 0;
        foreach (var entry in entries.OrderBy(e => e.HeaderAt))
        {
            if (entry.HeaderAt < free)
                throw RefusedException.Because(RefusalCodes.EntriesOverlap);
            free = entry.DataAt + entry.PackedBytes;
        }

        if (free > directoryAt)
            throw RefusedException.Because(RefusalCodes.EntriesOverlap);
    }

    private static void RefuseSizes(List<ZipEntry> entries, long fileBytes, ExtractionLimits limits)
    {
        if (entries.Exists(e => e.StatedBytes > limits.MaxEntryBytes))
            throw RefusedException.Because(RefusalCodes.UnpacksTooLarge, "limit", limits.MaxEntryBytes);
        var total = entries.Sum(e => e.StatedBytes);
        if (total > limits.MaxUnpackedBytes)
            throw RefusedException.Because(RefusalCodes.UnpacksTooLarge, "limit", limits.MaxUnpackedBytes);
        if (total > fileBytes * limits.MaxRatio)
            throw RefusedException.Because(RefusalCodes.UnpacksTooDense, "limit", limits.MaxRatio);
    }

    private static bool IsUnsafe(string name) =>
        name.Length is 0 or > 255
        || name.StartsWith('/')
        || name.AsSpan().IndexOfAny("\\\0:") >= 0
        || name.Split('/').Contains("..");

    // Entry names come from strangers: short, and nothing that turns a line around.
    private static string Shown(string name) =>
        string.Concat(name.Take(60).Select(c => char.IsControl(c) || c is '\u202E' or '\u202D' ? '?' : c));

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
