using System.Buffers;
using System.Text;

namespace Patrin.Platform.Text;

/// <summary>Cyrillic to Latin, letter by letter, for four languages of the network. Not reversible: keep the original.</summary>
internal static class Cyrillic
{
    private const string Letters = "абвгдежзийклмнопрстуфхцчшщъьюя";

    private static readonly SearchValues<char> UkrainianOnly = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> SerbianOnly = SearchValues.Create("ђћЂЋ");
    private static readonly SearchValues<char> MacedonianOnly = SearchValues.Create("ѓќѕЃЌЅ");
    private static readonly SearchValues<char> SouthSlavic = SearchValues.Create("јљњџЈЉЊЏ");

    // Streamlined System, Bulgarian Transliteration Act 2009; ы, э, ё are not Bulgarian and follow common English use.
    private static readonly Dictionary<char, string> Bulgarian = Build(
        "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya",
        "ы y э e ё yo і i ѝ i ѐ e");

    // Resolution 55 of the Cabinet of Ministers of Ukraine, 2010 (letters inside a word; the start is handled below).
    private static readonly Dictionary<char, string> Ukrainian = Build(
        "a b v h d e zh z y i k l m n o p r s t u f kh ts ch sh shch - - iu ia",
        "ґ g є ie і i ї i ' - ’ - ʼ -");

    private static readonly Dictionary<char, string> Serbian = Build(
        "a b v g d e ž z i j k l m n o p r s t u f h c č š šč - - ju ja",
        "ђ đ ј j љ lj њ nj ћ ć џ dž ѓ gj ќ kj ѕ dz ѝ i ѐ e");

    public static string ToLatin(string text, string? language)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0400', '\u052F')) return text;
        language ??= Guess(text);
        var table = language switch { "uk" => Ukrainian, "sr" or "mk" => Serbian, _ => Bulgarian };
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var lower = char.ToLowerInvariant(text[i]);
            if (!table.TryGetValue(lower, out var latin) || (latin.Length == 0 && !IsCyrillicAt(text, i - 1)))
            {
                result.Append(text[i]);
                continue;
            }
            latin = ReferenceEquals(table, Ukrainian) ? UkrainianInContext(text, i, lower, latin)
                : ReferenceEquals(table, Bulgarian) ? BulgarianInContext(text, i, lower, latin)
                : latin;
            Casing.Append(result, latin, text, i);
        }
        return result.ToString();
    }

    private static string Guess(string text) =>
        text.AsSpan().ContainsAny(MacedonianOnly) ? "mk"
        : text.AsSpan().ContainsAny(SerbianOnly) || text.AsSpan().ContainsAny(SouthSlavic) ? "sr"
        : text.AsSpan().ContainsAny(UkrainianOnly) ? "uk"
        : "bg";

    // Article 5: -ия at the end of a word is -ia, so София is Sofia; България is Bulgaria by article 6.
    private static string BulgarianInContext(string text, int at, char lower, string latin)
    {
        if (lower == 'я' && at > 0 && char.ToLowerInvariant(text[at - 1]) == 'и' && !IsCyrillicAt(text, at + 1)) return "a";
        if (lower == 'ъ' && at > 0 && char.ToLowerInvariant(text[at - 1]) == 'б'
            && text.AsSpan(at + 1).StartsWith("лгар", StringComparison.OrdinalIgnoreCase) && !IsCyrillicAt(text, at - 2)) return "u";
        return latin;
    }

    private static string UkrainianInContext(string text, int at, char lower, string latin)
    {
        if (lower == 'г' && at > 0 && char.ToLowerInvariant(text[at - 1]) == 'з') return "gh";
        if (IsCyrillicAt(text, at - 1) || (at > 0 && text[at - 1] is '\'' or '’' or 'ʼ')) return latin;
        return lower switch { 'є' => "ye", 'ї' => "yi", 'й' => "y", 'ю' => "yu", 'я' => "ya", _ => latin };
    }

    private static bool IsCyrillicAt(string text, int at) =>
        at >= 0 && at < text.Length && text[at] is >= '\u0400' and <= '\u052F';

    private static Dictionary<char, string> Build(string inOrder, string others)
    {
        var latin = inOrder.Split(' ');
        var table = new Dictionary<char, string>(48);
        for (var i = 0; i < Letters.Length; i++) table[Letters[i]] = latin[i] == "-" ? "" : latin[i];
        var rest = others.Split(' ');
        for (var i = 0; i < rest.Length; i += 2) table[rest[i][0]] = rest[i + 1] == "-" ? "" : rest[i + 1];
        return table;
    }
}
