using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>Writes zip files by hand, so that sizes, offsets and names can lie.</summary>
internal sealed class HostileZip
{
    private readonly List<byte> _bytes = [];
    private readonly List<byte> _directory = [];
    private int _count;

    /// <summary>Adds an entry; returns where its header lies, so that another can claim the same place.</summary>
    public int Add(string name, byte[] content, uint? claimedSize = null, uint mode = 0, ushort flags = 0)
    {
        var at = _bytes.Count;
        var packed = Deflate(content);
        Header(_bytes, "PK\u0003\u0004"u8, name, packed.Length, claimedSize ?? (uint)content.Length, flags);
        _bytes.AddRange(Encoding.UTF8.GetBytes(name));
        _bytes.AddRange(packed);
        Claim(name, at, packed.Length, claimedSize ?? (uint)content.Length, mode, flags);
        return at;
    }

    /// <summary>Adds an entry whose packed bytes are given, for contents too large to hold.</summary>
    public void AddPacked(string name, byte[] deflated, uint claimedSize)
    {
        var at = _bytes.Count;
        Header(_bytes, "PK\u0003\u0004"u8, name, deflated.Length, claimedSize, 0);
        _bytes.AddRange(Encoding.UTF8.GetBytes(name));
        _bytes.AddRange(deflated);
        Claim(name, at, deflated.Length, claimedSize);
    }

    /// <summary>Adds a record to the directory only.</summary>
    public void Claim(string name, int headerAt, int packedSize, uint size, uint mode = 0, ushort flags = 0)
    {
        var record = new byte[46];
        "PK\u0001\u0002"u8.CopyTo(record);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(8), flags);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(10), 8);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(20), (uint)packedSize);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(24), size);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(28), (ushort)Encoding.UTF8.GetByteCount(name));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(38), mode << 16);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(42), (uint)headerAt);
        _directory.AddRange(record);
        _directory.AddRange(Encoding.UTF8.GetBytes(name));
        _count++;
    }

    public byte[] Build(byte[]? before = null)
    {
        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)_count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)_count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)_directory.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)_bytes.Count);
        return [.. before ?? [], .. _bytes, .. _directory, .. end];
    }

    /// <summary>A package that is a DOCX by its names, without its content yet.</summary>
    public static HostileZip Docx()
    {
        var zip = new HostileZip();
        zip.Add("[Content_Types].xml", Samples.Utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
        return zip;
    }

    public static byte[] DeflatedZeros(long length)
    {
        // A zlib stream is a deflate stream between two header bytes and a four-byte checksum.
        var zlib = Samples.PackedZeros(length);
        return zlib[2..^4];
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return packed.ToArray();
    }

    private static void Header(List<byte> target, ReadOnlySpan<byte> signature, string name, int packed, uint size, ushort flags)
    {
        var header = new byte[30];
        signature.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), flags);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), 8);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(18), (uint)packed);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(22), size);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(26), (ushort)Encoding.UTF8.GetByteCount(name));
        target.AddRange(header);
    }
}
