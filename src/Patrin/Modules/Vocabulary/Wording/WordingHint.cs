namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>How strongly a wording is marked. The names are the codes of the list <c>wording_level</c>.</summary>
public enum WordingLevel
{
    /// <summary>The writer is asked to think about it.</summary>
    Hint,

    /// <summary>The text waits until a person has decided.</summary>
    Hold,
}

/// <summary>One place in a text that a writer should look at, with the reason and a better wording.</summary>
/// <param name="Start">First UTF-16 position in the text.</param>
/// <param name="End">Position after the last one.</param>
/// <param name="Level">As the list says, also inside a quotation: what a quotation allows is the caller's rule.</param>
/// <param name="Reason">A code of the list <c>wording_reason</c>; its label says why.</param>
/// <param name="Instead">What to write instead, in the language of the text.</param>
/// <param name="IsQuotation">The words stand between quotation marks: they are somebody else's.</param>
public sealed record WordingHint(int Start, int End, WordingLevel Level, string Reason, string Instead, bool IsQuotation)
{
    /// <summary>The marked words as they stand in <paramref name="text"/>.</summary>
    public string Of(string text) => text[Start..End];
}
