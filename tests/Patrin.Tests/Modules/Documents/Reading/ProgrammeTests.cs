using Patrin.Modules.Documents.Reading;

namespace Patrin.Tests.Modules.Documents.Reading;

/// <summary>Documents about a programme: its figures, aims and promises (gold/programme.json for seed 000).</summary>
public sealed class ProgrammeTests
{
    private const string Seed = "000_6019476f4e5e0e96.txt";

    [Fact]
    public void The_programme_of_seed_000_is_found_with_its_figures_aims_and_expected_results()
    {
        var text = ReadingLab.Seed(Seed);
        var gold = ReadingLab.Json("gold/programme.json");
        var result = ReadingLab.Read(text, null);
        Assert.Equal(gold.GetProperty("name").GetString(), Assert.Single(result.Programmes).Name);
        Assert.Empty(result.Places);
        Assert.Equal(gold.GetProperty("figures").EnumerateArray().Select(f => f.GetString()),
            result.Claims.Where(c => c.Kind == ClaimKind.Figure).Select(c => $"{ReadingLab.Figure(c)} {c.Unit}"));
        AssertQuotes(gold.GetProperty("aims"), ClaimKind.Aim, result, text);
        AssertQuotes(gold.GetProperty("results"), ClaimKind.ExpectedResult, result, text);
    }

    [Fact]
    public void Seven_and_a_half_million_being_68_percent_of_ten_to_twelve_million_is_a_passed_check()
    {
        var check = Assert.Single(ReadingLab.Read(ReadingLab.Seed(Seed), null).Checks);
        Assert.Equal((Checks.ShareAndCount, CheckOutcome.Passed), (check.Code, check.Outcome));
        Assert.Equal(["68", "7500000", "11029412", "10000000", "12000000"], check.Arguments);
    }

    [Fact]
    public void A_programme_with_headings_and_lists_yields_its_aims_and_results()
    {
        var text = File.ReadAllText(Path.Combine(ReadingLab.Folder, "texts", "programme.txt"));
        var result = ReadingLab.Read(text);
        Assert.Equal("ROMACTIVE", Assert.Single(result.Programmes).Name);
        Assert.Equal(3, result.Claims.Count(c => c.Kind == ClaimKind.Aim));
        Assert.Equal(4, result.Claims.Count(c => c.Kind == ClaimKind.ExpectedResult));
        Assert.Contains(result.Checks, c => c.Code == Checks.ShareAndCount && c.Outcome == CheckOutcome.Passed);
        Assert.DoesNotContain(result.Claims, c => c.Kind is ClaimKind.Challenge or ClaimKind.Wish or ClaimKind.Population);
    }

    // The gold set names words that each passage must hold, in order, without copying it.
    private static void AssertQuotes(System.Text.Json.JsonElement words, ClaimKind kind, ReadingResult result, string text)
    {
        var claims = result.Claims.Where(c => c.Kind == kind).ToList();
        Assert.Equal(words.GetArrayLength(), claims.Count);
        foreach (var (word, claim) in words.EnumerateArray().Zip(claims))
            Assert.Contains(word.GetString()!, claim.Quote.Of(text), StringComparison.Ordinal);
    }
}
