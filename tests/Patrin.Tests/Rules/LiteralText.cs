using System.Text.RegularExpressions;

namespace Patrin.Tests.Rules;

/// <summary>Finds words written straight into a page instead of taken from the catalogues.</summary>
internal static partial class LiteralText
{
    /// <summary>Names that are the same in every language.</summary>
    private static readonly string[] Allowed = ["Patrin"];

    public static IEnumerable<string> In(string file) => Faults(File.ReadAllText(file)).Select(f => $"{Repository.Relative(file)}: {f}");

    public static IEnumerable<string> Faults(string razor)
    {
        var markup = WithoutCode(razor);
        foreach (Match m in Attribute().Matches(markup))
            if (HasWord(m.Groups[2].Value))
                yield return m.Value.Trim();
        foreach (Match m in Between().Matches(markup))
            if (HasWord(m.Groups[1].Value))
                yield return m.Groups[1].Value.Trim();
    }

    private static bool HasWord(string text) => Word().IsMatch(Allowed.Aggregate(text, (t, a) => t.Replace(a, "", StringComparison.Ordinal)));

    /// <summary>Takes out everything that is C#: blocks, expressions with balanced brackets, directive lines.</summary>
    private static string WithoutCode(string razor)
    {
        var lines = Comment().Replace(razor, "").Split('\n').Where(l => !Directive().IsMatch(l));
        var text = string.Join('\n', lines);
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '@' && i + 1 < text.Length && text[i + 1] != '@')
                i = AfterExpression(text, i + 1) - 1;
            else
                result.Append(text[i]);
        }

        return CodeLine().Replace(result.ToString(), "");
    }

    private static int AfterExpression(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "await ", 0, 6) == 0)
            at += 6;
        if (at < text.Length && (text[at] is '{' or '('))
            return AfterBracket(text, at);
        foreach (var keyword in new[] { "if", "foreach", "for", "while", "switch", "using", "lock" })
            if (string.CompareOrdinal(text, at, keyword, 0, keyword.Length) == 0 && at + keyword.Length < text.Length && text[at + keyword.Length] is ' ' or '(')
                return AfterBracket(text, text.IndexOf('(', at));
        while (at < text.Length)
        {
            if (char.IsLetterOrDigit(text[at]) || text[at] == '_')
                at++;
            else if (text[at] is '(' or '[')
                at = AfterBracket(text, at);
            else if (text[at] is '.' or '!' or '?' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] is '.' or '['))
                at++;
            else
                break;
        }

        return at;
    }

    private static int AfterBracket(string text, int at)
    {
        var depth = 0;
        var quoted = false;
        for (; at < text.Length; at++)
        {
            if (text[at] == '"' && text[at - 1] != '\\')
                quoted = !quoted;
            else if (!quoted && text[at] is '(' or '[' or '{')
                depth++;
            else if (!quoted && text[at] is ')' or ']' or '}' && --depth == 0)
                return at + 1;
        }

        return at;
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(@(page|model|using|inject|namespace|addTagHelper|inherits|implements|attribute|section)\b|@\{?\s*$)")]
    private static partial Regex Directive();

    /// <summary>C# lines inside @if and @foreach bodies: statements, braces, else.</summary>
    [GeneratedRegex(@"^\s*(\}?\s*else\b.*|[{}]\s*|(var|case|break|default|if|foreach|string|int|bool|continue|return|await)\b.*|[^<>]*[;{]\s*|//.*)$", RegexOptions.Multiline)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"\s(alt|title|aria-label|placeholder|label|hint|data-l)=""([^""]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@">([^<>]+)<")]
    private static partial Regex Between();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
