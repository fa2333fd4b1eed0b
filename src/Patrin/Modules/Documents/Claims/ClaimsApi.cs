using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Documents.Claims;

/// <summary>Claims for programs: one, or a page of a filtered list, with W3C text selectors; and the verbatim text they point into.</summary>
public static class ClaimsApi
{
    public const int LargestPage = 100;

    /// <summary>Characters of context in a text-quote selector.</summary>
    private const int Context = 32;

    private static readonly JsonWriterOptions Letters = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/claims/{id:guid}.json", OneAsync).RequireAuthorization(Policies.Read);
        routes.MapGet("/api/v1/claims", ListAsync).RequireAuthorization(Policies.Read);
        routes.MapGet("/sources/{id:guid}.txt", TextAsync).RequireAuthorization(Policies.Read);
    }

    private static async Task<IResult> OneAsync(Guid id, AppDbContext db, HttpContext http, IAuthorizationService authorization, CancellationToken cancel)
    {
        var curator = await authorization.IsCuratorAsync(http.User);
        var claim = await db.Claims.AsNoTracking().SeenBy(curator).FirstOrDefaultAsync(c => c.Id == id, cancel);
        if (claim is null)
            return Results.NotFound();
        var row = (await ClaimRow.LoadAsync(db, db.Claims.Where(c => c.Id == id), cancel))[0];
        var passage = await Passages.AroundAsync(db, claim, Context, cancel);
        return Json(json => WriteAnnotated(json, row, passage));
    }

    private static async Task<IResult> ListAsync(
        Guid? document, string? place, string? kind, string? state, int? page, int? size,
        AppDbContext db, HttpContext http, IAuthorizationService authorization, CancellationToken cancel)
    {
        var wantedKind = WireName.Parse<ClaimKind>(kind);
        var wantedState = WireName.Parse<ClaimState>(state);
        if ((kind is not null && wantedKind is null) || (state is not null && wantedState is null))
            return Results.Problem("Unknown kind or state. The code lists claim_kind and claim_state have the names.", statusCode: 400);
        var curator = await authorization.IsCuratorAsync(http.User);
        if (!curator && wantedState is not (null or ClaimState.Accepted or ClaimState.Corrected or ClaimState.Stale))
            return Results.Problem("Claims that nobody has accepted are for curators only.", statusCode: 403);
        var claims = db.Claims.SeenBy(curator);
        claims = wantedState is { } s ? claims.Where(c => c.State == s) : claims.Facts();
        claims = document is { } d ? claims.Where(c => c.DocumentId == d) : claims;
        claims = place is { } p ? claims.Where(c => c.SubjectKey == p) : claims;
        claims = wantedKind is { } k ? claims.Where(c => c.Kind == k) : claims;
        var paging = Paging.Of(page, await claims.CountAsync(cancel), Math.Clamp(size ?? 50, 1, LargestPage));
        var rows = await ClaimRow.LoadAsync(db, claims.OrderBy(c => c.DocumentId).ThenBy(c => c.Number).Skip(paging.Skip).Take(paging.Size), cancel);
        return Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("page", paging.Number);
            json.WriteNumber("pages", paging.Pages);
            json.WriteNumber("total", paging.Total);
            json.WriteStartArray("claims");
            foreach (var row in rows)
                WriteAnnotated(json, row, new("", row.Quote, ""));
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> TextAsync(Guid id, AppDbContext db, HttpContext http, IAuthorizationService authorization, CancellationToken cancel)
    {
        var curator = await authorization.IsCuratorAsync(http.User);
        if (!await db.Documents.SeenBy(curator).AnyAsync(d => d.Id == id, cancel))
            return Results.NotFound();
        return Results.Stream(async stream =>
        {
            await foreach (var part in Passages.TextAsync(db, id).WithCancellation(cancel))
                await stream.WriteAsync(Encoding.UTF8.GetBytes(part), cancel);
        }, "text/plain; charset=utf-8");
    }

    /// <summary>The claim as a Web Annotation would point at it: quote and position in one target.</summary>
    private static void WriteAnnotated(Utf8JsonWriter json, ClaimRow row, Passage passage)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("kind", WireName.Of(row.Kind));
        json.WriteString("state", WireName.Of(row.State));
        json.WriteBoolean("preferred", row.IsPreferred);
        json.WriteStartObject("subject");
        json.WriteString("key", row.Subject.Key);
        json.WriteString("name", row.Subject.Name);
        json.WriteString("country", row.Subject.Country);
        json.WriteString("type", row.Subject.Type);
        json.WriteEndObject();
        ClaimJson.WriteContent(json, row);
        WriteTarget(json, row, passage);
        json.WriteNumber("confidence", row.Confidence);
        json.WriteString("rule", row.Rule);
        json.WriteString("page", DocumentLinks.Claim(row.Id));
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, ClaimRow row, Passage passage)
    {
        json.WriteStartObject("target");
        json.WriteString("source", DocumentLinks.Text(row.Document.Id));
        json.WriteString("title", row.Document.Title);
        json.WriteString("address", row.Document.Address);
        json.WriteString("sha256", row.Document.Sha256);
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", row.Quote);
        if (passage.Before.Length + passage.After.Length > 0)
        {
            json.WriteString("prefix", passage.Before);
            json.WriteString("suffix", passage.After);
        }

        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", row.Start);
        json.WriteNumber("end", row.End);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IResult Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Letters))
            write(json);
        return Results.Bytes(buffer.WrittenMemory.ToArray(), "application/json; charset=utf-8");
    }
}
