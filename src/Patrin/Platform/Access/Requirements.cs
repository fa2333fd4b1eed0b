using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Patrin.Platform.Access;

/// <summary>The actor holds a network role; for a privileged one also with a second factor.</summary>
public sealed record HoldsRole(NetworkRole Role) : IAuthorizationRequirement;

/// <summary>The actor acts for the organisation in the address with at least this role.</summary>
public sealed record ActsForOrganisation(OrganisationRole Role) : IAuthorizationRequirement;

internal sealed class HoldsRoleHandler : AuthorizationHandler<HoldsRole>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsRole requirement)
    {
        var actor = Actor.Of(context.User);
        if (actor.Is(requirement.Role))
            context.Succeed(requirement);
        else if (actor.Roles.Contains(requirement.Role))
            context.Fail(new(this, AccessRefusals.SecondFactorMissing));
        return Task.CompletedTask;
    }
}

internal sealed class ActsForOrganisationHandler : AuthorizationHandler<ActsForOrganisation>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ActsForOrganisation requirement)
    {
        if (context.Resource is HttpContext http
            && Guid.TryParse(http.Request.RouteValues[Policies.OrganisationRouteValue]?.ToString(), out var organisation)
            && Actor.Of(context.User).ActsFor(organisation, requirement.Role))
            context.Succeed(requirement);
        else
            context.Fail(new(this, AccessRefusals.NobodysBusiness));
        return Task.CompletedTask;
    }
}

/// <summary>
/// How a refusal is answered: a stranger is led to the sign-in, a role without its second factor to where it is set up,
/// a foreign organisation looks exactly like one that does not exist (quality.md R-31), all else is 403.
/// </summary>
internal sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
{
    internal const string SecondFactorMissing = "second factor missing", NobodysBusiness = "not found";

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            await next(context);
        else if (authorizeResult.Challenged)
            await context.ChallengeAsync();
        else if (Reasons(authorizeResult).Contains(NobodysBusiness))
            // A program whose key belongs to another organisation is told so: it knows the address from its own settings (quality.md R-30).
            context.Response.StatusCode = context.Request.Headers.Authorization.Count > 0 ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
        else if (Reasons(authorizeResult).Contains(SecondFactorMissing) && HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect(context.Request.PathBase + "/account/security?needed=true");
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static IEnumerable<string> Reasons(PolicyAuthorizationResult result) =>
        result.AuthorizationFailure?.FailureReasons.Select(r => r.Message) ?? [];
}
