namespace Patrin.Modules.People.Moderation;

/// <summary>Addresses of moderation, without the language.</summary>
public static class ModerationLinks
{
    public const string Queue = "/moderation", Log = "/moderation/log";

    public static string Case(Guid id) => $"/moderation/cases/{id}";

    /// <summary>For the author of an item: the decision, the text, the appeal.</summary>
    public static string Statement(Guid @case) => $"/moderation/statements/{@case}";

    /// <summary>For the reporter.</summary>
    public static string Receipt(string code) => $"/report/{code}";
}
