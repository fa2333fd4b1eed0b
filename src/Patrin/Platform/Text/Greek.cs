using System.Text;

namespace Patrin.Platform.Text;

/// <summary>Greek to Latin by ELOT 743 (ISO 843 type 2), without accents: a transcription for reading and look-ups.</summary>
internal static class Greek
{
    private const string Plain = "αβγδεζηθικλμνξοπρστυφχψωσ";
    private const string Voiced = "βγδζλμνραεηιοωυ";

    private static readonly string[] Latin =
        "a v g d e z i th i k l m n x o p r s t y f ch ps o s".Split(' ');

    public static string ToLatin(string text)
    {
        if (!HasGreek(text)) return text;
        text = text.Normalize(NormalizationForm.FormC);
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length;)
        {
            var (latin, length) = At(text, i);
            if (latin is null) result.Append(text[i]);
            else Casing.Append(result, latin, text, i, length);
            i += length;
        }
        return result.ToString();
    }

    private static bool HasGreek(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0370', '\u03FF') || text.AsSpan().ContainsAnyInRange('\u1F00', '\u1FFF');

    private static (string? Latin, int Length) At(string text, int at)
    {
        var first = Letter(text, at);
        if (first == '\0') return (null, 1);
        return Pair(text, at, first, Letter(text, at + 1)) is { } pair ? (pair, 2) : (Latin[Plain.IndexOf(first)], 1);
    }

    // ου, αυ, ευ, ηυ sound as one unless the first letter carries the accent (άυ) or the second the two dots (αϋ).
    private static string? Pair(string text, int at, char first, char second) => (first, second) switch
    {
        ('ο' or 'α' or 'ε' or 'η', 'υ') when IsAccented(text[at]) || IsDotted(text[at + 1]) => null,
        ('ο', 'υ') => "ou",
        ('α', 'υ') => "a" + Tail(text, at + 2),
        ('ε', 'υ') => "e" + Tail(text, at + 2),
        ('η', 'υ') => "i" + Tail(text, at + 2),
        ('γ', 'γ') => "ng",
        ('γ', 'ξ') => "nx",
        ('γ', 'χ') => "nch",
        ('μ', 'π') when Letter(text, at - 1) == '\0' || Letter(text, at + 2) == '\0' => "b",
        _ => null,
    };

    private static string Tail(string text, int at) =>
        Letter(text, at) is var next and not '\0' && Voiced.Contains(next) ? "v" : "f";

    /// <summary>The plain small Greek letter at a position, or NUL where there is none.</summary>
    private static char Letter(string text, int at)
    {
        if (at < 0 || at >= text.Length) return '\0';
        var c = Folding.FoldChar(text[at]);
        return c is >= 'α' and <= 'ω' ? c : '\0';
    }

    private static bool IsAccented(char c) => char.IsLetter(c) && char.ToLowerInvariant(c) != Folding.FoldChar(c);

    private static bool IsDotted(char c) => c is 'ϋ' or 'ΰ' or 'Ϋ' or 'ϊ' or 'ΐ' or 'Ϊ';
}
