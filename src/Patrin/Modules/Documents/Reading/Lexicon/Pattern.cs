namespace Patrin.Modules.Documents.Reading.Lexicon;

/// <summary>A compiled pattern: concepts that must meet within a window.</summary>
/// <param name="Code">What it stands for: a challenge, intervention or method code.</param>
/// <param name="Concepts">One concept per part; the first is the key.</param>
/// <param name="Refusers">Concepts that refuse the match near it.</param>
/// <param name="Ordered">Parts in this order only.</param>
/// <param name="Window">Distance in folded characters.</param>
/// <param name="ListOnly">Counts only where challenges or fields are listed.</param>
/// <param name="Rule">The pattern as written, for inspection.</param>
internal sealed record Pattern(string Code, int[] Concepts, int[] Refusers, bool Ordered, int Window, bool ListOnly, string Rule)
{
    /// <summary>Average length of a word without its space.</summary>
    public const int CharsPerWord = 6;

    public bool IsSingle => Concepts.Length == 1;
}
