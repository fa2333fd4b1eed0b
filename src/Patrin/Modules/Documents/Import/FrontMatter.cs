using System.Globalization;

namespace Patrin.Modules.Documents.Import;

/// <summary>
/// Lines <c>key: value</c> between two <c>---</c> at the head of a Markdown file, as many editors write them.
/// Only files whose every key is known here count as having one; anything else is text.
/// </summary>
public sealed record FrontMatter(IReadOnlyDictionary<string, string> Values, int Length)
{
    private static readonly string[] Keys = ["title", "publisher", "address", "read-on", "written", "language", "licence"];

    private const int MostLines = 30;

    public string? this[string key] => Values.GetValueOrDefault(key);

    public DateOnly? ReadOn => DateOnly.TryParseExact(this["read-on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static FrontMatter? Of(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
            return null;
        var values = new Dictionary<string, string>();
        var at = 4;
        for (var line = 0; line < MostLines; line++)
        {
            var end = text.IndexOf('\n', at);
            var content = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd();
            at = end < 0 ? text.Length : end + 1;
            if (content.SequenceEqual("---"))
                return values.Count > 0 ? new(values, at) : null;
            var colon = content.IndexOf(':');
            if (end < 0 || colon < 1 || !Keys.Contains(content[..colon].ToString()))
                return null;
            values[content[..colon].ToString()] = content[(colon + 1)..].Trim().Trim('"').ToString();
        }

        return null;
    }

    /// <summary>The text as the reader should see it: blanks where the front matter stands, so that all positions stay as they are.</summary>
    public string Blank(string text) => string.Concat(new string(' ', Length - 1), "\n", text.AsSpan(Length));
}
