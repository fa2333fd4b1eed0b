using System.Globalization;
using System.Text;

namespace Patrin.Platform.Text;

/// <summary>
/// Brings spellings of one word together for look-ups: case, diacritics, Greek tonos and final sigma, comma and cedilla
/// forms, ligatures, hyphens, apostrophes. Folded text is a key, never shown. Databases cannot do this alike
/// (SQLite's lower() is ASCII only), so keys are made here before they are stored.
/// </summary>
/// <remarks>
/// Cyrillic letters written with a mark (й, ї, ѓ, ќ, ў) stay letters of their own, as their readers see them; only stress
/// marks (ѐ, ѝ) and ё lose theirs.
/// </remarks>
public static class Folding
{
    // Everything European letters need: Latin to Cyrillic supplement, and the precomposed Vietnamese-to-Greek-extended block.
    private const int LowEnd = 0x0600;
    private const int HighStart = 0x1E00;
    private const int HighEnd = 0x2100;

    private static readonly char[] Low = Table(0, LowEnd);
    private static readonly char[] High = Table(HighStart, HighEnd);

    /// <summary>The look-up key of a name or phrase: lower case, no marks, only letters and digits, single spaces between words.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var room = text.Length * 2;
        var buffer = room <= 512 ? stackalloc char[512] : new char[room];
        return new string(buffer[..Fold(text, buffer)]);
    }

    /// <summary>
    /// Writes the key of <paramref name="text"/> into <paramref name="destination"/>, which must hold twice its length,
    /// and returns the number of characters written.
    /// </summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> destination)
    {
        var written = 0;
        var pendingSpace = false;
        foreach (var c in text)
        {
            if (IsMark(c)) continue;
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                pendingSpace = written > 0;
                continue;
            }
            if (pendingSpace) destination[written++] = ' ';
            pendingSpace = false;
            destination[written++] = FoldChar(c);
            if (Second(c) is var second and not '\0') destination[written++] = second;
        }
        return written;
    }

    /// <summary>
    /// Folds one character to exactly one, so that offsets into the folded text are offsets into the original. Hyphens,
    /// apostrophes and white space become a space; other punctuation stays; of ß, æ, œ, þ and ligatures only the first
    /// letter is kept (s, a, o, t, f). A combining mark is returned as it is: give composed text (form C).
    /// </summary>
    public static char FoldChar(char c)
    {
        if (c < LowEnd) return Low[c];
        if (c is >= (char)HighStart and < (char)HighEnd) return High[c - HighStart];
        return Make(c);
    }

    /// <summary>Applies <see cref="FoldChar"/> to every character; the result has the length of <paramref name="text"/>.</summary>
    public static string FoldChars(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = FoldChar(source[i]);
        });
    }

    /// <summary>
    /// Cyrillic and Greek letters in Latin ones; everything else unchanged. Bulgarian by the Transliteration Act of 2009,
    /// Ukrainian by the national system of 2010, Serbian and Macedonian by their own Latin alphabets, Greek by ELOT 743.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">bg, uk, sr, mk; without it, Cyrillic is told apart by letters only one of them has, else read as Bulgarian.</param>
    public static string Transliterate(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var latin = Greek.ToLatin(text);
        return Cyrillic.ToLatin(latin, language);
    }

    private static char[] Table(int start, int end)
    {
        var table = new char[end - start];
        for (var i = 0; i < table.Length; i++) table[i] = Make((char)(start + i));
        return table;
    }

    private static char Make(char c)
    {
        if (IsJoiner(c) || char.IsWhiteSpace(c)) return ' ';
        if (char.IsSurrogate(c) || IsMark(c)) return c;
        var lower = char.ToLowerInvariant(c);
        return lower switch
        {
            'ß' => 's', 'æ' => 'a', 'œ' => 'o', 'þ' => 't', 'ĳ' => 'i', 'ð' or 'đ' or 'ɖ' => 'd', 'ø' => 'o', 'ł' => 'l',
            'ı' => 'i', 'ħ' => 'h', 'ŧ' => 't', 'ŋ' => 'n', 'ſ' => 's', 'ς' => 'σ', 'ѐ' or 'ё' => 'е', 'ѝ' => 'и',
            'ﬀ' or 'ﬁ' or 'ﬂ' => 'f',
            >= '\u0400' and <= '\u052F' => lower,
            _ => char.ToLowerInvariant(Base(lower)),
        };
    }

    private static char Base(char c) => c.ToString().Normalize(NormalizationForm.FormD)[0];

    private static char Second(char c) => c switch
    {
        'ß' or 'ẞ' => 's',
        'æ' or 'Æ' or 'œ' or 'Œ' or 'ǽ' or 'Ǽ' => 'e',
        'þ' or 'Þ' => 'h',
        'ĳ' or 'Ĳ' => 'j',
        'ﬀ' => 'f',
        'ﬁ' => 'i',
        'ﬂ' => 'l',
        _ => '\0',
    };

    // Soft hyphens and zero-width characters are layout: they part no words.
    private static bool IsMark(char c) =>
        c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF'
        || (c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark);

    private static bool IsJoiner(char c) =>
        c is '-' or '\'' or '`' or '´' or '\u02BC' or '\u02B9' or '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u2212'
        || (c is >= '\u2010' and <= '\u2015');
}
