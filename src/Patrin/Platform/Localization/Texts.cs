using System.Globalization;
using Patrin.Platform.Privacy;

namespace Patrin.Platform.Localization;

/// <summary>
/// The words of the interface in the reader's language. In pages: <c>@T["English sentence"]</c>,
/// <c>@T["{0} of {1}", a, b]</c>, <c>@T.Plural(n, "{0} place", "{0} places")</c>, <c>@T.Number(n)</c>, <c>@T.Date(d)</c>.
/// </summary>
public sealed class Texts(Catalogs catalogs)
{
    /// <summary>Language of the current request.</summary>
    public string Language => CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : "en";

    /// <summary>Writes something in another language than the request's, for instance a mail in its reader's.</summary>
    public T In<T>(string language, Func<T> write)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (catalogs.ByTag(language) ?? catalogs.Languages[0]).Culture;
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    public string this[string english] => catalogs.Find(Language, "", english)?[0] ?? english;

    public string this[string english, params ReadOnlySpan<object?> arguments] =>
        OneFullStop(string.Format(CultureInfo.CurrentCulture, this[english], arguments));

    /// <summary>A Hungarian date ends with a full stop; at the end of a sentence one is enough.</summary>
    private string OneFullStop(string text) => Language == "hu" ? text.Replace("..", ".", StringComparison.Ordinal) : text;

    /// <summary>The name somebody goes by, or the words for somebody who was erased.</summary>
    public string Person(string name) => name == FormerParticipant.Name ? this[Text.Key("former participant")] : name;

    /// <summary>A text whose English form has another meaning elsewhere.</summary>
    public string In(string context, string english) => catalogs.Find(Language, context, english)?[0] ?? english;

    /// <summary>The form that fits <paramref name="n"/>; <c>{0}</c> is the number, further placeholders follow.</summary>
    public string Plural(long n, string one, string many, params ReadOnlySpan<object?> more)
    {
        var forms = catalogs.Find(Language, "", one);
        var form = PluralRules.Form(forms is null ? "en" : Language, n);
        var text = forms is null ? (form == 0 ? one : many) : forms[Math.Min(form, forms.Count - 1)];
        return string.Format(CultureInfo.CurrentCulture, text, (object?[])[Number(n), .. more]);
    }

    /// <summary>A number with the thousands sign and decimal mark of the language, without needless decimals.</summary>
    public string Number(decimal value) => value.ToString("#,0.##", CultureInfo.CurrentCulture);

    /// <summary>A range with an en dash, a bound in words, or a single number; "about" only where the source says so.</summary>
    public string Range(decimal? low, decimal? high, bool about)
    {
        var text = (low, high) switch
        {
            ({ } a, { } b) when a == b => Number(a),
            ({ } a, { } b) => Number(a) + "–" + Number(b),
            ({ } a, null) => this["more than {0}", Number(a)],
            (null, { } b) => this["at most {0}", Number(b)],
            _ => "",
        };
        // "about more than 10,000" says nothing that "more than 10,000" does not.
        return about && low is not null && high is not null ? this["about {0}", text] : text;
    }

    /// <summary>A percentage with the spacing of look/README.md: a fixed space before the sign.</summary>
    public string Percent(decimal value) => value.ToString("#,0.#", CultureInfo.CurrentCulture) + "\u00A0%";

    /// <summary>A day with the month in words, as domain.md 9.4 asks.</summary>
    public string Date(DateOnly day) => day.ToString(DatePattern, CultureInfo.CurrentCulture);

    public string Date(DateTime instant) => Date(DateOnly.FromDateTime(instant));

    /// <summary>A month, where the day is nobody's business.</summary>
    public string Month(DateTime instant) => instant.ToString(Language == "hu" ? "yyyy. MMMM" : "MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Day and time of day, UTC.</summary>
    public string Instant(DateTime instant) => $"{Date(instant)}, {instant.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private string DatePattern => Language == "hu" ? "yyyy. MMMM d." : "d MMMM yyyy";

    /// <summary>Items joined as the language joins them: "a, b and c".</summary>
    public string List(IEnumerable<string> items) => items.ToArray() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => this["{0} and {1}", string.Join(", ", first), last],
    };
}
