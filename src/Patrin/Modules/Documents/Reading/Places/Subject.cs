using Patrin.Modules.Documents.Reading.Names;

namespace Patrin.Modules.Documents.Reading.Places;

/// <summary>What a section of the document is about: a place or a programme.</summary>
internal sealed class Subject
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string Country { get; init; } = "";

    public string Type { get; set; } = "MUNICIPALITY";

    public bool IsProgramme { get; init; }

    /// <summary>Folded range of the section.</summary>
    public int Start { get; init; }

    public int End { get; set; }

    /// <summary>Where the name stands that made it a subject.</summary>
    public Name Declared { get; init; }

    /// <summary>Segment of the heading or declaration.</summary>
    public int DeclaredIn { get; init; }

    public KnownPlace? Known { get; init; }

    /// <summary>Other places of that name in the same country (or anywhere, when the country is unknown).</summary>
    public int Namesakes { get; init; }

    /// <summary>Folded spelling of the heading, without nouns of type.</summary>
    public string HeadingName { get; set; } = "";

    /// <summary>Folded spellings without spaces and without nouns of type.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
}
