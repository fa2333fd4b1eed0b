using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Places.Profile;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Places.Exchange;

/// <summary>The same places for machines: JSON of one profile, a paged list, CSV. They go through the same protection as the pages.</summary>
public static class PlaceRoutes
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/places/{slug}.json", ProfileAsync).RequireAuthorization(Policies.Read);
        routes.MapGet(PlaceLinks.Api, ListAsync).RequireAuthorization(Policies.Read);
        routes.MapGet(PlaceLinks.Csv, CsvAsync).RequireAuthorization(Policies.Read);
    }

    private static async Task<IResult> ProfileAsync(string slug, ReadProfile read, CancellationToken cancel) =>
        await read.RunAsync(slug, cancel) is { } profile ? Results.Json(ProfileJson.Of(profile), Json) : Results.NotFound();

    private static async Task<IResult> ListAsync(HttpRequest request, AppDbContext db, PlaceOverviews overviews, int? page, int? size, CancellationToken cancel)
    {
        var filter = PlaceFilter.From(request.Query);
        var found = filter.Apply((await overviews.GetAsync(db, cancel)).ByName(CultureInfo.InvariantCulture)).ToList();
        var paging = Paging.Of(page, found.Count, size ?? 50);
        return Results.Json(
            new PlaceListJson(paging.Total, paging.Number, paging.Pages, [.. found.Skip(paging.Skip).Take(paging.Size).Select(ProfileJson.Of)]), Json);
    }

    private static async Task<IResult> CsvAsync(HttpRequest request, AppDbContext db, PlaceOverviews overviews, CancellationToken cancel)
    {
        var filter = PlaceFilter.From(request.Query);
        var found = filter.Apply((await overviews.GetAsync(db, cancel)).ByName(CultureInfo.InvariantCulture));
        // The mark at the start tells spreadsheets that the file is UTF-8.
        return Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(PlaceCsv.Write(found))).ToArray(), "text/csv; charset=utf-8", "places.csv");
    }
}
