using Patrin.Platform.Access;

namespace Patrin.Modules.People.Privacy;

/// <summary>The download of one's own data.</summary>
internal static class RightsRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/account/data/{id:guid}.zip", async (Guid id, ExportOwnData export, HttpContext http, CancellationToken cancel) =>
    {
        http.Response.Headers.CacheControl = "no-store";
        return await export.FileAsync(id, Actor.Of(http.User), cancel) is { } file ? Results.File(file, "application/zip", "patrin-my-data.zip") : Results.NotFound();
    }).RequireAuthorization(Policies.SignedIn);
}
