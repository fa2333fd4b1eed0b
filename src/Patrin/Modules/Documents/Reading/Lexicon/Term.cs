using System.Text;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Lexicon;

/// <summary>A term in folded form, without spaces; its word limits are kept as a bit set.</summary>
internal sealed class Term(string folded, ulong wordStarts, bool openStart, bool openEnd)
{
    public string Folded { get; } = folded;

    public bool OpenStart { get; } = openStart;

    public bool OpenEnd { get; } = openEnd;

    private ulong low;
    private ulong high;

    /// <summary>Concepts the term belongs to, ascending.</summary>
    public int[] Concepts
    {
        get;
        set
        {
            field = value;
            foreach (var concept in value)
            {
                if (concept < 64) low |= 1UL << concept;
                else if (concept < 128) high |= 1UL << (concept - 64);
            }
        }
    } = [];

    /// <summary>The engine's own concepts are looked up in a bit set; they are asked for most.</summary>
    public bool Is(int concept) => concept < 64 ? (low & (1UL << concept)) != 0
        : concept < 128 ? (high & (1UL << (concept - 64))) != 0
        : Array.BinarySearch(Concepts, concept) >= 0;

    /// <summary>True where a new word begins at <paramref name="offset"/>; beyond 64 characters nobody checks.</summary>
    public bool StartsWord(int offset) => offset >= 64 || (wordStarts & (1UL << offset)) != 0;

    public static Term Parse(string written)
    {
        var text = written.Trim();
        var openStart = text.StartsWith('*');
        var openEnd = text.EndsWith('*') && text.Length > 1;
        text = text.Trim('*');
        var folded = new StringBuilder();
        var starts = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Characters.IsLayout(c)) continue;
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length is > 0 and < 64) starts |= 1UL << folded.Length;
                continue;
            }
            if (Characters.IsDash(c))
            {
                if (IsLetter(text, i - 1) && IsLetter(text, i + 1)) continue;
                c = '-';
            }
            folded.Append(Characters.Fold(c));
        }
        if (folded.Length == 0) throw new LexiconException($"\"{written}\" holds no letter.");
        return new Term(folded.ToString(), starts, openStart, openEnd);
    }

    private static bool IsLetter(string text, int i) => i >= 0 && i < text.Length && char.IsLetter(text[i]);
}
