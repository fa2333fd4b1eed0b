using System.Globalization;
using System.Text;
using Patrin.Platform.Errors;
using Patrin.Platform.Text;

namespace Patrin.Modules.People.Organisations;

/// <summary>
/// The name of an organisation as typed, and the key under which names that look alike fall together: after Unicode TR 39,
/// with the letters of the three alphabets of the network.
/// </summary>
public static class OrganisationName
{
    /// <summary>A key may be longer than its name: ß is two letters.</summary>
    public const int KeyMax = Organisation.NameMax * 2;

    // Letters of other alphabets (already folded to lower case) and digits that look like a Latin letter, in any case of theirs.
    private const string Looking = "авеѕіјкмнорстухԁһԛԝ" + "αβεζηικμνορτυχ" + "01";
    private const string Like = "abesijkmhopctyxdhqw" + "abezhikmnoptyx" + "ol";

    /// <exception cref="RuleBroken">Says what to do.</exception>
    public static string Require(string field, string? name)
    {
        var text = PlainText.Line(field, name, Organisation.NameMax);
        if (text.Count(char.IsLetter) < 2)
            throw new RuleBroken(field, "Write the full name of the organisation.");
        if (text.Split(' ').Any(IsMixed))
            throw new RuleBroken(field, "One word of the name mixes letters of different alphabets. Write each word in one alphabet.");
        return text;
    }

    /// <summary>The key: two names with the same key could be taken for each other.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in Folding.Fold(name.Normalize(NormalizationForm.FormKC)))
        {
            if (c == ' ')
                continue;
            var at = Looking.IndexOf(c, StringComparison.Ordinal);
            var letter = at < 0 ? c : Like[at];
            // A capital I looks like a small l; r and n side by side look like m.
            if (letter == 'i')
                letter = 'l';
            if (letter == 'n' && key.Length > 0 && key[^1] == 'r')
                key[^1] = 'm';
            else
                key.Append(letter);
        }

        return key.Length <= KeyMax ? key.ToString() : key.ToString(0, KeyMax);
    }

    /// <summary>What a search looks in: the words as they are and in Latin letters.</summary>
    public static string Sought(string name, string place)
    {
        var words = Folding.Fold(name + " " + place);
        var latin = PlaceKey(name + " " + place);
        return words == latin ? words : words + " " + latin;
    }

    /// <summary>A place name folded, in Latin letters.</summary>
    public static string PlaceKey(string place) => Folding.Fold(Folding.Transliterate(place));

    // Apostrophes that count as letters (Ukrainian) belong to any alphabet.
    private static bool IsMixed(string word) =>
        word.Where(c => char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.ModifierLetter).Select(Alphabet).Distinct().Count() > 1;

    private static char Alphabet(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and < '\u1F00') => 'L',
        (>= '\u0370' and < '\u0400') or (>= '\u1F00' and < '\u2000') => 'G',
        >= '\u0400' and < '\u0530' => 'C',
        _ => 'O',
    };
}
