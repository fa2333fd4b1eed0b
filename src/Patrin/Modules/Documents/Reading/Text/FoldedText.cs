using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Reading.Text;

/// <summary>What stood between a folded character and the one before it.</summary>
[Flags]
internal enum Gap : byte
{
    None = 0,
    Space = 1,
    Line = 2,
    Paragraph = 4,

    /// <summary>Small letter, then capital, nothing between: a heading or list item glued to the text before it.</summary>
    Case = 8,

    /// <summary>A letter beside a digit, or either beside punctuation.</summary>
    Kind = 16,

    /// <summary>A hyphen between letters was dropped: compound word or layout hyphen, nobody can tell.</summary>
    Hyphen = 32,

    /// <summary>Found later: two known words without a space between them.</summary>
    Glue = 64,

    White = Space | Line | Paragraph,
    Boundary = 127,

    /// <summary>Inside a web or mail address: not prose.</summary>
    Address = 128,
}

/// <summary>
/// The text without case, diacritics, white space, layout characters and hyphens inside words, each character with its
/// place in the verbatim text. Lost spaces, doubled spaces and layout hyphens so make no difference to the scanner;
/// <see cref="Gap"/> remembers what stood there.
/// </summary>
internal sealed class FoldedText
{
    private FoldedText(string source, char[] chars, int[] at, byte[] gaps, int length) =>
        (Source, Chars, At, Gaps, Length) = (source, chars, at, gaps, length);

    public string Source { get; }

    /// <summary>Folded characters; only the first <see cref="Length"/> count.</summary>
    public char[] Chars { get; }

    /// <summary>UTF-16 position of each folded character in <see cref="Source"/>.</summary>
    public int[] At { get; }

    public byte[] Gaps { get; }

    public int Length { get; }

    public ReadOnlySpan<char> Of(int start, int end) => Chars.AsSpan(start, end - start);

    /// <summary>The verbatim passage of a folded range (not empty).</summary>
    public Span SpanOf(int start, int end) => new(At[start], EndOf(end));

    public bool IsUpper(int i) => char.IsUpper(Source[At[i]]);

    public bool Has(int i, Gap gap) => (Gaps[i] & (byte)gap) != 0;

    /// <summary>True where a word may begin or end: at the ends, at any gap.</summary>
    public bool IsBoundary(int i) => i == 0 || i == Length || (Gaps[i] & (byte)Gap.Boundary) != 0;

    public static FoldedText Of(string source)
    {
        var chars = new char[source.Length];
        var at = new int[source.Length];
        var gaps = new byte[source.Length];
        var n = 0;
        var gap = Gap.None;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (char.IsWhiteSpace(c))
            {
                gap |= White(c, gap);
                continue;
            }
            if (Characters.IsLayout(c)) continue;
            if (Characters.IsDash(c))
            {
                if (n > 0 && JoinsLetters(source, i, gap) is var next and > 0)
                {
                    gap = Gap.Hyphen;
                    i = next - 1;
                    continue;
                }
                c = '-';
            }
            var folded = Characters.Fold(c);
            chars[n] = folded;
            at[n] = i;
            gaps[n] = (byte)(gap | Between(source, chars, at, n, gap));
            gap = Gap.None;
            n++;
        }
        var text = new FoldedText(source, chars, at, gaps, n);
        text.MarkAddresses();
        return text;
    }

    // "https://...", "www....", "name@host": up to the next white space on both sides.
    private void MarkAddresses()
    {
        for (var i = 1; i + 2 < Length; i++)
        {
            if (!IsAddressSign(i)) continue;
            var (start, end) = (i, i + 1);
            while (start > 0 && i - start < 200 && !Has(start, Gap.White)) start--;
            while (end < Length && !Has(end, Gap.White)) end++;
            for (var k = start; k < end; k++) Gaps[k] |= (byte)Gap.Address;
            i = end;
        }
    }

    private bool IsAddressSign(int i) => Chars[i] switch
    {
        '/' => Chars[i - 1] == ':' && Chars[i + 1] == '/',
        '.' => i > 2 && Chars[i - 1] == 'w' && Chars[i - 2] == 'w' && Chars[i - 3] == 'w' && !Has(i + 1, Gap.White),
        '@' => Characters.IsLetter(Chars[i + 1]) && !Has(i + 1, Gap.White) && !Has(i, Gap.White),
        _ => false,
    };

    // A surrogate pair is one character to a reader: never cut it. Combining marks belong to their letter.
    private int EndOf(int end)
    {
        var stop = At[end - 1] + 1;
        while (stop < Source.Length && (Characters.IsMark(Source[stop]) || char.IsLowSurrogate(Source[stop]))) stop++;
        return stop;
    }

    private static Gap White(char c, Gap gap)
    {
        if (c == '\u2029') return Gap.Paragraph | Gap.Line | Gap.Space;
        if (c is not ('\n' or '\u2028' or '\f' or '\u0085')) return Gap.Space;
        return (gap & Gap.Line) != 0 ? Gap.Paragraph | Gap.Line | Gap.Space : Gap.Line | Gap.Space;
    }

    // Returns where the word goes on, or 0. A hyphen at a line end joins when a small letter follows.
    private static int JoinsLetters(string source, int i, Gap gap)
    {
        if (gap != Gap.None || i == 0 || !IsWordChar(source[i - 1])) return 0;
        var next = i + 1;
        while (next < source.Length && Characters.IsLayout(source[next])) next++;
        if (next < source.Length && char.IsLetter(source[next])) return next;
        var limit = Math.Min(source.Length, next + 12);
        var line = false;
        while (next < limit && char.IsWhiteSpace(source[next])) line |= source[next++] is '\n' or '\r';
        return line && next < limit && char.IsLower(source[next]) ? next : 0;
    }

    private static bool IsWordChar(char c) => char.IsLetter(c) || Characters.IsMark(c);

    private static Gap Between(string source, char[] chars, int[] at, int n, Gap gap)
    {
        if (n == 0) return Gap.None;
        var (left, right) = (source[at[n - 1]], source[at[n]]);
        var (a, b) = (Characters.ClassOf(chars[n - 1]), Characters.ClassOf(chars[n]));
        if (a != b || a == CharacterClass.Other) return Gap.Kind;
        return gap == Gap.None && a == CharacterClass.Letter && char.IsLower(left) && char.IsUpper(right) ? Gap.Case : Gap.None;
    }
}

internal enum CharacterClass : byte
{
    Other,
    Letter,
    Digit,
}

/// <summary>Character tables of the reader; one look-up per character keeps folding at memory speed.</summary>
internal static class Characters
{
    private static readonly char[] FoldTable = Build(MakeFold);
    private static readonly CharacterClass[] Classes = Build(MakeClass);

    public static char Fold(char c) => FoldTable[c];

    public static CharacterClass ClassOf(char c) => Classes[c];

    public static bool IsLetter(char c) => Classes[c] == CharacterClass.Letter;

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212';

    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>Characters without a width or meaning of their own.</summary>
    public static bool IsLayout(char c) =>
        c is '\u00AD' or '\uFEFF' or '\u2060' or (>= '\u200B' and <= '\u200F') || IsMark(c);

    private static T[] Build<T>(Func<char, T> make)
    {
        var table = new T[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = make((char)i);
        return table;
    }

    private static char MakeFold(char c)
    {
        if (c is '\'' or '`' or '´' or '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u02BC') return '\'';
        if (c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB') return '"';
        if (char.IsDigit(c)) return (char)('0' + char.GetNumericValue(c));
        return char.IsLetter(c) ? Folding.FoldChar(c) : c;
    }

    private static CharacterClass MakeClass(char c) =>
        char.IsLetter(c) || char.IsSurrogate(c) ? CharacterClass.Letter
        : c is >= '0' and <= '9' ? CharacterClass.Digit
        : CharacterClass.Other;
}
