using System.Text.RegularExpressions;

namespace Patrin.Tests.Rules;

/// <summary>One text as the source asks for it.</summary>
internal sealed record SourceText(string Context, string One, string? Many, string File);

/// <summary>
/// All texts the program asks the catalogues for: <c>T["..."]</c>, <c>texts["..."]</c>, <c>T.Plural(n, "...", "...")</c>,
/// <c>T.In("context", "...")</c>, and sentences that travel as keys: <c>new RuleBroken("Field", "...")</c>, menu entries,
/// validation messages, and whatever is marked by <c>Text.Key("...")</c>.
/// </summary>
internal static partial class TextsInSource
{
    private const string Literal = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    public static IReadOnlyList<SourceText> All { get; } =
        [.. Repository.Files("src/Patrin", "*.cs", "*.cshtml").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)).SelectMany(In)
            .GroupBy(t => (t.Context, t.One)).Select(g => g.FirstOrDefault(t => t.Many is not null) ?? g.First())];

    public static IEnumerable<SourceText> In(string file)
    {
        var source = string.Join('\n', File.ReadLines(file).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        var name = Repository.Relative(file);
        foreach (Match m in Simple().Matches(source))
            yield return new("", Unescape(m.Groups[1].Value), null, name);
        foreach (Match m in Plural().Matches(source))
            yield return new("", Unescape(m.Groups[1].Value), Unescape(m.Groups[2].Value), name);
        foreach (Match m in WithContext().Matches(source))
            yield return new(Unescape(m.Groups[1].Value), Unescape(m.Groups[2].Value), null, name);
        foreach (Match m in Rule().Matches(source))
            yield return new("", Unescape(m.Groups[1].Value), null, name);
        foreach (Match m in Marked().Matches(source))
            yield return new("", Unescape(m.Groups[1].Value + m.Groups[2].Value), null, name);
        foreach (Match m in Message().Matches(source))
            yield return new("", Unescape(m.Groups[1].Value), null, name);
    }

    private static string Unescape(string literal) => Regex.Unescape(literal);

    [GeneratedRegex(@"\b(?:T|texts|_texts|Texts)\[\s*" + Literal)]
    private static partial Regex Simple();

    [GeneratedRegex(@"\.Plural\(\s*[^"";]+?,\s*" + Literal + @"\s*,\s*" + Literal)]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b(?:T|texts)\.In\(\s*" + Literal + @"\s*,\s*" + Literal)]
    private static partial Regex WithContext();

    [GeneratedRegex(@"new RuleBroken\(\s*(?:nameof\([^)]*\)|""[^""]*""|[\w.]+|\$""[^""]*"")\s*,\s*" + Literal)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\b(?:Text\.Key\(\s*" + Literal + @"\s*\)|new(?: MenuEntry)?\(\s*" + Literal + @"\s*,\s*""/)")]
    private static partial Regex Marked();

    [GeneratedRegex(@"ErrorMessage\s*=\s*" + Literal)]
    private static partial Regex Message();
}
