using Patrin.Platform.Text;

namespace Patrin.Modules.Documents;

/// <summary>
/// A document kept verbatim: its text never changes. A changed version is a new document that supersedes the old one.
/// </summary>
public sealed class SourceDocument
{
    public const int TitleMax = 300;
    public const int PublisherMax = 200;
    public const int AddressMax = 1000;
    public const int FileNameMax = 255;
    public const int WrittenMax = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Title { get; set; }

    public string Publisher { get; set; } = "";

    /// <summary>Where it was found (URL); empty when it was handed over.</summary>
    public string Address { get; set; } = "";

    /// <summary>The day somebody read or fetched it.</summary>
    public required DateOnly ReadOn { get; set; }

    /// <summary>When it was written, as far as known: a year or empty.</summary>
    public string Written { get; set; } = "";

    /// <summary>BCP 47; detected, correctable.</summary>
    public required string Language { get; set; }

    /// <summary>A code of the licence list; empty when unknown.</summary>
    public string Licence { get; set; } = "";

    public required string MediaType { get; init; }

    public string FileName { get; init; } = "";

    /// <summary>SHA-256 of the original bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the verbatim text in UTF-16 units. The text itself is in <see cref="Parts"/>, so that no list ever loads it.</summary>
    public int TextLength { get; init; }

    /// <summary>Folded title and publisher, for the search box.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>Share of the text the reader accounts for, 0..1.</summary>
    public double Coverage { get; set; }

    /// <summary>Sentences on which a claim rests.</summary>
    public int ClaimSentences { get; set; }

    /// <summary>Headings and background.</summary>
    public int ContextSentences { get; set; }

    /// <summary>Repeated furniture of the page.</summary>
    public int BoilerplateSentences { get; set; }

    /// <summary>Sentences the reader could not account for.</summary>
    public int UnexplainedSentences { get; set; }

    /// <summary>What extraction left out or guessed, one a line: code and arguments parted by tabs.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The version this one replaces.</summary>
    public Guid? SupersedesId { get; init; }

    /// <summary>False once a newer version exists or the document was withdrawn.</summary>
    public bool IsCurrent { get; set; } = true;

    public required DateTime ImportedAt { get; init; }

    public required string ImportedBy { get; init; }

    /// <summary>The account; null for the demo, the command line, or somebody who was erased.</summary>
    public Guid? ImportedById { get; init; }

    /// <summary>Hidden by a moderator: gone from every public page, its claims count no more.</summary>
    public DateTime? HiddenAt { get; set; }

    public List<DocumentPart> Parts { get; } = [];

    public List<Claim> Claims { get; } = [];

    public List<DocumentSubject> Subjects { get; } = [];

    public List<DocumentCheck> Checks { get; } = [];

    /// <summary>Titles and publishers are found without their diacritics on both engines.</summary>
    public void IndexForSearch() => SearchKey = Shorten(Folding.Fold(Title + " " + Publisher), TitleMax + PublisherMax);

    private static string Shorten(string text, int max) => text.Length <= max ? text : text[..max];
}

/// <summary>A stretch of the verbatim text; all parts in order are the whole text. A page shows one of them.</summary>
public sealed class DocumentPart
{
    public required Guid DocumentId { get; init; }

    /// <summary>Order, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First position in the document, in UTF-16 units.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Unicode code points of the document before this part.</summary>
    public required int CodePointsBefore { get; init; }

    public required string Text { get; init; }

    /// <summary>Sentences with their roles, as <see cref="SentenceMap"/> writes them.</summary>
    public string Sentences { get; init; } = "";
}

/// <summary>The bytes as they came in. Kept apart so that no list ever loads them.</summary>
public sealed class DocumentOriginal
{
    public required Guid DocumentId { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>A place or programme a document is about, as the reader resolved it.</summary>
public sealed class DocumentSubject
{
    public const int KeyMax = 120;
    public const int NameMax = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DocumentId { get; init; }

    /// <summary>Key claims refer to.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string LocalName { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2; empty when unknown or not a place.</summary>
    public string Country { get; init; } = "";

    /// <summary>A <c>PLACE_TYPE</c> code, or <see cref="Programme"/>.</summary>
    public required string Type { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? GazetteerId { get; init; }

    public int SectionStart { get; init; }

    public int SectionEnd { get; init; }

    public const string Programme = "PROGRAMME";
}

/// <summary>A comparison the reader made, passed or a question to a person.</summary>
public sealed class DocumentCheck
{
    public const int CodeMax = 40;
    public const int ArgumentsMax = 4000;
    public const int MostSpans = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DocumentId { get; init; }

    public int Number { get; init; }

    public required string Code { get; init; }

    public string SubjectKey { get; init; } = "";

    public bool Passed { get; init; }

    /// <summary>Values for the text of the code, one a line.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>Passages compared, as <c>start,end;...</c>.</summary>
    public string Spans { get; init; } = "";
}
