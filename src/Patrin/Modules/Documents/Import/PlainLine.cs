using System.Text;
using Patrin.Modules.Documents.Extraction;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents.Import;

/// <summary>One line that a person typed: composed form, no control characters, nothing that turns the writing direction .</summary>
public static class PlainLine
{
    public static string Of(string? value, string field, int max)
    {
        var line = (value ?? "").Trim();
        if (line.Length == 0)
            return "";
        if (!IsWellFormed(line))
            throw new RuleBroken(field, "Write this again without special control characters.");
        line = line.Normalize(NormalizationForm.FormC);
        return line.Length <= max ? line : throw new RuleBroken(field, "Use at most {0} characters.", max);
    }

    /// <summary>The last part of a path, without what some systems cannot store or what hides a name's true ending.</summary>
    public static string FileName(string? value) => string.IsNullOrEmpty(value) ? "" : FileNames.Clean(value);

    private static bool IsWellFormed(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (!Rune.TryGetRuneAt(line, i, out var rune) || IsControl(rune))
                return false;
            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }

    /// <summary>Control characters, line and paragraph separators, and marks that turn or override the direction.</summary>
    private static bool IsControl(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
