namespace Patrin.Modules.People.Contracts;

/// <summary>Addresses for administrators, and of histories, without the language. Use with <c>Url.Content("~" + ...)</c>.</summary>
public static class AdminLinks
{
    /// <summary>The front page; the module Administration serves it.</summary>
    public const string Front = "/admin";

    public const string Users = "/admin/users", Organisations = "/admin/organisations", Trail = "/admin/audit", LeakedKeys = "/admin/tokens";

    public const string MyHistory = "/account/history";

    public static string User(Guid account) => $"{Users}/{account}";

    public static string Stop(Guid account) => $"{Users}/{account}/stop";

    public static string Organisation(Guid id) => $"{Organisations}/{id}";

    public static string OrganisationHistory(Guid id) => $"/organisations/{id}/history";
}
