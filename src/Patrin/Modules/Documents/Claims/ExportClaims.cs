using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Patrin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Patrin.Modules.Documents.Claims;

/// <summary>Writes all claims, reviewed or not, in pages, so that memory does not grow with their number.</summary>
public sealed class ExportClaims(AppDbContext db)
{
    private const int PageSize = 1000;

    /// <summary>One object with the claims as an array: docs/formats.md.</summary>
    public async Task JsonAsync(Stream output, Guid? document, CancellationToken cancel)
    {
        // Letters of every script stay letters; what is written is read by programs, never put into a page.
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", "patrin-claims");
        json.WriteNumber("version", 1);
        json.WriteStartArray("claims");
        await foreach (var row in RowsAsync(document, cancel))
        {
            ClaimJson.Write(json, row);
            if (json.BytesPending > 64 * 1024)
                await json.FlushAsync(cancel);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
        output.WriteByte((byte)'\n');
    }

    public async Task CsvAsync(Stream output, Guid? document, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(ClaimCsv.Header.AsMemory(), cancel);
        await foreach (var row in RowsAsync(document, cancel))
            await writer.WriteAsync(ClaimCsv.Line(row).AsMemory(), cancel);
    }

    /// <summary>By document in order of import, then in order of the text.</summary>
    private async IAsyncEnumerable<ClaimRow> RowsAsync(Guid? only, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var documents = await db.Documents.Where(d => (only == null || d.Id == only) && d.HiddenAt == null).OrderBy(d => d.ImportedAt).ThenBy(d => d.Id).Select(d => d.Id).ToListAsync(cancel);
        foreach (var document in documents)
        {
            var last = 0;
            List<ClaimRow> page;
            do
            {
                page = await ClaimRow.LoadAsync(db, db.Claims.Where(c => c.DocumentId == document && c.Number > last).OrderBy(c => c.Number).Take(PageSize), cancel);
                foreach (var row in page)
                    yield return row;
                last += PageSize;
            }
            while (page.Count == PageSize);
        }
    }
}
