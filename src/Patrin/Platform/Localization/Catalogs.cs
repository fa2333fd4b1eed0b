using System.Collections.Frozen;
using System.Globalization;

namespace Patrin.Platform.Localization;

/// <summary>One interface language.</summary>
/// <param name="Tag">BCP 47; the first part of an address in this language.</param>
/// <param name="OwnName">The language's name in itself.</param>
public sealed record InterfaceLanguage(string Tag, string OwnName)
{
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Tag);
}

/// <summary>All texts of the interface: one gettext file per language, English being the key.</summary>
public sealed class Catalogs
{
    private readonly FrozenDictionary<string, FrozenDictionary<(string Context, string Id), IReadOnlyList<string>>> _texts;

    private Catalogs(IReadOnlyList<InterfaceLanguage> languages, IDictionary<string, FrozenDictionary<(string, string), IReadOnlyList<string>>> texts)
    {
        Languages = languages;
        _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Complete interface languages; the first one is the default.</summary>
    public IReadOnlyList<InterfaceLanguage> Languages { get; }

    /// <summary>Languages whose catalogue is complete. A new one is one more file and one more line here.</summary>
    public static IReadOnlyList<InterfaceLanguage> Complete { get; } = [new("en", "English"), new("hu", "Magyar"), new("ro", "Română")];

    public static Catalogs Load(string directory) => new(
        Complete,
        Complete.Skip(1).ToDictionary(l => l.Tag, l => Files(directory, l.Tag).SelectMany(PoFile.Read).ToFrozenDictionary(e => (e.Context, e.Id), e => e.Forms)));

    /// <summary>The files of a language: <c>ro.po</c> and <c>ro.accounts.po</c> are one catalogue in parts. A text stands in one of them only.</summary>
    public static IEnumerable<string> Files(string directory, string tag) =>
        Directory.EnumerateFiles(directory, tag + "*.po").Order(StringComparer.Ordinal);

    /// <summary>The translation of an English text; null where the language has none.</summary>
    public IReadOnlyList<string>? Find(string language, string context, string english) =>
        _texts.TryGetValue(language, out var catalog) && catalog.TryGetValue((context, english), out var forms) && forms.Count > 0 && forms[0].Length > 0
            ? forms
            : null;

    public InterfaceLanguage? ByTag(string tag) => Languages.FirstOrDefault(l => l.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase));
}
