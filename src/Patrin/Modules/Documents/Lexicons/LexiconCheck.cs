using System.Globalization;
using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Vocabulary;

namespace Patrin.Modules.Documents.Lexicons;

/// <summary>What must hold for a lexicon before the reader sees it.</summary>
internal static class LexiconCheck
{
    private static readonly string[] OwnGroups = ["markers", "headings", "quantifiers", "nouns", "placeTypes", "placeWords"];

    public static void Run(ReadingLexicon lexicon, CodeLists? codes, string folder)
    {
        foreach (var (group, ids) in lexicon.Groups)
            foreach (var id in ids.Keys)
                if (!IsKnown(group, id, codes))
                    throw new LexiconException($"{folder}: {group} has no \"{id}\".");
        foreach (var code in lexicon.Nationalities.Values)
            if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper))
                throw new LexiconException($"{folder}: \"{code}\" is no country code.");
        foreach (var language in new[] { "glue", "markers" })
            if (language == "glue" ? lexicon.Glue.Count == 0 : !lexicon.Groups.ContainsKey(language))
                throw new LexiconException($"{folder}: {language} is missing.");
        Compiles(lexicon, folder);
    }

    private static bool IsKnown(string group, string id, CodeLists? codes) => group switch
    {
        "concepts" => true,
        "challenges" => codes is null ? HasShape(id, 3) : codes.Challenges.Contains(id),
        "interventions" => codes is null ? HasShape(id, 3) && id.StartsWith("INT-", StringComparison.Ordinal) : codes.Interventions.Contains(id),
        "methods" => codes is null || codes["count_method"].Contains(id),
        _ when OwnGroups.Contains(group) => VocabularyBuilder.KnownKeys.Contains($"{group}/{id}"),
        _ => false,
    };

    private static bool HasShape(string code, int letters) =>
        code.Length == letters + 3 && code[letters] == '-' && code[..letters].All(char.IsAsciiLetterUpper)
        && int.TryParse(code[(letters + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static void Compiles(ReadingLexicon lexicon, string folder)
    {
        try
        {
            var builder = new VocabularyBuilder(lexicon);
            builder.AddConcepts();
            foreach (var group in new[] { "challenges", "interventions", "methods" }) builder.Patterns(group);
        }
        catch (LexiconException e)
        {
            throw new LexiconException($"{folder}: {e.Message}");
        }
    }
}
