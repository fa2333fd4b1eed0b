using System.Globalization;

namespace Patrin.Modules.Documents.Extraction;

/// <summary>Short ways to write an <see cref="ExtractionNote"/>.</summary>
internal static class Note
{
    public static ExtractionNote Of(string code) => new(code, new Dictionary<string, string>());

    public static ExtractionNote Of(string code, string name, string value) =>
        new(code, new Dictionary<string, string> { [name] = value });

    public static ExtractionNote Of(string code, string name, long value) =>
        Of(code, name, value.ToString(CultureInfo.InvariantCulture));

    public static ExtractionNote Pages(string code, int count, int pages) => new(code, new Dictionary<string, string>
    {
        ["count"] = count.ToString(CultureInfo.InvariantCulture),
        ["pages"] = pages.ToString(CultureInfo.InvariantCulture),
    });
}
