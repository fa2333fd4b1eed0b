using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Platform.Text;

namespace Patrin.Modules.Twinning.Open;

/// <summary>Finds the countries that a sentence names, by name or by the word for their citizens.</summary>
public sealed class Movement(CountryNames countries)
{
    /// <summary>Longest country name in words ("Bosnia and Herzegovina").</summary>
    private const int MaxWords = 3;

    public IReadOnlyList<string> CountriesIn(string sentence)
    {
        var words = Words(Folding.Fold(sentence));
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            if (countries.FindByAdjective(words[i]) is { } byAdjective)
                found.Add(byAdjective.Code);
            for (var length = 1; length <= MaxWords && i + length <= words.Length; length++)
                if (countries.FindCountry(string.Join(' ', words[i..(i + length)])) is { } byName)
                    found.Add(byName.Code);
        }

        return [.. found];
    }

    private static string[] Words(string folded) =>
        new string([.. folded.Select(c => char.IsLetter(c) || c == '\'' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
