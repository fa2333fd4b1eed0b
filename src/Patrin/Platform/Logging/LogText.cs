using System.Globalization;
using System.Text;
using Patrin.Platform.Text;

namespace Patrin.Platform.Logging;

/// <summary>
/// Makes a text harmless for whoever reads a log: control characters (line breaks, the escape of a terminal) and marks that turn
/// the direction of writing stand as <c>\u001B</c> (quality.md R-64). Nobody forges a line or a colour.
/// </summary>
public static class LogText
{
    public static string Neutral(string text)
    {
        if (!text.Any(IsHostile))
            return text;
        var neutral = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (IsHostile(c))
                neutral.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                neutral.Append(c);
        }

        return neutral.ToString();
    }

    private static bool IsHostile(char c) => char.IsSurrogate(c) || HiddenSigns.Has(CharUnicodeInfo.GetUnicodeCategory(c));
}
