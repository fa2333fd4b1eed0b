using System.Globalization;
using System.Text;
using System.Text.Json;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Overview;

namespace Patrin.Modules.Places.Exchange;

/// <summary>Places as CSV (RFC 4180): one row a place, rival figures in one cell, never added or averaged.</summary>
public static class PlaceCsv
{
    private static readonly string[] Head =
        ["key", "name", "local_name", "country", "type", "nuts3", "residents", "roma_residents", "figure_kind", "challenges", "wishes", "offers", "page"];

    public static string Write(IEnumerable<PlaceEntry> places)
    {
        var csv = new StringBuilder().AppendJoin(',', Head).Append("\r\n");
        foreach (var p in places)
        {
            string[] cells =
            [
                p.Key, p.Name, p.LocalName, p.Country, p.Type, p.Nuts3, Figures(p.Population), Figures(p.Roma), p.FigureKind.ToString().ToUpperInvariant(),
                string.Join(' ', p.OpenChallenges), string.Join(' ', p.Wishes.Where(w => !w.IsSensitive).Select(w => w.Code)),
                string.Join(' ', p.Offers.Select(o => o.Code)), Contracts.PlaceLinks.Place(p.Slug),
            ];
            csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string Figures(IEnumerable<Figure> figures) => string.Join(" | ", figures.Select(f =>
        string.Join(' ', new[] { Number(f), f.Unit, f.Method, f.Scope == Documents.Reading.ClaimScope.Place ? "" : JsonNamingPolicy.SnakeCaseUpper.ConvertName(f.Scope.ToString()), f.ScopeName, f.Year?.ToString(CultureInfo.InvariantCulture) ?? "" }
            .Where(part => part.Length > 0))));

    private static string Number(Figure f) => f switch
    {
        { Protected: Protection.Small } => "<10",
        { Protected: Protection.WouldReveal } => "PROTECTED",
        { Low: { } a, High: { } b } when a == b => Plain(a),
        { Low: { } a, High: { } b } => Plain(a) + "-" + Plain(b),
        { Low: { } a } => ">" + Plain(a),
        { High: { } b } => "<=" + Plain(b),
        _ => "",
    };

    private static string Plain(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Quoted where needed; a cell that a spreadsheet would run as a formula gets an apostrophe in front.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
