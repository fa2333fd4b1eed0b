using Patrin.Platform.Access;

namespace Patrin.Modules.People.Tokens;

/// <summary>Tells a program for whom its key acts.</summary>
public static class TokenRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/me", (HttpContext http) =>
        {
            var actor = Actor.Of(http.User);
            return Results.Json(new { account = actor.AccountId, organisations = actor.Organisations.Select(o => new { id = o.Key, role = o.Value.ToString() }) });
        }).RequireAuthorization(Policies.SignedIn);
        routes.MapGet("/api/v1/organisations/{organisation:guid}/me", (Guid organisation, HttpContext http) =>
            Results.Json(new { organisation, role = Actor.Of(http.User).Organisations[organisation].ToString() })).RequireAuthorization(Policies.EditForOrganisation);
    }
}
