using System.Text;
using Patrin.Platform.Errors;
using Patrin.Platform.Text;

namespace Patrin.Modules.People;

/// <summary>The name a person chooses to be seen under.</summary>
public static class PersonName
{
    /// <exception cref="RuleBroken">Says what to do.</exception>
    public static string Require(string field, string? name)
    {
        var text = PlainText.Line(field, name, Account.NameMax);
        if (text.Length == 0)
            throw new RuleBroken(field, "Write the name that others will see.");
        // Emoji in a name make it stand out or hide what it is.
        return text.Any(char.IsSurrogate) ? throw new RuleBroken(field, "Write the name with letters only, without hidden or special signs.") : text;
    }
}

/// <summary>A mail address as typed by a person.</summary>
public static class MailAddress
{
    /// <summary>Longest address that mail servers take.</summary>
    public const int Max = 254;

    /// <exception cref="RuleBroken">Says what to do.</exception>
    public static string Require(string field, string? mail) =>
        Read(mail) ?? throw new RuleBroken(field, "Write an e-mail address, for example name@example.org.");

    /// <summary>The address without spaces around it; null when it is none.</summary>
    public static string? Read(string? mail)
    {
        var text = (mail ?? "").Trim();
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && text.Length <= Max && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"')
            && text.IndexOf('@', StringComparison.Ordinal) == at
            ? text.Normalize(NormalizationForm.FormC)
            : null;
    }
}
