using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Errors;
using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Review;

/// <summary>What a corrected claim must keep to.</summary>
public static class CorrectionCheck
{
    public const int EarliestYear = 1000;
    public const int LatestYear = 2200;
    public const int MostCodes = 12;

    /// <summary>Larger numbers are typing errors: there are not that many people.</summary>
    public const decimal LargestNumber = 100_000_000_000m;

    public static ClaimReading Checked(ClaimReading corrected, ClaimKind kind, CodeLists codes)
    {
        CheckNumbers(corrected, kind);
        CheckYears(corrected);
        if (corrected.Method.Length > 0 && !codes["count_method"].Contains(corrected.Method))
            throw new RuleBroken("Method", "Choose how it was counted from the list.");
        if (corrected.Unit.Length > 0 && !codes["unit"].Contains(corrected.Unit))
            throw new RuleBroken("Unit", "Choose what was counted from the list.");
        if (corrected.Codes.Count > MostCodes || corrected.Codes.Any(c => !Offers(kind, c, codes)))
            throw new RuleBroken("Codes", "Choose codes from the list.");
        return corrected with
        {
            ScopeName = PlainText.Line("ScopeName", corrected.ScopeName, Claim.ScopeNameMax),
            Text = PlainText.Line("Text", corrected.Text, Claim.TextMax),
            Codes = [.. corrected.Codes.Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Which list the codes of a kind come from; null when the kind has none to choose.</summary>
    public static IReadOnlyList<CodeList> ListsFor(ClaimKind kind, CodeLists codes) => kind switch
    {
        ClaimKind.Challenge => [codes.Challenges],
        ClaimKind.Measure => [codes.Interventions],
        ClaimKind.Wish => [codes.Interventions, codes.Challenges],
        ClaimKind.Place => [codes.Countries],
        _ => [],
    };

    /// <summary>A code the reader gave to another kind may stay; a person chooses from the kind's own lists.</summary>
    private static bool Offers(ClaimKind kind, string code, CodeLists codes) =>
        ListsFor(kind, codes) is { Count: > 0 } lists
            ? lists.Any(l => l.Contains(code))
            : codes.Challenges.Contains(code) || codes.Interventions.Contains(code) || codes.Countries.Contains(code);

    private static void CheckNumbers(ClaimReading corrected, ClaimKind kind)
    {
        if (corrected.Low is null && corrected.High is null && Rivals.CanHave(kind))
            throw new RuleBroken("Low", "Write the number the source gives.");
        foreach (var (field, value) in new[] { ("Low", corrected.Low), ("High", corrected.High) })
        {
            if (value is < 0 or > LargestNumber)
                throw new RuleBroken(field, "Write a number that is not below zero and not too large.");
            if (corrected.Unit == "PERCENT" && value > 100)
                throw new RuleBroken(field, "A percentage is at most 100.");
        }

        if (corrected.Low > corrected.High)
            throw new RuleBroken("High", "The second number must not be smaller than the first.");
    }

    private static void CheckYears(ClaimReading corrected)
    {
        foreach (var (field, year) in new[] { ("Year", corrected.Year), ("YearTo", corrected.YearTo) })
        {
            if (year is < EarliestYear or > LatestYear)
                throw new RuleBroken(field, "Write a year with four digits.");
        }

        if (corrected.YearTo is not null && (corrected.Year is null || corrected.YearTo < corrected.Year))
            throw new RuleBroken("YearTo", "The last year must not be before the first.");
    }
}
