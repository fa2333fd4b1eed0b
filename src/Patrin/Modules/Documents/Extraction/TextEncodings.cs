using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using UtfUnknown;

namespace Patrin.Modules.Documents.Extraction;

/// <summary>
/// Tells how a text file is encoded: byte order mark, UTF-16 pattern, valid UTF-8, the charset an HTML page states,
/// and at last letter statistics (UTF.Unknown) among the single-byte encodings that Europe used.
/// </summary>
internal static partial class TextEncodings
{
    private const int SampleBytes = 256 * 1024;

    /// <summary>Share of multi-byte sequences that may be broken in a text still taken for UTF-8.</summary>
    private const double ToleratedDamage = 0.05;

    // The Windows tables hold the letters of their ISO sisters (not always in the same place) and the quotation marks
    // and dashes of real files, in bytes the ISO tables do not use. .NET has no ISO-8859-16 (Romanian); its letters
    // with cedilla lie where windows-1250 has them.
    private static readonly Dictionary<string, (int Windows, int Iso)> _inUse = new(StringComparer.OrdinalIgnoreCase)
    {
        ["windows-1250"] = (1250, 1250),
        ["windows-1251"] = (1251, 1251),
        ["windows-1252"] = (1252, 1252),
        ["windows-1253"] = (1253, 1253),
        ["windows-1254"] = (1254, 1254),
        ["windows-1257"] = (1257, 1257),
        ["iso-8859-1"] = (1252, 1252),
        ["iso-8859-2"] = (1250, 28592),
        ["iso-8859-5"] = (28595, 28595),
        ["iso-8859-7"] = (1253, 28597),
        ["iso-8859-9"] = (1254, 28599),
        ["iso-8859-13"] = (1257, 28603),
        ["iso-8859-15"] = (1252, 28605),
        ["iso-8859-16"] = (1250, 1250),
        ["koi8-r"] = (20866, 20866),
    };

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>Null when no encoding fits.</returns>
    public static DetectedEncoding? Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return new(Encoding.UTF8, 3, IsGuessed: false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new(Encoding.Unicode, 2, IsGuessed: false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new(Encoding.BigEndianUnicode, 2, IsGuessed: false);
        if (bytes.Contains((byte)0))
            return Utf16WithoutMark(bytes);
        if (Utf8.IsValid(bytes) || IsDamagedUtf8(bytes))
            return new(Encoding.UTF8, 0, IsGuessed: false);
        return Stated(bytes) ?? Guess(bytes);
    }

    // In UTF-16 text of any European script most characters are below U+0500 and ASCII blanks are frequent:
    // one byte of each pair is 0 to 5 almost always, and NUL falls on that side only.
    private static DetectedEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0 || bytes.Length < 4)
            return null;
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        int lowFirst = 0, lowSecond = 0, nulFirst = 0, nulSecond = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            lowFirst += sample[i] <= 5 ? 1 : 0;
            lowSecond += sample[i + 1] <= 5 ? 1 : 0;
            nulFirst += sample[i] == 0 ? 1 : 0;
            nulSecond += sample[i + 1] == 0 ? 1 : 0;
        }

        var enough = sample.Length / 2 * 0.9;
        if (lowSecond >= enough && nulFirst == 0)
            return new(Encoding.Unicode, 0, IsGuessed: true);
        if (lowFirst >= enough && nulSecond == 0)
            return new(Encoding.BigEndianUnicode, 0, IsGuessed: true);
        return null;
    }

    // A long UTF-8 text with a few bad bytes (pasted fragments, a cut at the end) is still UTF-8.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) != System.Buffers.OperationStatus.Done)
                bad++;
            else if (used > 1)
                good++;
            bytes = bytes[used..];
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)127);
            bytes = ascii < 0 ? [] : bytes[ascii..];
        }

        return good >= 20 && bad <= good * ToleratedDamage;
    }

    private static DetectedEncoding? Stated(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var match = MetaCharset().Match(head);
        if (!match.Success || ByName(match.Groups[1].Value) is not { IsSingleByte: true } encoding)
            return null;
        return new(encoding, 0, IsGuessed: false);
    }

    private static DetectedEncoding? Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = AroundLetters(bytes);
        // The detector also proposes encodings nobody used for such texts (Vietnamese, DOS, old Macintosh), most of all
        // for short ones; the best of those in use is taken.
        foreach (var proposal in CharsetDetector.DetectFromBytes(sample).Details)
        {
            if (_inUse.TryGetValue(proposal.EncodingName, out var codePages))
                return new(Encoding.GetEncoding(HasBytesOnlyWindowsUses(sample) ? codePages.Windows : codePages.Iso), 0, IsGuessed: true);
        }

        return null;
    }

    private static bool HasBytesOnlyWindowsUses(byte[] sample) => sample.AsSpan().IndexOfAnyInRange((byte)0x80, (byte)0x9F) >= 0;

    private static Encoding? ByName(string name)
    {
        try
        {
            // What the HTML standard does as well: pages that say Latin 1 mean the Windows table.
            return Encoding.GetEncoding(name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" ? "windows-1252" : name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The detector's cost is linear in what it gets; ASCII stretches tell it nothing, so it gets the lines that matter.
    private static byte[] AroundLetters(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= SampleBytes)
            return bytes.ToArray();
        var sample = new List<byte>(SampleBytes);
        for (var at = 0; at < bytes.Length && sample.Count < SampleBytes;)
        {
            var next = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)127);
            if (next < 0)
                break;
            var from = Math.Max(at, at + next - 40);
            var to = Math.Min(bytes.Length, at + next + 80);
            sample.AddRange(bytes[from..to]);
            at = to;
        }

        return [.. sample];
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_:-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MetaCharset();
}
