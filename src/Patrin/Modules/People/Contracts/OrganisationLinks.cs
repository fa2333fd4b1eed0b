namespace Patrin.Modules.People.Contracts;

/// <summary>Addresses of organisations, their members and the ways in, without the language. Use with <c>Url.Content("~" + ...)</c>.</summary>
public static class OrganisationLinks
{
    public const string List = "/organisations";

    public const string Api = "/api/v1/organisations";

    public const string Join = "/join";

    /// <summary>Where the curators find the organisations that wait.</summary>
    public const string Queue = "/curate/organisations";

    public const string Roles = "/admin/roles";

    public static string Organisation(Guid id) => $"/organisations/{id}";

    public static string Versions(Guid id) => $"/organisations/{id}/versions";

    public static string Edit(Guid id) => $"/organisations/{id}/edit";

    public static string Answer(Guid id) => $"/organisations/{id}/answer";

    public static string Members(Guid id) => $"/organisations/{id}/members";

    public static string Member(Guid id, Guid membership) => $"/organisations/{id}/members/{membership}";

    public static string Invitations(Guid id) => $"/organisations/{id}/invitations";

    public static string Leave(Guid id) => $"/organisations/{id}/leave";

    public static string Json(Guid id) => $"{Api}/{id}";

    public static string Curate(Guid id) => $"{Queue}/{id}";

    /// <summary>The page of an invitation; the last part is the secret.</summary>
    public static string Invitation(string token) => $"/invitations/{token}";

    /// <summary>The page that confirms a wish to join; the last part is the secret.</summary>
    public static string ConfirmJoin(string token) => $"/join/{token}";

    /// <summary>Where a role of the network is ended.</summary>
    public static string EndRole(Guid grant) => $"{Roles}/{grant}";
}
