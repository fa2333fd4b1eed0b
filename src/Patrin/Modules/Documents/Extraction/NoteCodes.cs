namespace Patrin.Modules.Documents.Extraction;

/// <summary>What a reviewer is told about an extracted text. Arguments are named after the arrow.</summary>
public static class NoteCodes
{
    /// <summary>No encoding was stated; it was told from the bytes -> encoding.</summary>
    public const string EncodingGuessed = "encoding-guessed";

    /// <summary>Some bytes fit no character and became U+FFFD -> count.</summary>
    public const string BytesReplaced = "bytes-replaced";

    /// <summary>Characters were changed to their composed form (NFC). No argument.</summary>
    public const string Composed = "composed";

    /// <summary>Only the part marked as main content was read. No argument.</summary>
    public const string MainContentOnly = "main-content-only";

    /// <summary>Text hidden from readers was left out -> count (passages).</summary>
    public const string HiddenLeftOut = "hidden-left-out";

    /// <summary>Text marked as deleted or moved away was left out -> count (passages).</summary>
    public const string DeletedLeftOut = "deleted-left-out";

    /// <summary>Inserted text that nobody has accepted yet was read -> count (passages).</summary>
    public const string InsertedRead = "inserted-read";

    /// <summary>Comments were left out. No argument.</summary>
    public const string CommentsLeftOut = "comments-left-out";

    /// <summary>Page headers and footers were left out. No argument.</summary>
    public const string HeadersLeftOut = "headers-left-out";

    /// <summary>The file points to outside content, which was not fetched -> count.</summary>
    public const string ExternalNotFetched = "external-not-fetched";

    /// <summary>The file holds macros, which were ignored. No argument.</summary>
    public const string MacrosIgnored = "macros-ignored";

    /// <summary>The file holds embedded files, which were not opened -> count.</summary>
    public const string EmbeddedNotOpened = "embedded-not-opened";

    /// <summary>Some pages have no text layer -> count, pages.</summary>
    public const string PagesWithoutText = "pages-without-text";

    /// <summary>Some pages could not be read -> count, pages.</summary>
    public const string PagesUnreadable = "pages-unreadable";

    /// <summary>All codes, for the test that every one has a sentence for people.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        EncodingGuessed, BytesReplaced, Composed, MainContentOnly, HiddenLeftOut, DeletedLeftOut, InsertedRead,
        CommentsLeftOut, HeadersLeftOut, ExternalNotFetched, MacrosIgnored, EmbeddedNotOpened, PagesWithoutText,
        PagesUnreadable,
    ];
}
