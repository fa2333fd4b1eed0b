namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>
/// Marks words that hurt, blame or mislead, and says why and what to write instead. It decides nothing: a person does.
/// Time grows linearly with the text.
/// </summary>
public sealed class WordingHints(IEnumerable<WordingList> lists)
{
    private readonly Dictionary<string, WordingMatcher> _matchers =
        lists.ToDictionary(list => list.Language, list => new WordingMatcher(list), StringComparer.OrdinalIgnoreCase);

    /// <summary>True where there is a list for this language; without one, no hint does not mean no reason for one.</summary>
    public bool Knows(string language) => MatcherFor(language) is not null;

    /// <summary>All hints in the order of the text; they do not overlap.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">BCP 47 tag of the text; <c>ro-MD</c> uses the list of <c>ro</c>.</param>
    /// <param name="isQuotation">The whole text is somebody else's words, as the passage of a source is.</param>
    public IReadOnlyList<WordingHint> Find(string text, string language, bool isQuotation = false)
    {
        if (MatcherFor(language) is not { } matcher)
            return [];
        var words = new FoldedWords(text);
        var quotations = new Queue<(int Start, int End)>(isQuotation ? [(0, text.Length)] : Quotations.In(text));
        var hints = new List<WordingHint>();
        for (var at = 0; at < words.Count; at++)
        {
            if (matcher.Best(words, at) is not { } pattern)
                continue;
            var (start, end) = (words.Start(at), words.End(at + pattern.Length - 1));
            at += pattern.Length - 1;
            if (pattern.Entry is { } entry)
                hints.Add(new WordingHint(start, end, entry.Level, entry.Reason, entry.Instead, Covers(quotations, start, end)));
        }
        return hints;
    }

    // Words and quotations both come in order, so a quotation that ended before this word is done with.
    private static bool Covers(Queue<(int Start, int End)> quotations, int start, int end)
    {
        while (quotations.TryPeek(out var first) && first.End <= start)
            quotations.Dequeue();
        return quotations.TryPeek(out var next) && next.Start <= start && end <= next.End;
    }

    private WordingMatcher? MatcherFor(string language) =>
        _matchers.GetValueOrDefault(language) ?? _matchers.GetValueOrDefault(language.Split('-')[0]);
}
