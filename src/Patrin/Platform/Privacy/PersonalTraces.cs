using System.Text.RegularExpressions;
using Patrin.Platform.Errors;

namespace Patrin.Platform.Privacy;

using Text = Patrin.Platform.Localization.Text;

/// <summary>What in a text may point at one person.</summary>
public enum TraceKind
{
    Mail,
    Phone,
    IdNumber,
    Plate,
    Address,

    /// <summary>A name together with a group of people.</summary>
    PersonAndGroup,
}

/// <summary>A passage that may point at one person.</summary>
public sealed record PersonalTrace(TraceKind Kind, int Start, int Length);

/// <summary>
/// Looks for what may point at one person: before free text is published, and when somebody reports a text.
/// Finds too much rather than too little; a person decides. Pure, and linear in the length of the text.
/// </summary>
public static partial class PersonalTraces
{
    private const int Longest = 1_000_000;

    private static readonly (TraceKind Kind, Regex Pattern)[] Patterns =
    [
        (TraceKind.Mail, Mail()), (TraceKind.Phone, Phone()), (TraceKind.IdNumber, IdNumber()), (TraceKind.Plate, Plate()),
        (TraceKind.Address, StreetFirst()), (TraceKind.Address, StreetLast()), (TraceKind.PersonAndGroup, PersonThenGroup()), (TraceKind.PersonAndGroup, GroupThenPerson()),
    ];

    public static IReadOnlyList<PersonalTrace> Find(string text)
    {
        var looked = text.Length > Longest ? text[..Longest] : text;
        return [.. Patterns.SelectMany(p => p.Pattern.Matches(looked).Select(m => new PersonalTrace(p.Kind, m.Index, m.Length))).OrderBy(t => t.Start)];
    }

    public static bool Any(string text) => Array.Exists(Patterns, p => p.Pattern.IsMatch(text.Length > Longest ? text[..Longest] : text));

    /// <summary>The text with every trace blacked out.</summary>
    public static string Redacted(string text) => Patterns.Aggregate(text, (t, p) => p.Pattern.Replace(t, "[…]"));

    /// <summary>Holds a text back that is to be published.</summary>
    /// <param name="field">Where the error is shown.</param>
    /// <param name="text">What is to be published.</param>
    /// <param name="kinds">What is looked for; everything when none is named.</param>
    /// <exception cref="RuleBroken">It may point at a person; says what to take out.</exception>
    public static void Refuse(string field, string text, params TraceKind[] kinds)
    {
        if (Find(text).FirstOrDefault(t => kinds.Length == 0 || kinds.Contains(t.Kind)) is not { } first)
            return;
        var passage = text.Substring(first.Start, first.Length);
        throw new RuleBroken(field, first.Kind switch
        {
            TraceKind.Mail => Text.Key("“{0}” looks like somebody's mail address. Take it out: this text is public."),
            TraceKind.Phone => Text.Key("“{0}” looks like a telephone number. Take it out: this text is public."),
            TraceKind.IdNumber => Text.Key("“{0}” looks like a personal number. Take it out: this text is public."),
            TraceKind.Plate => Text.Key("“{0}” looks like a number plate. Take it out: this text is public."),
            TraceKind.Address => Text.Key("“{0}” looks like a street address. Name the municipality instead."),
            _ => Text.Key("“{0}” names a person together with a group. Patrin never does that. Take the name or the group out."),
        }, passage);
    }

    [GeneratedRegex(@"[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(\+|\b00)[1-9][\d ()/.\u00A0-]{6,16}\d|\b0\d{1,4}[ /.\u00A0-]\d{2,4}([ .\u00A0-]?\d{2,4}){1,2}\b|\b0[1-9]\d{7,9}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b[1-9]\d{12}\b|\b\d{6}/\d{3,4}\b|\b[1-9]\d{9}\b", RegexOptions.NonBacktracking)]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"\b[A-ZА-Я]{1,2}[ -]\d{2,4}[ -][A-ZА-Я]{2,3}\b|\b[A-Z]{3}-\d{3}\b|\b[A-ZА-Я]{1,2}\d{4}[A-ZА-Я]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Plate();

    [GeneratedRegex(@"\b(?i:str\.|strada|ulica|ul\.|ул\.|улица|rue|calle|via|bd\.|bulevardul)\s+[\p{L}][\p{L} .'-]{1,40}[, ]+(?i:nr\.?|no\.?|№)?\s*\d{1,4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex StreetFirst();

    [GeneratedRegex(@"\b\p{Lu}[\p{L}'-]+\s(?i:utca|út|tér|straße|strasse|gasse)\s+\d{1,4}\b|\b\d{1,4}\s\p{Lu}[\p{L}'-]+\s(Street|Road|Lane|Avenue)\b", RegexOptions.NonBacktracking)]
    private static partial Regex StreetLast();

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(,| is| was| este| e | egy| е )[^.!?\n]{0,60}\b(Roma|Romani|Gypsy|Rom|rom|romă|roma|cigány|ром|ромка)\b", RegexOptions.NonBacktracking)]
    private static partial Regex PersonThenGroup();

    [GeneratedRegex(@"\b(?i:roma|romani|gypsy) (?i:man|woman|boy|girl|pupil|mother|father|family) \p{Lu}\p{Ll}+|\b(?i:familia|család|семейство) \p{Lu}\p{Ll}+|\b(?i:the) family \p{Lu}\p{Ll}+", RegexOptions.NonBacktracking)]
    private static partial Regex GroupThenPerson();
}
