using System.Globalization;

namespace Patrin.Platform.Text;

/// <summary>Signs that nobody sees and that do something: control a terminal, turn the direction of writing, break a line, mean what a font makes of them.</summary>
public static class HiddenSigns
{
    public static bool Has(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
