using System.Runtime.InteropServices;
using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Segments;

/// <summary>Cuts the folded text into sentences, list items and headings. Every folded character is in exactly one.</summary>
internal sealed class Segmenter(FoldedText text, ReaderVocabulary vocabulary, List<Hit> hits)
{
    /// <summary>No sentence is longer: text without a full stop is cut at spaces so that a passage stays readable.</summary>
    public const int Longest = 900;

    private const int LongestHeading = 80;
    private readonly Breaks breaks = new(text, vocabulary, HeadingLines(text, vocabulary, hits));
    private readonly List<Segment> segments = [];
    private int hitAt;

    public List<Segment> Cut()
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && text.Gaps[i] == 0 && i - start < Longest) continue;
            if (i < text.Length && !breaks.IsStrong(i) && !IsRepeatedName(start, i)
                && !(i - start >= Longest && (text.Has(i, Gap.White) || (i - start >= Longest * 2 && !char.IsLowSurrogate(text.Source[text.At[i]]))))) continue;
            Stretch(start, i);
            start = i;
        }
        MarkHeadings();
        ShareHits();
        return segments;
    }

    // Starts of lines that are a heading of the lexicon and nothing else.
    private static HashSet<int> HeadingLines(FoldedText text, ReaderVocabulary vocabulary, List<Hit> hits)
    {
        var starts = new HashSet<int>();
        foreach (var hit in hits)
        {
            if (!text.Has(hit.Start, Gap.Line) || (hit.End < text.Length && !text.Has(hit.End, Gap.Line) && text.Chars[hit.End] != ':')) continue;
            for (var head = (int)Concept.HeadPlace; head <= (int)Concept.HeadFurniture; head++)
                if (vocabulary.Terms[hit.Term].Is(head))
                    starts.Add(hit.Start);
        }
        return starts;
    }

    // Between two strong breaks: a sentence, or a lead-in with glued list items.
    private void Stretch(int start, int end)
    {
        var item = breaks.IsBullet(start) || breaks.EnumeratorLength(start) > 0;
        var newLine = breaks.StartsLine(start);
        var open = EndsOpen(end);
        var colon = text.Of(start, end).Contains(':') ? ColonBeforeList(start, end) : 0;
        if (open && GlueIn(start, end) || colon > 0)
        {
            var at = start;
            for (var i = start + 1; i < end; i++)
            {
                if (!IsItemBreak(at, i) && i != colon) continue;
                segments.Add(Make(at, i, at > start || item, at == start && newLine, open: true));
                at = i;
            }
            segments.Add(Make(at, end, at > start || item, at == start && newLine, open));
            return;
        }
        segments.Add(Make(start, end, item, newLine, open));
    }

    private static Segment Make(int start, int end, bool item, bool newLine, bool open) => new()
    {
        Start = start,
        End = end,
        Kind = item ? SegmentKind.Item : SegmentKind.Sentence,
        NewLine = newLine,
        OpenEnd = open,
    };

    // No full stop, question or exclamation mark at the end, a closing bracket or quotation mark aside.
    private bool EndsOpen(int end)
    {
        var last = text.Chars[end - 1] is ')' or '"' && end > 2 ? text.Chars[end - 2] : text.Chars[end - 1];
        return !Breaks.IsFinal(last);
    }

    private bool GlueIn(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
            if (text.Has(i, Gap.Glue) || IsGluedBracket(i))
                return true;
        return false;
    }

    private bool IsGluedBracket(int i) =>
        text.Chars[i - 1] is ')' && Characters.IsLetter(text.Chars[i]) && !text.Has(i, Gap.White);

    // "challenges are: education, housing" may be a sentence; "are:education" glued or a short lead-in line is a list.
    private int ColonBeforeList(int start, int end)
    {
        for (var i = start + 1; i < end - 1; i++)
            if (text.Chars[i - 1] == ':' && Characters.IsLetter(text.Chars[i]) && i - start > 12 && (!text.Has(i, Gap.White) || GlueIn(i, end) && EndsOpen(end)))
                return i;
        return 0;
    }

    private bool IsItemBreak(int itemStart, int i)
    {
        if (IsGluedBracket(i)) return true;
        if (!text.Has(i, Gap.Glue) || i - itemStart < 2) return false;
        return !IsSmallWord(i) && !IsVerbOnly(itemStart, i);
    }

    private ReadOnlySpan<char> WordFrom(int i)
    {
        var end = i + 1;
        while (end < text.Length && end - i < 24 && !text.IsBoundary(end)) end++;
        return text.Of(i, end);
    }

    // "and", "of", "in" after lost space: the phrase goes on.
    private bool IsSmallWord(int i)
    {
        var word = WordFrom(i);
        return word.Length < 3 || (word.Length < 4 && vocabulary.GlueWords.Contains(word.ToString()));
    }

    // "resolve|long-term housing issues": a bare verb is no item.
    private bool IsVerbOnly(int start, int end)
    {
        while (hitAt > 0 && (hitAt >= hits.Count || hits[hitAt].Start > start)) hitAt--;
        while (hitAt < hits.Count && hits[hitAt].Start < start) hitAt++;
        for (var h = hitAt; h < hits.Count && hits[h].Start == start; h++)
            if (hits[h].End == end && vocabulary.Terms[hits[h].Term].Concepts.Contains((int)Concept.Improve))
                return true;
        return false;
    }

    // "Roma in Lom Lom is a town": a heading ends with the name that begins the sentence.
    private bool IsRepeatedName(int start, int i)
    {
        if (!text.Has(i, Gap.Space) || !text.IsUpper(i) || i - start > LongestHeading) return false;
        var length = 0;
        while (i + length < text.Length && length < 40 && (length == 0 || (text.Gaps[i + length] & ~(byte)Gap.Hyphen) == 0)) length++;
        if (length < 3 || i - length < start || i + length >= text.Length || !text.Has(i + length, Gap.White)) return false;
        return text.IsBoundary(i - length) && text.Of(i - length, i).SequenceEqual(text.Of(i, i + length));
    }

    private void MarkHeadings()
    {
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (segment.Kind != SegmentKind.Sentence || !segment.OpenEnd || segment.Length > LongestHeading) continue;
            var last = text.Chars[segment.End - 1];
            var leads = i + 1 < segments.Count && segments[i + 1].Kind == SegmentKind.Item && !segments[i + 1].NewLine;
            if (text.Chars[segment.Start] == '#' || (!leads && last is not (':' or ',') && StartsBig(segment)))
                segment.Kind = SegmentKind.Heading;
        }
    }

    private bool StartsBig(Segment segment) =>
        text.IsUpper(segment.Start) || Characters.IsDigit(text.Chars[segment.Start]) || text.Chars[segment.Start] is '*' or '"' or '\'';

    private void ShareHits()
    {
        var all = CollectionsMarshal.AsSpan(hits);
        var h = 0;
        foreach (var segment in segments)
        {
            while (h < all.Length && all[h].Start < segment.Start) h++;
            segment.FirstHit = h;
            while (h < all.Length && all[h].Start < segment.End) h++;
            segment.EndHit = h;
        }
    }
}
