using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Names;

/// <summary>A run of capitalised words.</summary>
internal readonly record struct Name(int Start, int End);

/// <summary>Finds names by their capitals: "Nové Město", "Les Sables d'Olonne", "Košice-Šaca".</summary>
internal sealed class NameScanner(FoldedText text, HashSet<string> glueWords)
{
    private const int LongestName = 60;

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "la", "le", "les", "del", "della", "di", "da", "do", "dos", "el", "am", "an", "der", "im", "ob", "sur", "sous", "nad",
        "na", "pod", "pri", "u", "v", "upon", "los", "las", "d", "l", "y", "i", "cel", "din", "lui", "en", "на", "и", "aan", "den", "op",
    };

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> glue = glueWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> particles = Particles.GetAlternateLookup<ReadOnlySpan<char>>();

    public List<Name> Scan(Segment segment) => Scan(segment.Start, segment.End);

    public List<Name> Scan(int start, int end)
    {
        var names = new List<Name>();
        for (var at = start; at < end;)
        {
            var wordEnd = WordEnd(at, end);
            if (wordEnd == at)
            {
                at++;
                continue;
            }
            if (!text.IsUpper(at) || glue.Contains(text.Of(at, wordEnd)))
            {
                at = wordEnd;
                continue;
            }
            var nameEnd = Extend(at, wordEnd, end);
            names.Add(new Name(at, nameEnd));
            at = nameEnd;
        }
        return names;
    }

    /// <summary>End of the word at <paramref name="at"/>; equal to it when no letter stands there.</summary>
    public int WordEnd(int at, int end)
    {
        var stop = at;
        while (stop < end && Characters.IsLetter(text.Chars[stop]) && (stop == at || (text.Gaps[stop] & ~(byte)Gap.Hyphen) == 0)) stop++;
        if (stop > at && stop + 1 < end && text.Chars[stop] == '\'' && stop - at <= 5 && !text.Has(stop + 1, Gap.White) && text.IsUpper(stop + 1))
            return WordEnd(stop + 1, end);
        return stop;
    }

    private int Extend(int start, int nameEnd, int end)
    {
        while (nameEnd - start < LongestName && nameEnd < end && JoinedBySpace(nameEnd))
        {
            var next = WordEnd(nameEnd, end);
            if (next == nameEnd) break;
            if (text.IsUpper(nameEnd))
            {
                if (glue.Contains(text.Of(nameEnd, next))) break;
                nameEnd = next;
                continue;
            }
            if (!particles.Contains(text.Of(nameEnd, next)) || next >= end || !JoinedBySpace(next) || !text.IsUpper(next)) break;
            var after = WordEnd(next, end);
            if (after == next || glue.Contains(text.Of(next, after))) break;
            nameEnd = after;
        }
        return nameEnd;
    }

    private bool JoinedBySpace(int at) => (text.Gaps[at] & (byte)(Gap.Space)) != 0 && !text.Has(at, Gap.Paragraph) && !text.Has(at, Gap.Kind);
}
