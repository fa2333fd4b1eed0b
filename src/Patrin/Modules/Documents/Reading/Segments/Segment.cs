namespace Patrin.Modules.Documents.Reading.Segments;

internal enum SegmentKind : byte
{
    Sentence,
    Item,
    Heading,
}

/// <summary>A sentence, list item or heading: a range of folded characters and of hits.</summary>
internal sealed class Segment
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public SegmentKind Kind { get; set; }

    /// <summary>Begins a new line or paragraph of the source.</summary>
    public bool NewLine { get; init; }

    /// <summary>The line or paragraph ends here, or a heading is glued on.</summary>
    public bool OpenEnd { get; init; }

    /// <summary>First hit and the one after the last, in the sorted list of hits.</summary>
    public int FirstHit { get; set; }

    public int EndHit { get; set; }

    public SentenceRole Role { get; set; } = SentenceRole.Unexplained;

    public bool IsBoilerplate { get; set; }

    /// <summary>Index of the subject: place or programme; -1 for the document.</summary>
    public int Subject { get; set; } = -1;

    public int Length => End - Start;
}
