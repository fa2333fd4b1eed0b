using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Segments;

/// <summary>Picks the lexicon whose function words occur most often in the first stretch of the text.</summary>
internal static class LanguageDetector
{
    private const int Sample = 20_000;

    public static ReaderVocabulary Detect(FoldedText text, IReadOnlyList<ReaderVocabulary> vocabularies)
    {
        if (vocabularies.Count == 1) return vocabularies[0];
        var scores = new int[vocabularies.Count];
        var lookups = vocabularies.Select(v => v.GlueWords.GetAlternateLookup<ReadOnlySpan<char>>()).ToArray();
        var length = Math.Min(text.Length, Sample);
        for (var at = 0; at < length;)
        {
            var end = at + 1;
            while (end < length && !text.IsBoundary(end)) end++;
            if (Characters.IsLetter(text.Chars[at]))
                for (var v = 0; v < scores.Length; v++)
                    if (lookups[v].Contains(text.Of(at, end)))
                        scores[v]++;
            at = end;
        }
        var best = 0;
        for (var v = 1; v < scores.Length; v++)
            if (scores[v] > scores[best])
                best = v;
        return vocabularies[best];
    }
}
