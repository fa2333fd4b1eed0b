using System.Buffers;
using System.Globalization;

namespace Patrin.Modules.Documents.Claims;

/// <summary>Claims as RFC 4180 rows; cells a spreadsheet would take for a formula are made harmless (R-46).</summary>
public static class ClaimCsv
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "document_id", "document_title", "document_sha256", "kind", "subject_key", "subject_name", "subject_country", "subject_type",
        "low", "high", "about", "unit", "method", "scope", "scope_name", "year", "year_to", "codes", "text", "quote", "start", "end",
        "state", "preferred", "confidence", "rule",
    ];

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n'\t");

    public static string Header => string.Join(',', Columns) + "\r\n";

    public static string Line(ClaimRow row) => string.Join(',', Cells(row)) + "\r\n";

    private static string[] Cells(ClaimRow row) =>
    [
        row.Id.ToString(), row.Document.Id.ToString(), Cell(row.Document.Title), row.Document.Sha256, WireName.Of(row.Kind),
        Cell(row.Subject.Key), Cell(row.Subject.Name), row.Subject.Country, row.Subject.Type,
        Number(row.Low), Number(row.High), row.HasValue ? Bool(row.About) : "", row.Unit, row.Method, WireName.Of(row.Scope), Cell(row.ScopeName),
        Number(row.Year), Number(row.YearTo), string.Join(' ', row.Codes), Cell(row.Text), Cell(row.Quote),
        Number(row.Start), Number(row.End), WireName.Of(row.State), Bool(row.IsPreferred), row.Confidence.ToString("0.###", CultureInfo.InvariantCulture), Cell(row.Rule),
    ];

    /// <summary>
    /// Text in quotation marks where needed. A cell that begins with = + - @, a tab, a line end or NUL (also full-width)
    /// gets an apostrophe in front, as ASVS 1.2.10 asks.
    /// </summary>
    public static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠')
            text = "'" + text;
        return text.AsSpan().IndexOfAny(Special) < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private static string Number(decimal? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Bool(bool value) => value ? "true" : "false";
}
