using System.Globalization;

namespace Patrin.Modules.Documents.Reading.Lexicon;

/// <summary>A pattern as written: parts that must stand near each other, parts that refuse it.</summary>
/// <param name="Parts">Each part is a list of terms or <c>@concept</c> names, one of which must occur.</param>
/// <param name="Refusers">Parts that must not occur close by.</param>
/// <param name="Ordered">The parts stand in this order.</param>
/// <param name="Words">How far a part may be from the first one.</param>
/// <param name="ListOnly">Counts only in lists and lead-ins: the term alone says no more than the field.</param>
internal sealed record PatternText(IReadOnlyList<string[]> Parts, IReadOnlyList<string[]> Refusers, bool Ordered, int Words, bool ListOnly)
{
    public const int DefaultWords = 7;

    public static PatternText Parse(string pattern)
    {
        var words = DefaultWords;
        var listOnly = pattern.StartsWith("? ", StringComparison.Ordinal);
        var body = listOnly ? pattern[2..] : pattern;
        if (body.LastIndexOf(" / ", StringComparison.Ordinal) is var slash and > 0)
        {
            if (!int.TryParse(body[(slash + 3)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out words) || words is < 1 or > 40)
                throw new LexiconException($"\"{pattern}\": the window after / must be a number of words from 1 to 40.");
            body = body[..slash];
        }
        var refuse = body.Split('!');
        if (refuse.Length > 2) throw new LexiconException($"\"{pattern}\": only one ! is allowed; separate refusers with |.");
        var ordered = refuse[0].Contains('>', StringComparison.Ordinal);
        if (ordered && refuse[0].Contains('&', StringComparison.Ordinal))
            throw new LexiconException($"\"{pattern}\": & and > cannot be mixed.");
        return new(Cut(refuse[0], ordered ? '>' : '&', pattern), refuse.Length == 2 ? Cut(refuse[1], '&', pattern) : [], ordered, words, listOnly);
    }

    private static string[][] Cut(string text, char sign, string pattern)
    {
        var parts = text.Split(sign).Select(p => p.Split('|', StringSplitOptions.TrimEntries)).ToArray();
        if (parts.Any(p => p.Any(a => a.Length == 0))) throw new LexiconException($"\"{pattern}\" has an empty part.");
        return parts;
    }
}
