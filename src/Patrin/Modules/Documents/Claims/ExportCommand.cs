using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Cli;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents.Claims;

/// <summary><c>patrin export claims</c>.</summary>
public static class ExportCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "json or csv.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "csv");
        var document = new Option<Guid?>("--document") { Description = "Only the claims of this document." };
        var output = new Option<FileInfo?>("--out") { Description = "File to write to. Default: the screen." };
        var claims = new Command("claims", "All claims, reviewed or not, with passages and offsets in Unicode code points.") { format, document, output };
        claims.SetAction((parse, cancel) => CommandScope.RunAsync(parse, async (services, stop) =>
        {
            await RefuseUnknownAsync(services, parse.GetValue(document), stop);
            await using var stream = parse.GetValue(output) is { } file ? file.Create() : Console.OpenStandardOutput();
            var export = services.GetRequiredService<ExportClaims>();
            await (parse.GetValue(format) == "csv"
                ? export.CsvAsync(stream, parse.GetValue(document), stop)
                : export.JsonAsync(stream, parse.GetValue(document), stop));
            return 0;
        }, cancel));
        return new Command("export", "Write data in an open format (docs/formats.md).") { claims };
    }

    private static async Task RefuseUnknownAsync(IServiceProvider services, Guid? document, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDbContext>();
        if (document is { } id && !await db.Documents.AnyAsync(d => d.Id == id, cancel))
            throw new RuleBroken("", "There is no document with the number {0}.", id);
    }
}
