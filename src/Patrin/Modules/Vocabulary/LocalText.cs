namespace Patrin.Modules.Vocabulary;

/// <summary>A short text in several languages, read through the chain region, language, English.</summary>
public sealed class LocalText(IReadOnlyDictionary<string, string> byLanguage)
{
    public const string Fallback = "en";

    public IReadOnlyDictionary<string, string> ByLanguage => byLanguage;

    public bool Has(string language) =>
        byLanguage.TryGetValue(language, out var text) && !string.IsNullOrWhiteSpace(text);

    /// <summary>The same text with other words in one language.</summary>
    public LocalText With(string language, string text) => new(new Dictionary<string, string>(byLanguage) { [language] = text });

    public string In(string language)
    {
        // "sr-Cyrl-RS" is asked for as such, then as "sr-Cyrl", then as "sr".
        for (var tag = language; tag.Length > 0; tag = Shorter(tag))
        {
            if (byLanguage.TryGetValue(tag, out var text))
                return text;
        }

        return byLanguage[Fallback];
    }

    private static string Shorter(string tag)
    {
        var cut = tag.LastIndexOf('-');
        return cut < 0 ? "" : tag[..cut];
    }
}
