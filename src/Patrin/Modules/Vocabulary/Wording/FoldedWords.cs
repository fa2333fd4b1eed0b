using System.Globalization;
using Patrin.Platform.Text;

namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>A text as a row of folded words (case and diacritics gone) that know where they stand in the original.</summary>
internal sealed class FoldedWords
{
    private readonly char[] _letters;
    private readonly List<Word> _words = [];

    /// <param name="From">First letter in the folded buffer.</param>
    /// <param name="Length">Number of folded letters.</param>
    /// <param name="Start">First position in the original text.</param>
    /// <param name="End">Position after the last letter in the original text.</param>
    /// <param name="Gap">What parts it from the word before.</param>
    private readonly record struct Word(int From, int Length, int Start, int End, Gap Gap);

    public FoldedWords(string text)
    {
        _letters = new char[text.Length];
        var written = 0;
        var from = -1;
        var start = 0;
        var gap = Gap.Break;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // Soft hyphens and combining marks are inside a word, but not part of its spelling.
            if (IsInvisible(c))
                continue;
            if (char.IsLetterOrDigit(c))
            {
                if (from < 0)
                    (from, start) = (written, i);
                _letters[written++] = Folding.FoldChar(c);
                continue;
            }
            if (from >= 0)
                (from, gap) = (Add(from, written, start, i, gap), Gap.Space);
            gap = Widen(gap, c);
        }
        if (from >= 0)
            Add(from, written, start, text.Length, gap);
    }

    public int Count => _words.Count;

    public ReadOnlySpan<char> this[int word] => _letters.AsSpan(_words[word].From, _words[word].Length);

    public Gap GapBefore(int word) => _words[word].Gap;

    public int Start(int word) => _words[word].Start;

    public int End(int word) => _words[word].End;

    private int Add(int from, int written, int start, int end, Gap gap)
    {
        _words.Add(new Word(from, written - from, start, end, gap));
        return -1;
    }

    private static Gap Widen(Gap gap, char c) => Folding.FoldChar(c) switch
    {
        ' ' => gap,
        ',' when gap is not Gap.Break => Gap.Comma,
        _ => Gap.Break,
    };

    private static bool IsInvisible(char c) => (c >= '\u0300' || c == '\u00AD')
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}

/// <summary>What stands between two words: only spaces and hyphens, a comma as well, or anything that ends a phrase.</summary>
internal enum Gap
{
    Space,
    Comma,
    Break,
}
