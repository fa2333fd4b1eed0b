namespace Patrin.Modules.Documents.Reading.Lexicon;

/// <summary>
/// The words of one language as its data files state them (data/reading, format in its README). Only data: a
/// <see cref="ReaderVocabulary"/> compiles it.
/// </summary>
public sealed class ReadingLexicon
{
    public required string Language { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The decimal sign of the language, for numbers that could be read either way.</summary>
    public char DecimalSign { get; init; } = '.';

    public IReadOnlyList<string> Glue { get; init; } = [];

    /// <summary>Common words that are no terms, for pulling glued text apart.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Endings after which an unknown word may be glued to a known one.</summary>
    public IReadOnlyList<string> WordEnds { get; init; } = [];

    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    public IReadOnlyList<string> Months { get; init; } = [];

    public IReadOnlyDictionary<string, decimal> NumberWords { get; init; } = new Dictionary<string, decimal>();

    public IReadOnlyDictionary<string, decimal> Fractions { get; init; } = new Dictionary<string, decimal>();

    public IReadOnlyDictionary<string, decimal> Magnitudes { get; init; } = new Dictionary<string, decimal>();

    public IReadOnlyDictionary<string, string> Nationalities { get; init; } = new Dictionary<string, string>();

    /// <summary>Group (<c>concepts</c>, <c>challenges</c>, <c>markers</c> ...), then id, then patterns.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Groups { get; init; }

    public static readonly IReadOnlyList<string> GroupNames =
        ["concepts", "challenges", "interventions", "markers", "headings", "methods", "quantifiers", "nouns", "placeTypes", "placeWords"];
}

/// <summary>A lexicon that says something the reader does not understand.</summary>
public sealed class LexiconException(string message) : Exception(message);
