using System.Globalization;
using System.Text;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Organisations;

/// <summary>Words typed by people: composed, without signs that hide or turn text.</summary>
internal static class PlainText
{
    /// <summary>One line with single spaces.</summary>
    /// <exception cref="RuleBroken">Says what to do.</exception>
    public static string Line(string field, string? text, int max) =>
        Checked(field, string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), max);

    /// <summary>Several lines; line ends are one sign each.</summary>
    /// <exception cref="RuleBroken">Says what to do.</exception>
    public static string Lines(string field, string? text, int max) =>
        Checked(field, (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim(), max);

    /// <summary>Lines that must say something.</summary>
    /// <exception cref="RuleBroken">Says what to do.</exception>
    public static string Reason(string field, string? text, int max) =>
        Lines(field, text, max) is { Length: > 0 } reason ? reason : throw new RuleBroken(field, "Write a sentence, so that others understand.");

    private static string Checked(string field, string text, int max)
    {
        if (text.Any(c => c != '\n' && (char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.PrivateUse)))
            throw new RuleBroken(field, "This text holds hidden signs. Type it again without them.");
        text = text.Normalize(NormalizationForm.FormC);
        return text.Length <= max ? text : throw new RuleBroken(field, "This text is too long. Use at most {0} characters.", max);
    }
}
