using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Segments;

/// <summary>Decides at one folded position whether a sentence, line or glued heading ends before it.</summary>
internal sealed class Breaks(FoldedText text, ReaderVocabulary vocabulary, HashSet<int> headings)
{
    private const int ShortestWrap = 40;
    private const int NarrowestPage = 60;
    private int blockEnd;
    private int widest;

    public bool IsBullet(int i) => text.Chars[i] is '•' or '▪' or '●' or '◦' or '‣' or '·' or '∙' or '■' or '□' or '►' or '➢' or '✓' or '\uF0B7' or '\uF0A7'
        || (text.Chars[i] is '*' or '-' or '–' && StartsLine(i) && i + 1 < text.Length && text.Has(i + 1, Gap.White));

    /// <summary>"1." "2)" "a)" "(3)" at the start of a line; returns the length of the mark or 0.</summary>
    public int EnumeratorLength(int i)
    {
        if (!StartsLine(i)) return 0;
        var at = i;
        if (text.Chars[at] == '(') at++;
        var first = at;
        while (at < text.Length && at - first < 3 && Characters.IsDigit(text.Chars[at])) at++;
        if (at == first && at + 1 < text.Length && text.Chars[at] is >= 'a' and <= 'h') at++;
        if (at == first || at + 1 >= text.Length || text.Chars[at] is not ('.' or ')')) return 0;
        return text.Has(at + 1, Gap.White) ? at + 1 - i : 0;
    }

    public bool StartsLine(int i) => i == 0 || text.Has(i, Gap.Line);

    /// <summary>A break that holds whatever the context.</summary>
    public bool IsStrong(int i)
    {
        if (text.Has(i, Gap.Paragraph) || IsBullet(i)) return true;
        if (text.Has(i, Gap.Line) && EndsLine(i)) return true;
        return EndsSentence(i) || IsGluedHeading(i);
    }

    public static bool IsFinal(char c) => c is '.' or '!' or '?' or '…';

    private bool EndsSentence(int i)
    {
        var at = i - 1;
        while (at > 0 && text.Chars[at] is '"' or '\'' or ')' or ']' && i - at < 3) at--;
        if (!IsFinal(text.Chars[at]) || !StartsSentence(i)) return false;
        if (text.Chars[at] != '.') return text.Has(i, Gap.White) || text.IsUpper(i);
        if (!text.Has(i, Gap.White)) return at == i - 1 && text.IsUpper(i) && at > 1 && IsLongWordBefore(at);
        return !IsAbbreviation(at) && !IsEnumerator(at);
    }

    private bool StartsSentence(int i) =>
        text.IsUpper(i) || Characters.IsDigit(text.Chars[i]) || text.Chars[i] is '"' or '\'' or '(' or '[' or '¿' or '¡' or '#'
        || (Characters.IsLetter(text.Chars[i]) && !char.IsLower(text.Source[text.At[i]]));

    // "U.S." and "D.C." have one letter before the stop; a glued sentence end has a word.
    private bool IsLongWordBefore(int stop) => Characters.ClassOf(text.Chars[stop - 1]) != CharacterClass.Letter
        ? text.Chars[stop - 1] is ')' or '%' or '"' or '\'' || Characters.IsDigit(text.Chars[stop - 1])
        : stop > 2 && Characters.IsLetter(text.Chars[stop - 2]);

    // "1. Experience": the stop belongs to the number of the item.
    private bool IsEnumerator(int stop)
    {
        var start = stop;
        while (start > 0 && stop - start < 3 && Characters.IsDigit(text.Chars[start - 1])) start--;
        return start < stop && StartsLine(start);
    }

    private bool IsAbbreviation(int stop)
    {
        var start = stop;
        while (start > 0 && stop - start < 12 && (Characters.IsLetter(text.Chars[start - 1]) || text.Chars[start - 1] == '.') && (start == stop || !text.Has(start, Gap.White))) start--;
        if (start == stop) return false;
        var word = text.Of(start, stop);
        if (word.Length == 1) return text.IsUpper(start);
        return word.Length < 8 && vocabulary.Abbreviations.Contains(word.ToString());
    }

    // A small letter, then a capital: only between two words of some length ("McDonald", "ROMANeT" stay whole).
    private bool IsGluedHeading(int i)
    {
        if (i + 1 >= text.Length) return false;
        var (left, right) = (text.Chars[i - 1], text.Chars[i]);
        if (text.Has(i, Gap.White | Gap.Hyphen) || !Characters.IsLetter(right) || !text.IsUpper(i)) return false;
        if (text.Has(i, Gap.Case)) return WordBefore(i) >= 3 && WordAfter(i) >= 2;
        if (left is '.' or ':' or '"' or '\'' or '(' or '/' or '-' or '&' or '@' or '#' or '“' or '[' or '_' or ',') return false;
        return (Characters.IsDigit(left) || left is ')' or '%') && WordAfter(i) >= 2 && char.IsLower(text.Source[text.At[i + 1]]);
    }

    private int WordBefore(int i)
    {
        var n = 0;
        while (n < 3 && i - 1 - n >= 0 && Characters.IsLetter(text.Chars[i - 1 - n]) && !text.IsUpper(i - 1 - n) && (n == 0 || !text.Has(i - n, Gap.White))) n++;
        return n;
    }

    private int WordAfter(int i)
    {
        var n = 1;
        while (n < 2 && i + n < text.Length && Characters.IsLetter(text.Chars[i + n]) && text.Gaps[i + n] == 0) n++;
        return n;
    }

    // A line end is a break unless the line was full and the sentence plainly goes on.
    private bool EndsLine(int i)
    {
        var last = text.Chars[i - 1];
        if (IsFinal(last) || last is ':' or ';') return true;
        if (EnumeratorLength(i) > 0 || text.Chars[i] is '#' or '|' || headings.Contains(i)) return true;
        Measure(i);
        var line = LineLengthBefore(i);
        if (line < ShortestWrap || line < widest * 0.6) return true;
        return StartsSentence(i) && (widest < NarrowestPage || IsLabel(i));
    }

    // "Roma settlements: ..." begins a line of its own.
    private bool IsLabel(int i)
    {
        var end = Math.Min(text.Length, i + 32);
        for (var at = i + 2; at < end && !text.Has(at, Gap.Line); at++)
        {
            if (text.Chars[at] == ':') return true;
            if (!Characters.IsLetter(text.Chars[at]) && text.Chars[at] is not ('(' or ')' or '/')) return false;
        }
        return false;
    }

    private int LineLengthBefore(int i)
    {
        var end = text.At[i - 1] + 1;
        var start = end;
        while (start > 0 && end - start < 400 && text.Source[start - 1] is not ('\n' or '\r')) start--;
        return end - start;
    }

    // Widest line of the block (lines without an empty one between them), measured once per block.
    private void Measure(int i)
    {
        if (i < blockEnd) return;
        var source = text.Source;
        var at = text.At[i - 1];
        var begin = at;
        while (begin > 0 && at - begin < 2000 && source[begin - 1] is not ('\n' or '\r')) begin--;
        widest = 0;
        var line = begin;
        var pos = begin;
        for (; pos < source.Length && pos - begin < 20_000; pos++)
        {
            if (source[pos] is not '\n') continue;
            var length = pos - line;
            if (length <= 1 && pos > begin + 1) break;
            widest = Math.Max(widest, Math.Min(length, 120));
            line = pos + 1;
        }
        widest = Math.Max(widest, Math.Min(pos - line, 120));
        blockEnd = i;
        while (blockEnd < text.Length && text.At[blockEnd] < pos) blockEnd++;
    }
}
