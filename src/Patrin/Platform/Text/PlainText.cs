using System.Text;
using Patrin.Platform.Errors;

namespace Patrin.Platform.Text;

/// <summary>
/// Words typed by people, as they are kept: in composed form, without half characters, control characters or marks that turn
/// or hide text (quality.md R-44). Characters without width go silently: nobody types them on purpose, pasting brings them.
/// </summary>
public static class PlainText
{
    /// <summary>One line with single spaces; empty for nothing.</summary>
    /// <param name="field">Name of the field an error is shown at.</param>
    /// <param name="text">As typed.</param>
    /// <param name="max">Longest, in UTF-16 units, as the database counts.</param>
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
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || IsRefused(rune))
                throw new RuleBroken(field, "This text holds hidden signs. Type it again without them.");
            i += rune.Utf16SequenceLength;
            if (!HasNoWidth(rune))
                kept.Append(rune);
        }

        var clean = kept.ToString().Normalize(NormalizationForm.FormC);
        return clean.Length <= max ? clean : throw new RuleBroken(field, "This text is too long. Use at most {0} characters.", max);
    }

    /// <summary>Control characters, and marks that turn the direction of writing.</summary>
    private static bool IsRefused(Rune rune) => rune.Value != '\n' && !HasNoWidth(rune) && HiddenSigns.Has(Rune.GetUnicodeCategory(rune));

    /// <summary>Soft hyphen, zero-width spaces and joiners, byte-order mark.</summary>
    private static bool HasNoWidth(Rune rune) => rune.Value is 0xAD or (>= 0x200B and <= 0x200D) or (>= 0x2060 and <= 0x2064) or 0xFEFF;
}
