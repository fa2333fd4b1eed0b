namespace Patrin.Modules.Administration;

/// <summary>Addresses of this module, without the language. Use with <c>Url.Content("~" + ...)</c>.</summary>
public static class AdministrationLinks
{
    public const string Front = "/admin", Tasks = "/admin/jobs", Mails = "/admin/mails", Health = "/admin/health", Wording = "/admin/wording";
}
