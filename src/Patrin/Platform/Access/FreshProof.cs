using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Patrin.Platform.Access;

/// <summary>
/// Declares that a page asks for a proof of the last ten minutes of who sits there: before mail, factors, roles, keys,
/// exports and erasure (quality.md R-27). Whoever has none is led to the proof and back.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshProofAttribute : Attribute, IAsyncAuthorizationFilter
{
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        if (http.User.Identity is { IsAuthenticated: true } && !Actor.Of(http.User).IsFresh(clock))
            context.Result = ProofMissing.Answer(http.Request);
        return Task.CompletedTask;
    }
}

/// <summary>A use case asked for a fresh proof and there is none. Answered by leading to the proof and back.</summary>
public sealed class ProofMissing() : Exception("A fresh proof is missing.")
{
    internal static RedirectResult Answer(HttpRequest request) =>
        new($"{request.PathBase}/account/prove?next={Uri.EscapeDataString(request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString : ""))}");
}

public static class FreshProof
{
    /// <summary>How long a proof counts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>True when the actor proved who they are a short while ago.</summary>
    public static bool IsFresh(this Actor actor, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // A proof from the future is none: the clock was set back.
        return actor.IsSystem || (actor.ProvedAt is { } at && now - at <= Lasts && at - now <= TimeSpan.FromMinutes(1));
    }

    /// <exception cref="ProofMissing">There is no fresh proof.</exception>
    public static void RequireFresh(this Actor actor, TimeProvider clock)
    {
        if (!actor.IsFresh(clock))
            throw new ProofMissing();
    }
}
