using Patrin.Platform.Text;

namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>A word or phrase to look for; without an entry it is an exception that silences what it covers.</summary>
internal sealed class WordingPattern
{
    private readonly PatternWord[] _words;
    private readonly bool _mayCrossComma;

    /// <param name="Letters">Folded letters.</param>
    /// <param name="IsStem">Any ending may follow.</param>
    private readonly record struct PatternWord(string Letters, bool IsStem)
    {
        public bool Matches(ReadOnlySpan<char> word) =>
            IsStem ? word.StartsWith(Letters, StringComparison.Ordinal) : word.SequenceEqual(Letters);
    }

    public WordingPattern(string written, WordingEntry? entry)
    {
        Entry = entry;
        _mayCrossComma = written.Contains(',', StringComparison.Ordinal);
        _words = [.. Folding.FoldChars(written.Replace(',', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new PatternWord(word.TrimEnd('*'), word.EndsWith('*')))];
    }

    public WordingEntry? Entry { get; }

    /// <summary>Number of words; 0 for a pattern of nothing.</summary>
    public int Length => _words.Length;

    public string FirstLetters => _words[0].Letters;

    public bool FirstIsStem => _words[0].IsStem;

    public int ShortestStem => _words.Where(word => word.IsStem).Select(word => word.Letters.Length).DefaultIfEmpty(int.MaxValue).Min();

    public bool MatchesAt(FoldedWords text, int at)
    {
        if (at + _words.Length > text.Count)
            return false;
        for (var i = 0; i < _words.Length; i++)
        {
            if (!_words[i].Matches(text[at + i]) || (i > 0 && !Joins(text.GapBefore(at + i))))
                return false;
        }
        return true;
    }

    private bool Joins(Gap gap) => gap is Gap.Space || (gap is Gap.Comma && _mayCrossComma);
}
