using Microsoft.AspNetCore.Authorization;

namespace Patrin.Platform.Access;

/// <summary>
/// The names of what a person may do: resource by action, in one place. Every page and route declares one; one that declares
/// none is refused by the fall-back policy, and a test fails for it. docs/permissions.md shows who passes which.
/// </summary>
public static class Policies
{
    /// <summary>Anybody may read what is public.</summary>
    public const string Read = nameof(Read);

    /// <summary>Anybody with an account.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Import documents and decide on claims; approve and verify organisations.</summary>
    public const string Curate = nameof(Curate);

    /// <summary>Run twinning rounds.</summary>
    public const string Steer = nameof(Steer);

    /// <summary>Decide on reports and appeals.</summary>
    public const string Moderate = nameof(Moderate);

    /// <summary>Accounts, roles, settings, erasure.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Write for the organisation whose id is the route value <c>organisation</c>.</summary>
    public const string EditForOrganisation = nameof(EditForOrganisation);

    /// <summary>Publish for that organisation.</summary>
    public const string PublishForOrganisation = nameof(PublishForOrganisation);

    /// <summary>Invite, give roles and hand over in that organisation.</summary>
    public const string ManageOrganisation = nameof(ManageOrganisation);

    /// <summary>Name of the route value that carries the organisation's id.</summary>
    public const string OrganisationRouteValue = "organisation";

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(IsNoPage).Build();
        options.AddPolicy(Read, p => p.RequireAssertion(_ => true));
        options.AddPolicy(SignedIn, p => p.RequireAuthenticatedUser());
        options.AddPolicy(Curate, p => p.RequireAuthenticatedUser().AddRequirements(new HoldsRole(NetworkRole.Curator)));
        options.AddPolicy(Steer, p => p.RequireAuthenticatedUser().AddRequirements(new HoldsRole(NetworkRole.Secretariat)));
        options.AddPolicy(Moderate, p => p.RequireAuthenticatedUser().AddRequirements(new HoldsRole(NetworkRole.Moderator)));
        options.AddPolicy(Administer, p => p.RequireAuthenticatedUser().AddRequirements(new HoldsRole(NetworkRole.Administrator)));
        options.AddPolicy(EditForOrganisation, p => p.RequireAuthenticatedUser().AddRequirements(new ActsForOrganisation(OrganisationRole.Editor)));
        options.AddPolicy(PublishForOrganisation, p => p.RequireAuthenticatedUser().AddRequirements(new ActsForOrganisation(OrganisationRole.Publisher)));
        options.AddPolicy(ManageOrganisation, p => p.RequireAuthenticatedUser().AddRequirements(new ActsForOrganisation(OrganisationRole.Manager)));
    }

    /// <summary>Only an address that leads nowhere may go on without a policy: it becomes "not found", or "not this method".</summary>
    private static bool IsNoPage(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && (http.GetEndpoint() is null or { DisplayName: "405 HTTP Method Not Supported", Metadata.Count: 0 });
}

/// <summary>Declares that anybody may read a page.</summary>
public sealed class PublicPageAttribute() : AuthorizeAttribute(Policies.Read);

/// <summary>Declares that a page is for anybody with an account.</summary>
public sealed class SignedInPageAttribute() : AuthorizeAttribute(Policies.SignedIn);

/// <summary>Declares that a page is for those who curate documents, claims and organisations.</summary>
public sealed class CuratorsPageAttribute() : AuthorizeAttribute(Policies.Curate);

/// <summary>Declares that a page is for those who run twinning rounds.</summary>
public sealed class SecretariatPageAttribute() : AuthorizeAttribute(Policies.Steer);

/// <summary>Declares that a page is for moderators.</summary>
public sealed class ModeratorsPageAttribute() : AuthorizeAttribute(Policies.Moderate);

/// <summary>Declares that a page is for administrators.</summary>
public sealed class AdministratorsPageAttribute() : AuthorizeAttribute(Policies.Administer);

/// <summary>Declares that a page is for members of the organisation in its address.</summary>
/// <param name="role">The least role that may see it.</param>
public sealed class OrganisationPageAttribute(OrganisationRole role) : AuthorizeAttribute(role switch
{
    OrganisationRole.Editor => Policies.EditForOrganisation,
    OrganisationRole.Publisher => Policies.PublishForOrganisation,
    _ => Policies.ManageOrganisation,
});
