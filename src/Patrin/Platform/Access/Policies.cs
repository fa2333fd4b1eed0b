using Microsoft.AspNetCore.Authorization;

namespace Patrin.Platform.Access;

/// <summary>
/// The names of what a person may do. Every page and route declares one; one that declares none is refused
/// by the fall-back policy, and a test fails for it.
/// </summary>
public static class Policies
{
    /// <summary>Anybody may read what is public.</summary>
    public const string Read = nameof(Read);

    /// <summary>Import documents and decide on claims.</summary>
    public const string Curate = nameof(Curate);

    /// <summary>Run twinning rounds.</summary>
    public const string Steer = nameof(Steer);

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(IsNoPage).Build();
        options.AddPolicy(Read, p => p.RequireAssertion(_ => true));
        options.AddPolicy(Curate, p => p.RequireAuthenticatedUser());
        options.AddPolicy(Steer, p => p.RequireAuthenticatedUser());
    }

    /// <summary>Only an address that leads nowhere may go on without a policy: it becomes "not found".</summary>
    private static bool IsNoPage(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is null;
}

/// <summary>Declares that anybody may read a page.</summary>
public sealed class PublicPageAttribute() : AuthorizeAttribute(Policies.Read);

/// <summary>Declares that a page is for those who curate documents and claims.</summary>
public sealed class CuratorsPageAttribute() : AuthorizeAttribute(Policies.Curate);

/// <summary>Declares that a page is for those who run twinning rounds.</summary>
public sealed class SecretariatPageAttribute() : AuthorizeAttribute(Policies.Steer);
