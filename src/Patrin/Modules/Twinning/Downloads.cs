using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Twinning.Show;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.Twinning;

/// <summary>A published round as files. The JSON files are the stored bytes.</summary>
internal static class Downloads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var round = routes.MapGroup("/twinning/rounds/{number:int}").RequireAuthorization(Policies.Read);
        round.MapGet("/result.json", (int number, AppDbContext db, CancellationToken cancel) =>
            StoredAsync(db.Rounds.Where(r => r.Number == number && r.Status == RoundStatus.Published).Select(r => r.Result), $"round-{number}-result.json", cancel));
        round.MapGet("/inputs.json", (int number, AppDbContext db, CancellationToken cancel) =>
            StoredAsync(db.Rounds.Where(r => r.Number == number && r.Status == RoundStatus.Published).Select(r => r.Inputs), $"round-{number}-inputs.json", cancel));
        round.MapGet("/pairs.csv", CsvAsync);
    }

    private static async Task<IResult> StoredAsync(IQueryable<string> text, string name, CancellationToken cancel) =>
        await text.SingleOrDefaultAsync(cancel) is { Length: > 0 } found
            ? Results.File(Encoding.UTF8.GetBytes(found), "application/json", name)
            : Results.NotFound();

    private static async Task<IResult> CsvAsync(int number, RoundReader reader, CancellationToken cancel)
    {
        var round = await reader.FindAsync(number, cancel);
        if (round?.Worked is not { } worked || round.Head.Status != RoundStatus.Published)
            return Results.NotFound();
        var csv = new StringBuilder("place_a,name_a,place_b,name_b,score,survival,").AppendJoin(',', ScoreParts.Names).Append("\r\n");
        foreach (var pair in worked.Result.Pairs)
            csv.AppendJoin(',', Row(worked, pair)).Append("\r\n");
        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"round-{number}-pairs.csv");
    }

    private static IEnumerable<string> Row(WorkedRound round, PairResult pair) =>
    [
        Cell(pair.A), Cell(round.Name(pair.A)), Cell(pair.B), Cell(round.Name(pair.B)),
        Points(pair.Score), (pair.SurvivalPerMille / 1000m).ToString("0.000", CultureInfo.InvariantCulture),
        .. pair.Parts.Select(part => Points(part.Points)),
    ];

    private static string Points(int tenThousandths) => (tenThousandths / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Quoted as RFC 4180 asks; a leading sign that a spreadsheet would take for a formula is disarmed.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
