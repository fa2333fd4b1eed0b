namespace Patrin.Modules.People.Moderation;

/// <summary>What a report brings to the scale.</summary>
/// <param name="Standing">Who reported.</param>
/// <param name="Organisation">The verified organisation behind it.</param>
/// <param name="Network">The network it came from.</param>
public sealed record Weighed(Standing Standing, Guid? Organisation, string Network);

/// <summary>
/// Decides when reports alone hide an item until a moderator looks. Numbers do not: fifty new accounts or a whole network count
/// together less than two verified organisations (quality.md R-67).
/// </summary>
public static class ReportWeights
{
    /// <summary>From here on the item is hidden until a person decides.</summary>
    public const int HideAt = 6;

    private const int OfModerator = 6, OfVerified = 3, OfOthersTogether = 2;

    public static int Sum(IReadOnlyCollection<Weighed> reports)
    {
        var moderators = reports.Count(r => r.Standing == Standing.Moderator) * OfModerator;
        var verified = reports.Where(r => r.Standing == Standing.Verified).Select(r => r.Organisation).Distinct().Count() * OfVerified;
        // Everybody else counts once per network, and all of them together never enough.
        var others = reports.Where(r => r.Standing is Standing.Visitor or Standing.NewAccount or Standing.Account).Select(r => r.Network).Distinct().Count();
        return moderators + verified + Math.Min(others, OfOthersTogether);
    }

    /// <summary>Only these can hide by weight; for the rest a person looks first.</summary>
    public static bool IsSerious(string reason) => reason is ReportReasons.Hate or ReportReasons.Doxxing or ReportReasons.Illegal;

    /// <summary>Many reports in a day: moderators are told, sooner when the item is of an organisation of Roma.</summary>
    public static bool IsMass(int withinADay, bool romaOrganisation) => withinADay >= (romaOrganisation ? 5 : 10);
}

/// <summary>Codes of the list report_reason that have a meaning in rules.</summary>
public static class ReportReasons
{
    public const string List = "report_reason", Hate = "HATE", Doxxing = "DOXXING", Illegal = "ILLEGAL";
}
