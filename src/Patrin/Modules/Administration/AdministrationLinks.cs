namespace Patrin.Modules.Administration;

/// <summary>Addresses of this module, without the language. Use with <c>Url.Content("~" + ...)</c>.</summary>
public static class AdministrationLinks
{
    public const string Front = "/admin", Tasks = "/admin/jobs", Mails = "/admin/mails", Health = "/admin/health", Wording = "/admin/wording", Codes = "/admin/codes";

    public static string CodeList(string list) => $"{Codes}/{list}";

    /// <param name="language">Language of the words to change; null for the reader's own.</param>
    public static string Code(string list, string code, string? language = null) =>
        $"{Codes}/{list}/{Uri.EscapeDataString(code)}{(language is null ? "" : "?language=" + Uri.EscapeDataString(language))}";

    public static string GiveUp(Guid message) => $"{Mails}/{message}/give-up";
}
