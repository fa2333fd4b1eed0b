using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>
/// The generated rows, kept as the bytes of the file and read only when asked for: 80,000 places in 4.5 MB, not in
/// as many objects. Columns: kind, id, name, other names, country, first-level code, latitude, longitude, feature,
/// population (see scripts/make-gazetteer.mjs).
/// </summary>
internal sealed class PlaceTable
{
    private const int Columns = 10;

    private readonly byte[] _bytes;
    private readonly int[] _starts;

    private PlaceTable(byte[] bytes, int[] starts)
    {
        _bytes = bytes;
        _starts = starts;
    }

    public int Count => _starts.Length;

    public static PlaceTable Read(string file)
    {
        var bytes = Unpack(File.ReadAllBytes(file));
        var starts = new List<int>(1 << 17);
        for (var at = 0; at < bytes.Length;)
        {
            starts.Add(at);
            var length = bytes.AsSpan(at).IndexOf((byte)'\n');
            if (length < 0 || bytes.AsSpan(at, length).Count((byte)'\t') != Columns - 1)
                throw new InvalidDataException($"{file}: line {starts.Count} does not have {Columns} columns.");
            at += length + 1;
        }
        return new PlaceTable(bytes, [.. starts]);
    }

    // The last four bytes of a gzip file are the size of its content; the file is ours and below 4 GB.
    private static byte[] Unpack(byte[] packed)
    {
        var bytes = new byte[BitConverter.ToUInt32(packed, packed.Length - 4)];
        using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        stream.ReadExactly(bytes);
        return bytes;
    }

    public ReadOnlySpan<byte> Name(int row) => Column(row, 2);

    public ReadOnlySpan<byte> OtherNames(int row) => Column(row, 3);

    public bool IsIn(int row, string country) => Column(row, 4).SequenceEqual(Encoding.ASCII.GetBytes(country));

    public NamedPlaceKind Kind(int row) => _bytes[_starts[row]] switch
    {
        (byte)'R' => NamedPlaceKind.Region,
        (byte)'C' => NamedPlaceKind.County,
        (byte)'M' => NamedPlaceKind.Municipality,
        _ => NamedPlaceKind.Settlement,
    };

    public (double Latitude, double Longitude) Point(int row) => (Number(row, 6), Number(row, 7));

    public string Text(int row, int column) => Encoding.UTF8.GetString(Column(row, column));

    public string FirstLevelCode(int row) => $"{Text(row, 4)}.{Text(row, 5)}";

    public NamedPlace Place(int row, IReadOnlyDictionary<string, string> firstLevel)
    {
        var (latitude, longitude) = Point(row);
        var others = Text(row, 3);
        return new NamedPlace(Key(row), Kind(row), Text(row, 2), Text(row, 4), firstLevel.GetValueOrDefault(FirstLevelCode(row)),
            latitude, longitude, null, null,
            others.Length == 0 ? [] : [.. others.Split('|').Select(name => new PlaceAlias(null, name))], Weight(row));
    }

    public int Weight(int row)
    {
        var fixedWeight = Kind(row) switch
        {
            NamedPlaceKind.Region => 46,
            NamedPlaceKind.County => 42,
            NamedPlaceKind.Municipality => 36,
            _ => 0,
        };
        if (fixedWeight > 0) return fixedWeight;
        var size = (int)(10 * Math.Log10(Number(row, 9) + 1));
        return size + Rank(Column(row, 8));
    }

    // Capitals and seats come before a namesake of the same size, quarters of cities after it.
    private static int Rank(ReadOnlySpan<byte> feature) =>
        feature.SequenceEqual("PPLC"u8) ? 10
        : feature.SequenceEqual("PPLA"u8) ? 6
        : feature.SequenceEqual("PPLA2"u8) ? 3
        : feature.SequenceEqual("PPLX"u8) ? -5
        : 0;

    private string Key(int row)
    {
        var id = Text(row, 1);
        if (Kind(row) != NamedPlaceKind.Settlement) return "area:" + id;
        if (id.Length > 0) return "geonames:" + id;
        var (latitude, longitude) = Point(row);
        return string.Create(CultureInfo.InvariantCulture, $"point:{Text(row, 4)}:{latitude:F4},{longitude:F4}");
    }

    private double Number(int row, int column) =>
        Utf8Parser.TryParse(Column(row, column), out double value, out _) ? value : 0;

    private ReadOnlySpan<byte> Column(int row, int column)
    {
        var line = _bytes.AsSpan(_starts[row]);
        for (; column > 0; column--) line = line[(line.IndexOf((byte)'\t') + 1)..];
        return line[..line.IndexOfAny((byte)'\t', (byte)'\n')];
    }
}
