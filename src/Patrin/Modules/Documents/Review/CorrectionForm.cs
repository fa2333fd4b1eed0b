using System.Globalization;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents.Review;

/// <summary>The fields of a correction as a person typed them.</summary>
public sealed class CorrectionForm
{
    public string? Subject { get; set; }

    public string? Low { get; set; }

    public string? High { get; set; }

    public bool About { get; set; }

    public string? Unit { get; set; }

    public string? Method { get; set; }

    public string? Scope { get; set; }

    public string? ScopeName { get; set; }

    public string? Year { get; set; }

    public string? YearTo { get; set; }

    public string? Text { get; set; }

    public List<string?> Codes { get; set; } = [];

    public static CorrectionForm Of(Claim claim) => new()
    {
        Subject = claim.SubjectKey,
        Low = Shown(claim.Low),
        High = Shown(claim.High),
        About = claim.About,
        Unit = claim.Unit,
        Method = claim.Method,
        Scope = WireName.Of(claim.Scope),
        ScopeName = claim.ScopeName,
        Year = claim.Year?.ToString(CultureInfo.InvariantCulture),
        YearTo = claim.YearTo?.ToString(CultureInfo.InvariantCulture),
        Text = claim.Text,
        Codes = [.. claim.Codes.Select(c => c.Code).Order(StringComparer.Ordinal)],
    };

    public ClaimReading ToReading() => new(
        Subject ?? "", Number(Low, "Low"), Number(High, "High"), About, Unit ?? "", Method ?? "",
        WireName.Parse<ClaimScope>(Scope) ?? throw new RuleBroken("Scope", "Choose which area it is about."), ScopeName ?? "",
        WholeYear(Year, "Year"), WholeYear(YearTo, "YearTo"), Text ?? "",
        [.. Codes.Where(c => !string.IsNullOrEmpty(c)).Select(c => c!).Distinct().Order(StringComparer.Ordinal)]);

    private static string Shown(decimal? number) => number?.ToString("0.###", CultureInfo.CurrentCulture) ?? "";

    /// <summary>Digits as the reader's language writes them; separators of thousands and spaces are fine.</summary>
    private static decimal? Number(string? text, string field)
    {
        var plain = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (plain.Length == 0)
            return null;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var number)
            ? number
            : throw new RuleBroken(field, "Write a number in digits, for example {0}.", 24155.ToString("#,0", CultureInfo.CurrentCulture));
    }

    private static int? WholeYear(string? text, string field)
    {
        var plain = (text ?? "").Trim();
        if (plain.Length == 0)
            return null;
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : throw new RuleBroken(field, "Write a year with four digits.");
    }
}
