namespace Patrin.Modules.Documents.Reading;

/// <summary>What a claim is about. The wire form in exports is the name in UPPER_SNAKE case.</summary>
public enum ClaimKind
{
    /// <summary>A place the document describes: name, country, type.</summary>
    Place,

    /// <summary>Residents of an area, whatever their origin.</summary>
    Population,

    /// <summary>A count of Roma residents, or of a group the source takes for Roma (then the method says so).</summary>
    RomaPopulation,

    /// <summary>A stated percentage of Roma among residents. Never computed by the reader.</summary>
    RomaShare,

    /// <summary>A named part of a place: a district, a settlement, a neighbourhood.</summary>
    SubPlace,

    /// <summary>A condition people face, with one challenge code per statement.</summary>
    Challenge,

    /// <summary>Something already running or done, with intervention codes: an offer to others.</summary>
    Measure,

    /// <summary>Something the place wants to learn or do: a need, with intervention or challenge codes.</summary>
    Wish,

    /// <summary>A plan, strategy or project with a name or years.</summary>
    Plan,

    /// <summary>An aim of a programme.</summary>
    Aim,

    /// <summary>An expected result of a programme: its promise.</summary>
    ExpectedResult,

    /// <summary>Any other figure worth keeping: shares of a group, counts for countries.</summary>
    Figure,
}

/// <summary>How sure the wording is about the area a figure belongs to.</summary>
public enum ClaimScope
{
    /// <summary>The subject place itself.</summary>
    Place,

    /// <summary>A part of the subject place.</summary>
    PartOfPlace,

    /// <summary>An area that contains the subject place.</summary>
    WiderArea,

    /// <summary>A group inside the subject place (for instance the Roma residents).</summary>
    Group,

    /// <summary>A whole country or several.</summary>
    Country,

    /// <summary>Nothing narrower than the document.</summary>
    Document,
}

/// <summary>A half-open range of UTF-16 positions in the verbatim text.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Position after the last one.</param>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The exact characters of <paramref name="text"/>.</summary>
    public string Of(string text) => text[Start..End];
}

/// <summary>A number as stated: a point, or a range that is never turned into its middle.</summary>
/// <param name="Low">Lower end; null when the source gives only an upper one ("at most 500").</param>
/// <param name="High">Upper end; null when the source gives only a lower one ("more than 2,500").</param>
/// <param name="About">The source says "about", "approximately", "estimated", "slightly more than".</param>
public sealed record Quantity(decimal? Low, decimal? High, bool About = false)
{
    /// <summary>The stated number when it is a single one.</summary>
    public decimal? Point => Low == High ? Low : null;

    public static Quantity Exactly(decimal value, bool about = false) => new(value, value, about);
}

/// <summary>One typed statement bound to the passage it rests on.</summary>
public sealed record ReadClaim
{
    public required ClaimKind Kind { get; init; }

    /// <summary>Key of the <see cref="ReadPlace"/> or <see cref="ReadProgramme"/> it is about; empty for the document as a whole.</summary>
    public required string Subject { get; init; }

    /// <summary>The number, where there is one.</summary>
    public Quantity? Value { get; init; }

    /// <summary><c>PERSONS</c>, <c>PERCENT</c>, <c>PLACES</c>, <c>COUNTRIES</c>, <c>HOMES</c> or empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>A <c>COUNT_METHOD</c> code of domain.md 7.2, or empty where no counting is involved.</summary>
    public string Method { get; init; } = "";

    public ClaimScope Scope { get; init; } = ClaimScope.Place;

    /// <summary>The area or group by name when it is not the subject place ("Brussels Capital Region", "Romanian citizens").</summary>
    public string ScopeName { get; init; } = "";

    /// <summary>The year the statement is about, as stated; null where the source gives none.</summary>
    public int? Year { get; init; }

    /// <summary>Last year of a period ("2014-2015"); null otherwise.</summary>
    public int? YearTo { get; init; }

    /// <summary>Challenge codes (<c>EDU-01</c>), intervention codes (<c>INT-01</c>) or country codes, by kind.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>A name or a short form of the statement (place name, plan name); empty where the quote says it all.</summary>
    public string Text { get; init; } = "";

    /// <summary>The passage: its characters equal the verbatim text at these positions.</summary>
    public required Span Quote { get; init; }

    /// <summary>0..1: how closely a rule matched. Claims at or above <see cref="ClearConfidence"/> may be accepted as a batch.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Identifier of the rule or lexicon entry that found it, for inspection.</summary>
    public required string Rule { get; init; }

    public const double ClearConfidence = 0.8;
}
