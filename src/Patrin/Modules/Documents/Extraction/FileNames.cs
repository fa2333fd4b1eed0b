using System.Globalization;
using System.Text;
using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Extraction;

/// <summary>
/// The name of a sent file as it may be stored, shown and offered for download: no folder, nothing invisible, nothing
/// that turns the reading direction, no name a system reserves, at most 255 bytes of UTF-8 with its ending kept.
/// </summary>
public static class FileNames
{
    private const int MaxBytes = 255, MaxExtensionBytes = 16;
    private const string Nameless = "document";

    // Names of devices on Windows, with any ending.
    private static readonly HashSet<string> _reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"])],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Never fails and never returns an empty name.</summary>
    public static string Clean(string sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (IsVisible(rune))
                name.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : rune.ToString());
        }

        var clean = name.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.');
        if (clean.Length == 0)
            return Nameless;
        if (_reserved.Contains(clean.Split('.')[0].TrimEnd()))
            clean = "_" + clean;
        return Shortened(clean);
    }

    // Format characters are invisible or turn the direction; joiners are among them, and file names can do without.
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is var category and not (UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned) && !HiddenSigns.Has(category);

    private static string Shortened(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        var extension = Path.GetExtension(name);
        if (Encoding.UTF8.GetByteCount(extension) > MaxExtensionBytes)
            extension = "";
        var room = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        var kept = new StringBuilder();
        foreach (var element in name[..^extension.Length].EnumerateRunes())
        {
            room -= element.Utf8SequenceLength;
            if (room < 0)
                break;
            kept.Append(element);
        }

        return kept.Append(extension).ToString();
    }
}
