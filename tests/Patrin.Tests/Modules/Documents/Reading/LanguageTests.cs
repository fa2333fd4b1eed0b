using System.Globalization;
using System.Text.Json;
using Patrin.Modules.Documents.Lexicons;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Tests.Rules;

namespace Patrin.Tests.Modules.Documents.Reading;

/// <summary>
/// Every lexicon reads municipal texts of its language (languages/*.json): figures exactly, challenges by a measure, since
/// two people would not code them alike either.
/// </summary>
public sealed class LanguageTests
{
    private const double LeastForAreas = 0.85;
    private const double LeastForCodes = 0.75;

    private static readonly Lazy<DocumentReader> Reader = new(() => new DocumentReader(
        LexiconFiles.LoadAll(Data("reading"), CodeLists.Load(Data("codes"))), new GazetteerNames(PlaceNames.Load(Data("gazetteer")))));

    public static TheoryData<string> Texts => [.. Directory.GetFiles(TextFolder, "*.json").Order(StringComparer.Ordinal).Select(f => Path.GetFileNameWithoutExtension(f)!)];

    private static string TextFolder => Path.Combine(Repository.Root, "tests", "Patrin.Tests", "Modules", "Documents", "Reading", "languages");

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_language_of_a_text_is_told_from_its_words(string name) =>
        Assert.Equal(LanguageTest.Load(TextFolder, name).Language, Read(name).Result.Language);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Residents_and_Roma_figures_are_read_exactly_with_area_and_method(string name)
    {
        var (test, result) = Read(name);
        Assert.Equal(test.Figures("population"), Found(result, ClaimKind.Population, withMethod: false));
        Assert.Equal(test.Figures("roma"), Found(result, ClaimKind.RomaPopulation, test.HasMethods("roma")));
        Assert.Equal(test.Figures("shares"), Found(result, ClaimKind.RomaShare, test.HasMethods("shares")));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Challenges_are_coded_like_a_person_codes_them(string name)
    {
        var (test, result) = Read(name);
        var wanted = test.Codes("challenges");
        var found = result.Claims.Where(c => c.Kind == ClaimKind.Challenge).SelectMany(c => c.Codes).ToHashSet(StringComparer.Ordinal);
        var said = $"missed {string.Join(", ", wanted.Except(found))}; not expected {string.Join(", ", found.Except(wanted))}";
        Assert.True(F1(Areas(wanted), Areas(found)) >= LeastForAreas, $"areas: {said}");
        Assert.True(F1(wanted, found) >= LeastForCodes, $"codes: {said}");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Wishes_and_years_of_plans_are_found(string name)
    {
        var (test, result) = Read(name);
        var wishes = result.Claims.Where(c => c.Kind == ClaimKind.Wish).Select(c => (Quote: c.Quote.Of(test.Text), c.Codes)).ToList();
        foreach (var (words, codes) in test.Wishes())
        {
            var named = wishes.Where(w => w.Quote.Contains(words, StringComparison.Ordinal)).SelectMany(w => w.Codes).ToHashSet(StringComparer.Ordinal);
            Assert.True(named.IsSupersetOf(codes), $"\"{words}\" lacks {string.Join(", ", codes.Except(named))}");
            Assert.Contains(wishes, w => w.Quote.Contains(words, StringComparison.Ordinal));
        }
        var plans = result.Claims.Where(c => c.Kind == ClaimKind.Plan).Select(c => (c.Year, c.YearTo)).ToList();
        Assert.All(test.Plans(), years => Assert.Contains(years, plans));
    }

    private static (LanguageTest Test, ReadingResult Result) Read(string name)
    {
        var test = LanguageTest.Load(TextFolder, name);
        return (test, Reader.Value.Read(test.Text, ReadingOptions.Default));
    }

    private static List<string> Found(ReadingResult result, ClaimKind kind, bool withMethod) =>
        [.. result.Claims.Where(c => c.Kind == kind).Select(c => LanguageTest.Figure(c.Value!.Low, c.Value.High, c.Scope.ToString(), withMethod ? c.Method : "")).Order(StringComparer.Ordinal)];

    private static HashSet<string> Areas(IEnumerable<string> codes) => [.. codes.Select(c => c[..3])];

    private static double F1(HashSet<string> wanted, HashSet<string> found) =>
        wanted.Count + found.Count == 0 ? 1 : 2.0 * wanted.Intersect(found).Count() / (wanted.Count + found.Count);

    private static string Data(string folder) => Path.Combine(Repository.Root, "data", folder);
}

/// <summary>A text and what a person reads in it.</summary>
internal sealed record LanguageTest(string Language, string Text, JsonElement Expected)
{
    public static LanguageTest Load(string folder, string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, $"{name}.json")));
        var root = file.RootElement;
        var text = string.Join('\n', root.GetProperty("text").EnumerateArray().Select(line => line.GetString()));
        return new LanguageTest(root.GetProperty("language").GetString()!, text, root.GetProperty("expected").Clone());
    }

    /// <summary>A figure in one line, so that lists of them compare and print well.</summary>
    public static string Figure(decimal? low, decimal? high, string scope, string method) =>
        string.Create(CultureInfo.InvariantCulture, $"{low:0.##}..{high:0.##} {scope} {method}").TrimEnd();

    public bool HasMethods(string key) => List(key).Any(f => f.TryGetProperty("method", out _));

    public List<string> Figures(string key) => [.. List(key).Select(f => Figure(Number(f, "low"), Number(f, "high"),
        f.GetProperty("scope").GetString()!, key != "population" && f.TryGetProperty("method", out var method) ? method.GetString()! : "")).Order(StringComparer.Ordinal)];

    public HashSet<string> Codes(string key) => [.. List(key).Select(c => c.GetString()!)];

    public IEnumerable<(string Words, List<string> Codes)> Wishes() => List("wishes").Select(w => (w.GetProperty("contains").GetString()!,
        w.TryGetProperty("codes", out var codes) ? codes.EnumerateArray().Select(c => c.GetString()!).ToList() : []));

    public IEnumerable<(int?, int?)> Plans() => List("plans").Select(p => ((int?)Number(p, "from"), (int?)Number(p, "to")));

    private JsonElement.ArrayEnumerator List(string key) => Expected.GetProperty(key).EnumerateArray();

    private static decimal? Number(JsonElement f, string name) =>
        f.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
