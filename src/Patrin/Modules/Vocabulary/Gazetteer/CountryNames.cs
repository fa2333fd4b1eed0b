using System.Collections.Frozen;
using Patrin.Platform.Text;

namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>A country with its name in each language of the network.</summary>
/// <param name="Code">ISO 3166-1 alpha-2; XK for Kosovo.</param>
/// <param name="Names">Names by language tag.</param>
public sealed record Country(string Code, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The code that NUTS uses: EL for Greece and UK for the United Kingdom, else the ISO code.</summary>
    public string NutsPrefix => Code switch { "GR" => "EL", "GB" => "UK", _ => Code };

    /// <summary>The name in a language, in English where that is missing.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names["en"];
}

/// <summary>Countries by name, by inflected name ("Slovenska", "в България") and by adjective ("Slovak", "magyar").</summary>
public sealed class CountryNames
{
    private readonly FrozenDictionary<string, Country> _byCode;
    private readonly FrozenDictionary<string, Country> _byName;
    private readonly FrozenDictionary<string, Country> _byAdjective;
    private readonly FrozenSet<string> _prefixes;

    private CountryNames(List<Country> all, Dictionary<string, Country> byName, Dictionary<string, Country> byAdjective)
    {
        All = all;
        _byCode = all.ToFrozenDictionary(country => country.Code, StringComparer.Ordinal);
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
        _byAdjective = byAdjective.ToFrozenDictionary(StringComparer.Ordinal);
        _prefixes = byName.Keys.SelectMany(Prefixes).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>All countries, by code.</summary>
    public IReadOnlyList<Country> All { get; }

    /// <summary>The country of an ISO code, or of the NUTS prefix EL or UK; null when unknown.</summary>
    public Country? Get(string code) =>
        _byCode.GetValueOrDefault(code switch { "EL" => "GR", "UK" => "GB", _ => code });

    /// <summary>The country with this folded name in any language, also in a common inflected form; null when none.</summary>
    public Country? FindCountry(string foldedName) => _byName.GetValueOrDefault(foldedName);

    /// <summary>The country a folded adjective or word for its citizens belongs to ("slovak", "bulgarians"); null when none.</summary>
    public Country? FindByAdjective(string foldedWord) => _byAdjective.GetValueOrDefault(foldedWord);

    /// <summary>Whether some country's name starts with these whole folded words and goes on.</summary>
    public bool IsKnownPrefix(string foldedWords) => _prefixes.Contains(foldedWords);

    /// <summary>Every folded name and the country it stands for, in no particular order.</summary>
    public IEnumerable<KeyValuePair<string, Country>> AllNames => _byName;

    /// <summary>Every folded adjective and word for citizens, in no particular order.</summary>
    public IEnumerable<KeyValuePair<string, Country>> AllAdjectives => _byAdjective;

    internal static CountryNames Load(string folder)
    {
        var all = ReadCountries(Path.Combine(folder, "countries.tsv"));
        var byName = new Dictionary<string, Country>(StringComparer.Ordinal);
        var byAdjective = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var country in all)
            foreach (var name in country.Names.Values)
                byName.TryAdd(Folding.Fold(name), country);
        ReadWords(Path.Combine(folder, "country-words.tsv"), all, byName, byAdjective);
        return new CountryNames(all, byName, byAdjective);
    }

    private static List<Country> ReadCountries(string file)
    {
        var lines = File.ReadAllLines(file);
        var languages = lines[0].Split('\t')[1..];
        return [.. lines[1..].Select(line => line.Split('\t')).Select(cells => new Country(cells[0],
            languages.Zip(cells[1..]).ToFrozenDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)))];
    }

    // Columns: code, language, "name" or "adjective", words separated by |.
    private static void ReadWords(
        string file, List<Country> all, Dictionary<string, Country> byName, Dictionary<string, Country> byAdjective)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length != 4 || all.Find(country => country.Code == cells[0]) is not { } country
                || cells[2] is not ("name" or "adjective"))
                throw new InvalidDataException($"{file}, line {number}: expected code, language, name or adjective, words.");
            var target = cells[2] == "name" ? byName : byAdjective;
            foreach (var word in cells[3].Split('|')) target.TryAdd(Folding.Fold(word), country);
        }
    }

    private static IEnumerable<string> Prefixes(string name)
    {
        for (var at = name.IndexOf(' ', StringComparison.Ordinal); at > 0; at = name.IndexOf(' ', at + 1))
            yield return name[..at];
    }
}
