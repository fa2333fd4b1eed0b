namespace Patrin.Modules.Documents.Reading;

/// <summary>A place as the document presents it, resolved against the gazetteer where possible.</summary>
/// <param name="Key">Stable within instances: country and folded name, for instance <c>bg-samokov</c>.</param>
/// <param name="Name">Name in Latin script as readers know it.</param>
/// <param name="LocalName">Name in the local script or spelling; equal to <paramref name="Name"/> where there is none.</param>
/// <param name="Country">ISO 3166-1 alpha-2; empty when unknown.</param>
/// <param name="Type">A <c>PLACE_TYPE</c> code.</param>
/// <param name="Latitude">Degrees; null for a place that the gazetteer does not know.</param>
/// <param name="Longitude">Degrees; null for a place that the gazetteer does not know.</param>
/// <param name="GazetteerId">Identifier in the bundled gazetteer; null when it is not there.</param>
/// <param name="Section">The part of the document that is about this place.</param>
public sealed record ReadPlace(
    string Key, string Name, string LocalName, string Country, string Type,
    double? Latitude, double? Longitude, string? GazetteerId, Span Section);

/// <summary>A programme or project the document describes (for instance PAIRS).</summary>
public sealed record ReadProgramme(string Key, string Name, Span Section);

/// <summary>What became of a stretch of text.</summary>
public enum SentenceRole
{
    /// <summary>At least one claim rests on it.</summary>
    Claim,

    /// <summary>Understood as heading or background that carries no claim.</summary>
    Context,

    /// <summary>Repeated furniture of the page.</summary>
    Boilerplate,

    /// <summary>Not understood: a person should look.</summary>
    Unexplained,
}

/// <summary>One sentence, list item or heading and its account. Together they cover every non-space character.</summary>
public readonly record struct ReadSentence(Span Span, SentenceRole Role);

/// <summary>What a check found out.</summary>
public enum CheckOutcome
{
    /// <summary>The figures agree.</summary>
    Passed,

    /// <summary>Something a person should decide.</summary>
    Question,
}

/// <summary>A comparison the reader made: parts and whole, share and count, scope and subject, contradiction.</summary>
/// <param name="Code">Stable code of the check (<c>SHARE_AND_COUNT</c>, <c>PARTS_AND_WHOLE</c>, <c>SCOPE_WIDER</c>, <c>DISTRICT_AS_CITY</c> ...); the interface has a text per code.</param>
/// <param name="Subject">Place or programme key.</param>
/// <param name="Outcome">Passed or a question.</param>
/// <param name="Arguments">Values for the text, in the order the text expects; numbers in invariant form.</param>
/// <param name="Spans">The passages compared.</param>
public sealed record ReadCheck(string Code, string Subject, CheckOutcome Outcome, IReadOnlyList<string> Arguments, IReadOnlyList<Span> Spans);

/// <summary>Everything the reader has to say about one text.</summary>
public sealed record ReadingResult
{
    /// <summary>Detected or given language, BCP 47.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<ReadPlace> Places { get; init; }

    public required IReadOnlyList<ReadProgramme> Programmes { get; init; }

    /// <summary>In order of their passages.</summary>
    public required IReadOnlyList<ReadClaim> Claims { get; init; }

    public required IReadOnlyList<ReadSentence> Sentences { get; init; }

    public required IReadOnlyList<ReadCheck> Checks { get; init; }

    /// <summary>Share of non-space characters that are claim, context or boilerplate: 0..1.</summary>
    public double Coverage { get; init; }
}
