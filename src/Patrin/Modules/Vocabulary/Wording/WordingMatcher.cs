namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>The patterns of one language, found by their first word. Work per word of text is bounded by the list, not by the text.</summary>
internal sealed class WordingMatcher
{
    private readonly Dictionary<string, List<WordingPattern>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WordingPattern>> _stems = new(StringComparer.Ordinal);
    private readonly int[] _stemLengths;

    public WordingMatcher(WordingList list)
    {
        foreach (var entry in list.Entries)
        {
            foreach (var pattern in entry.Patterns)
                Add(new WordingPattern(pattern, entry));
            foreach (var exception in entry.Except)
                Add(new WordingPattern(exception, null));
        }
        _stemLengths = [.. _stems.Keys.Select(stem => stem.Length).Distinct().Order()];
    }

    /// <summary>The pattern that counts at a word: the longest exception, else the strongest, else the longest.</summary>
    public WordingPattern? Best(FoldedWords text, int at)
    {
        WordingPattern? best = null;
        var word = text[at];
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var exact))
            best = Better(best, exact, text, at);
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _stemLengths)
        {
            if (length > word.Length)
                break;
            if (stems.TryGetValue(word[..length], out var begun))
                best = Better(best, begun, text, at);
        }
        return best;
    }

    private static WordingPattern? Better(WordingPattern? best, List<WordingPattern> candidates, FoldedWords text, int at)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.MatchesAt(text, at) && (best is null || Rank(candidate).CompareTo(Rank(best)) > 0))
                best = candidate;
        }
        return best;
    }

    private static (int Level, int Length) Rank(WordingPattern pattern) => pattern.Entry?.Level switch
    {
        null => (2, pattern.Length),
        WordingLevel.Hold => (1, pattern.Length),
        _ => (0, pattern.Length),
    };

    private void Add(WordingPattern pattern)
    {
        var index = pattern.FirstIsStem ? _stems : _words;
        if (!index.TryGetValue(pattern.FirstLetters, out var same))
            index[pattern.FirstLetters] = same = [];
        same.Add(pattern);
    }
}
