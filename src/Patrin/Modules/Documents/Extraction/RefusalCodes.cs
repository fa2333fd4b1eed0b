namespace Patrin.Modules.Documents.Extraction;

/// <summary>Every reason for which a file is not read. Arguments are named after the arrow.</summary>
public static class RefusalCodes
{
    /// <summary>No byte, or nothing but blanks. No argument.</summary>
    public const string Empty = "empty";

    /// <summary>More bytes than allowed for this kind of file -> limit (bytes).</summary>
    public const string TooLarge = "too-large";

    /// <summary>A known format that is not read -> format (a short name such as "xlsx", "rtf", "jpeg").</summary>
    public const string UnsupportedFormat = "unsupported-format";

    /// <summary>Bytes that are no text in any encoding known here -> position (first offending byte).</summary>
    public const string Binary = "binary";

    /// <summary>A file that is two things at once -> first, second (formats).</summary>
    public const string TwoFormats = "two-formats";

    /// <summary>A password is needed -> format.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>Text, but its encoding could not be told. No argument.</summary>
    public const string UnknownEncoding = "unknown-encoding";

    /// <summary>Cut off or against its own format's rules -> format.</summary>
    public const string Damaged = "damaged";

    /// <summary>Readable, but holds no text: a scan, an empty page -> format.</summary>
    public const string NoText = "no-text";

    /// <summary>Unpacks to more than allowed -> limit (bytes).</summary>
    public const string UnpacksTooLarge = "unpacks-too-large";

    /// <summary>Unpacks to more than allowed times its size -> limit (times).</summary>
    public const string UnpacksTooDense = "unpacks-too-dense";

    /// <summary>More packed entries than allowed -> limit.</summary>
    public const string TooManyEntries = "too-many-entries";

    /// <summary>An entry holds more or fewer bytes than it states -> entry.</summary>
    public const string SizeIsFalse = "size-is-false";

    /// <summary>Two entries share bytes. No argument.</summary>
    public const string EntriesOverlap = "entries-overlap";

    /// <summary>An entry is a link, leaves its folder, or exists twice -> entry.</summary>
    public const string UnsafeEntry = "unsafe-entry";

    /// <summary>A part declares a document type -> part.</summary>
    public const string DocumentTypeDeclared = "document-type-declared";

    /// <summary>Nested deeper than allowed -> limit.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>More pages than allowed -> limit.</summary>
    public const string TooManyPages = "too-many-pages";

    /// <summary>More text than allowed -> limit (characters).</summary>
    public const string TextTooLong = "text-too-long";

    /// <summary>The parser needed more time than allowed -> seconds.</summary>
    public const string TimeLimit = "time-limit";

    /// <summary>The parser needed more memory than allowed -> megabytes.</summary>
    public const string MemoryLimit = "memory-limit";

    /// <summary>The parser stopped without an answer -> format.</summary>
    public const string ParserFailed = "parser-failed";

    /// <summary>All codes, for the test that every one has a sentence for people.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Empty, TooLarge, UnsupportedFormat, Binary, TwoFormats, Encrypted, UnknownEncoding, Damaged, NoText,
        UnpacksTooLarge, UnpacksTooDense, TooManyEntries, SizeIsFalse, EntriesOverlap, UnsafeEntry,
        DocumentTypeDeclared, TooDeep, TooManyPages, TextTooLong, TimeLimit, MemoryLimit, ParserFailed,
    ];
}
