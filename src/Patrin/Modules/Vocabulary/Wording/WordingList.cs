namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>The wordings of one language that deserve a second look.</summary>
/// <param name="Language">Language of the texts it applies to.</param>
/// <param name="Entries">Wordings with the same reason and the same advice.</param>
public sealed record WordingList(string Language, IReadOnlyList<WordingEntry> Entries);

/// <summary>Wordings that share a reason and a better alternative.</summary>
/// <param name="Patterns">Words and phrases; a word ending in <c>*</c> stands for all words that begin so.</param>
/// <param name="Except">Phrases that contain a pattern and are fine: names of laws, plans, organisations.</param>
/// <param name="Reason">A code of the list <c>wording_reason</c>.</param>
/// <param name="Level">How strongly it is marked.</param>
/// <param name="Instead">What to write instead, in the list's language.</param>
public sealed record WordingEntry(
    IReadOnlyList<string> Patterns, IReadOnlyList<string> Except, string Reason, WordingLevel Level, string Instead);
