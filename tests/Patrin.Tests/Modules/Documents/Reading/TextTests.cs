using System.Text.Json;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Tests.Modules.Documents.Reading;

/// <summary>
/// Texts of many makes in all languages, written for these tests, each with what a person reads in it
/// (languages/*.json). Figures must be right; challenges and measures may be coded more finely than expected.
/// </summary>
public sealed class TextTests
{
    public static TheoryData<string> Texts => [.. Directory.GetFiles(Path.Combine(ReadingLab.Folder, "languages"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).Select(n => n!)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_yields_the_figures_challenges_measures_and_wishes_a_person_reads_in_it(string name)
    {
        var file = ReadingLab.Json($"languages/{name}.json");
        var text = string.Join('\n', file.GetProperty("text").EnumerateArray().Select(l => l.GetString()));
        var expected = file.GetProperty("expected");
        var result = ReadingLab.Read(text, null);
        Assert.Equal(file.GetProperty("language").GetString(), result.Language);
        if (expected.TryGetProperty("places", out var places)) Assert.Equal(places.EnumerateArray().Select(p => p.GetString()), result.Places.Select(p => p.Key));
        var faults = Figures(expected, result).Concat(Codes(expected, result)).Concat(Wishes(expected, result, text)).Concat(Plans(expected, result)).ToList();
        Assert.True(faults.Count == 0, $"{name}: {string.Join("; ", faults)}\nfound:\n{Describe(result, text)}");
    }

    private static IEnumerable<string> Figures(JsonElement expected, ReadingResult result)
    {
        foreach (var (key, kind) in new[] { ("population", ClaimKind.Population), ("roma", ClaimKind.RomaPopulation), ("shares", ClaimKind.RomaShare) })
        {
            var wanted = expected.GetProperty(key).EnumerateArray().Select(f => Wanted(f)).Order(StringComparer.Ordinal);
            var withMethod = expected.GetProperty(key).EnumerateArray().Any(f => f.TryGetProperty("method", out _));
            var found = result.Claims.Where(c => c.Kind == kind).Select(c => ReadingLab.Figure(c) + (withMethod ? $" {c.Method}" : "")).Order(StringComparer.Ordinal);
            if (!wanted.SequenceEqual(found)) yield return $"{key}: wanted [{string.Join(", ", wanted)}], found [{string.Join(", ", found)}]";
        }
    }

    private static string Wanted(JsonElement f) =>
        ReadingLab.Figure(Number(f, "low"), Number(f, "high"), f.GetProperty("scope").GetString()!) + (f.TryGetProperty("method", out var method) ? $" {method.GetString()}" : "");

    private static decimal? Number(JsonElement f, string name) =>
        f.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static IEnumerable<string> Codes(JsonElement expected, ReadingResult result)
    {
        foreach (var (key, kind) in new[] { ("challenges", ClaimKind.Challenge), ("interventions", ClaimKind.Measure) })
        {
            var wanted = expected.GetProperty(key).EnumerateArray().Select(c => c.GetString()!).ToHashSet();
            var found = result.Claims.Where(c => c.Kind == kind).SelectMany(c => c.Codes).ToHashSet();
            if (wanted.Except(found).ToList() is { Count: > 0 } missing) yield return $"{key} missed: {string.Join(", ", missing)}";
            var extra = found.Where(c => c.StartsWith("INT", StringComparison.Ordinal) == (kind == ClaimKind.Measure)).Except(wanted).ToList();
            if (extra.Count > 1 + wanted.Count / 3) yield return $"{key} not expected: {string.Join(", ", extra)}";
        }
    }

    private static IEnumerable<string> Wishes(JsonElement expected, ReadingResult result, string text)
    {
        foreach (var wish in expected.GetProperty("wishes").EnumerateArray())
        {
            var contains = wish.GetProperty("contains").GetString()!;
            var codes = result.Claims.Where(c => c.Kind == ClaimKind.Wish && c.Quote.Of(text).Contains(contains, StringComparison.Ordinal)).SelectMany(c => c.Codes).ToHashSet();
            if (!result.Claims.Any(c => c.Kind == ClaimKind.Wish && c.Quote.Of(text).Contains(contains, StringComparison.Ordinal))) yield return $"no wish \"{contains}\"";
            if (!wish.TryGetProperty("codes", out var wanted)) continue;
            var missing = wanted.EnumerateArray().Select(c => c.GetString()!).Except(codes).ToList();
            if (missing.Count > 0) yield return $"wish \"{contains}\" lacks {string.Join(", ", missing)}";
        }
    }

    private static IEnumerable<string> Plans(JsonElement expected, ReadingResult result)
    {
        foreach (var plan in expected.GetProperty("plans").EnumerateArray())
            if (!result.Claims.Any(c => c.Kind == ClaimKind.Plan && c.Year == (int?)Number(plan, "from") && c.YearTo == (int?)Number(plan, "to")))
                yield return $"plan {plan} is missing";
    }

    private static string Describe(ReadingResult result, string text) => string.Join('\n', result.Claims.Select(c =>
        $"{c.Kind} {(c.Value is null ? "" : ReadingLab.Figure(c))} {c.Method} {string.Join(',', c.Codes)} {c.Year}-{c.YearTo} \"{c.Quote.Of(text)}\""));
}
