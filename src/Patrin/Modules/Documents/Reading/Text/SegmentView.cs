using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Segments;

namespace Patrin.Modules.Documents.Reading.Text;

/// <summary>The hits of one segment and questions about them. Segments are short, so every question is a short walk.</summary>
internal sealed class SegmentView(FoldedText text, ReaderVocabulary vocabulary, List<Hit> hits)
{
    private Segment segment = null!;

    public FoldedText Text => text;

    public ReaderVocabulary Vocabulary => vocabulary;

    public Segment Segment => segment;

    public int Count => segment.EndHit - segment.FirstHit;

    public Hit this[int i] => hits[segment.FirstHit + i];

    public SegmentView Over(Segment next)
    {
        segment = next;
        return this;
    }

    public bool Is(Hit hit, Concept concept) => Is(hit, (int)concept);

    public bool Is(Hit hit, int concept) => hit.End <= segment.End && vocabulary.Terms[hit.Term].Is(concept);

    public bool Any(Concept concept) => First(concept) is not null;

    /// <summary>First hit of a concept that starts in a range.</summary>
    public Hit? First(Concept concept, int from = 0, int to = int.MaxValue)
    {
        for (var i = 0; i < Count; i++)
        {
            var hit = this[i];
            if (hit.Start >= to) return null;
            if (hit.Start >= from && Is(hit, concept)) return hit;
        }
        return null;
    }

    /// <summary>Last hit of a concept that ends at or before a position and starts at or after another.</summary>
    public Hit? Last(Concept concept, int from, int to)
    {
        Hit? found = null;
        for (var i = 0; i < Count && this[i].Start < to; i++)
            if (this[i].Start >= from && this[i].End <= to && Is(this[i], concept) && (found is null || this[i].Start > found.Value.Start))
                found = this[i];
        return found;
    }

    /// <summary>The longest hit of a concept that starts exactly there.</summary>
    public Hit? At(Concept concept, int start)
    {
        Hit? found = null;
        for (var i = 0; i < Count && this[i].Start <= start; i++)
            if (this[i].Start == start && Is(this[i], concept))
                found = this[i];
        return found;
    }

    /// <summary>The longest hit of a concept that ends exactly there.</summary>
    public Hit? Before(Concept concept, int end)
    {
        for (var i = 0; i < Count && this[i].Start < end; i++)
            if (this[i].End == end && Is(this[i], concept))
                return this[i];
        return null;
    }

    /// <summary>True when a clause word, semicolon or dash stands between two positions.</summary>
    public bool ClauseBetween(int from, int to)
    {
        for (var i = from; i < to && i < text.Length; i++)
            if (text.Chars[i] is ';' || (text.Chars[i] == '-' && text.Has(i, Gap.White)))
                return true;
        return First(Concept.Clause, from, to) is { } hit && hit.End <= to;
    }

    public int Commas(int from, int to)
    {
        var n = 0;
        for (var i = from; i < to; i++)
            if (text.Chars[i] == ',' && !(i > 0 && i + 1 < text.Length && Characters.IsDigit(text.Chars[i - 1]) && Characters.IsDigit(text.Chars[i + 1]) && !text.Has(i + 1, Gap.White)))
                n++;
        return n;
    }

    /// <summary>Verbatim passage of the segment, without the marks of headings and bullets.</summary>
    public Span Quote
    {
        get
        {
            var (start, end) = (segment.Start, segment.End);
            while (start < end - 1 && text.Chars[start] is '#' or '*' or '-' or '|' or '>' or '_' or '•' or '▪' or '●' or '◦' or '‣' or '·' or '∙' or '■' or '►' or '➢' or '✓' or '\uF0B7' or '\uF0A7') start++;
            while (end > start + 1 && text.Chars[end - 1] is '#' or '*' or '|' or '_') end--;
            return text.SpanOf(start, end);
        }
    }
}
