using System.Text;

namespace Patrin.Platform.Text;

/// <summary>Gives the Latin letters that stand for one letter the case of that letter and its neighbours.</summary>
internal static class Casing
{
    /// <summary>Appends <paramref name="latin"/>: Щ alone before a small letter is Sht, between capitals SHT.</summary>
    public static void Append(StringBuilder result, string latin, string text, int at, int length = 1)
    {
        if (latin.Length == 0) return;
        if (!char.IsUpper(text[at]))
            result.Append(latin);
        else if (latin.Length > 1 && AmongCapitals(text, at, length))
            result.Append(latin.ToUpperInvariant());
        else
            result.Append(char.ToUpperInvariant(latin[0])).Append(latin, 1, latin.Length - 1);
    }

    private static bool AmongCapitals(string text, int at, int length)
    {
        if (length > 1 && char.IsLower(text[at + 1])) return false;
        var next = at + length;
        if (next < text.Length && char.IsLetter(text[next])) return char.IsUpper(text[next]);
        return (at > 0 && char.IsUpper(text[at - 1])) || (length > 1 && char.IsUpper(text[at + 1]));
    }
}
