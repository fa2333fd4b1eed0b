using System.Text.Json;
using Patrin.Modules.Documents.Lexicons;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Documents.Reading.Lexicon;

namespace Patrin.Tests.Modules.Documents.Reading;

/// <summary>
/// What every lexicon owes: the same keys as the English one, terms that can match, and challenges coded like a person
/// codes them. Figures, measures, wishes and plans of the same texts are checked in <see cref="TextTests"/>.
/// </summary>
public sealed class LanguageTests
{
    private const double LeastForAreas = 0.85;
    private const double LeastForCodes = 0.75;
    private const double LeastForLabels = 0.9;

    private static readonly string[] Required = ["challenges", "interventions", "markers", "headings", "nouns", "placeTypes"];

    private static readonly Lazy<IReadOnlyList<ReadingLexicon>> Lexicons = new(() => LexiconFiles.LoadAll(Path.Combine(Rules.Repository.Root, "data", "reading")));

    public static TheoryData<string> Languages => [.. Lexicons.Value.Select(l => l.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_lexicon_has_words_for_everything_the_English_one_has(string language)
    {
        var (model, own) = (Of("en"), Of(language));
        var missing = from @group in Required
                      from id in model.Groups[@group].Keys
                      where own.Groups.GetValueOrDefault(@group)?.GetValueOrDefault(id) is not { Count: > 0 }
                      select $"{@group}/{id}";
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_star_stands_only_at_the_ends_of_a_term(string language)
    {
        var terms = Of(language).Groups.Values.SelectMany(g => g.Values).SelectMany(rules => rules).SelectMany(rule => rule.Split('&', '>', '|', '!', '/'));
        Assert.DoesNotContain(terms, t => t.Trim().Contains("* ", StringComparison.Ordinal) || t.Contains("**", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TextTests.Texts), MemberType = typeof(TextTests))]
    public void Challenges_are_coded_like_a_person_codes_them(string name)
    {
        var file = ReadingLab.Json($"languages/{name}.json");
        var text = string.Join('\n', file.GetProperty("text").EnumerateArray().Select(l => l.GetString()));
        var wanted = file.GetProperty("expected").GetProperty("challenges").EnumerateArray().Select(c => c.GetString()!).ToHashSet(StringComparer.Ordinal);
        var found = Codes(ReadingLab.Read(text, null), ClaimKind.Challenge);
        var said = $"missed {string.Join(", ", wanted.Except(found))}; not expected {string.Join(", ", found.Except(wanted))}";
        Assert.True(F1(Areas(wanted), Areas(found)) >= LeastForAreas, $"areas: {said}");
        Assert.True(F1(wanted, found) >= LeastForCodes, $"codes: {said}");
    }

    [Theory]
    [InlineData("ro", "challenge", "Principalele provocări", "Orașul are o populație de 30.920 de locuitori.")]
    [InlineData("ro", "intervention", "Măsuri existente", "Orașul are o populație de 30.920 de locuitori.")]
    [InlineData("hu", "challenge", "Fő kihívások", "A város lakossága 9 120 fő.")]
    [InlineData("hu", "intervention", "Meglévő intézkedések", "A város lakossága 9 120 fő.")]
    public void The_wording_of_the_code_lists_is_read_as_its_code(string language, string list, string heading, string start)
    {
        var labels = Labels(language, list);
        var kind = list == "challenge" ? ClaimKind.Challenge : ClaimKind.Measure;
        var text = string.Join('\n', labels.Select(l => $"• {l.Label}").Prepend(heading).Prepend("").Prepend(start));
        var claims = ReadingLab.Read(text, language).Claims.Where(c => c.Kind == kind).ToList();
        var missed = labels.Where(l => !claims.Any(c => c.Codes.Contains(l.Code) && Within(c.Quote, text, l.Label))).Select(l => $"{l.Code} {l.Label}").ToList();
        Assert.True(missed.Count <= labels.Count * (1 - LeastForLabels), $"{missed.Count} of {labels.Count}: {string.Join("; ", missed)}");
    }

    private static bool Within(Span quote, string text, string label)
    {
        var at = text.IndexOf($"• {label}", StringComparison.Ordinal);
        return quote.Start >= at && quote.Start <= at + label.Length;
    }

    private static List<(string Code, string Label)> Labels(string language, string list)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Rules.Repository.Root, "data", "codes", $"{list}.json")));
        return [.. file.RootElement.GetProperty("codes").EnumerateArray()
            .Select(c => (c.GetProperty("code").GetString()!, c.GetProperty("label").GetProperty(language).GetString()!))
            .Where(c => !c.Item1.EndsWith("-00", StringComparison.Ordinal))];
    }

    private static ReadingLexicon Of(string language) => Lexicons.Value.Single(l => l.Language == language);

    private static HashSet<string> Codes(ReadingResult result, ClaimKind kind) => [.. result.Claims.Where(c => c.Kind == kind).SelectMany(c => c.Codes)];

    private static HashSet<string> Areas(IEnumerable<string> codes) => [.. codes.Select(c => c[..3])];

    private static double F1(HashSet<string> wanted, HashSet<string> found) =>
        wanted.Count + found.Count == 0 ? 1 : 2.0 * wanted.Intersect(found).Count() / (wanted.Count + found.Count);
}
