using System.Text.Json;
using Patrin.Modules.Documents.Reading.Lexicon;

namespace Patrin.Modules.Documents.Lexicons;

/// <summary>The merged content of one language folder while it is read.</summary>
internal sealed class LexiconContent
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, decimal>> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nationalities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, List<string>>> _groups = new(StringComparer.Ordinal);

    public void Read(string file, JsonDocumentOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), options);
            foreach (var property in document.RootElement.EnumerateObject()) Take(property);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new LexiconException($"{file}: {e.Message}");
        }
    }

    public ReadingLexicon ToLexicon(string folder) => new()
    {
        Language = _texts.GetValueOrDefault("language", folder),
        Name = _texts.GetValueOrDefault("name", ""),
        DecimalSign = _texts.GetValueOrDefault("decimal", ".")[0],
        Glue = _lists.GetValueOrDefault("glue") ?? [],
        Words = _lists.GetValueOrDefault("words") ?? [],
        WordEnds = _lists.GetValueOrDefault("wordEnds") ?? [],
        Abbreviations = _lists.GetValueOrDefault("abbreviations") ?? [],
        Months = _lists.GetValueOrDefault("months") ?? [],
        NumberWords = Numbers("numberWords"),
        Fractions = Numbers("fractions"),
        Magnitudes = Numbers("magnitudes"),
        Nationalities = _nationalities,
        Groups = _groups.ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, IReadOnlyList<string>>)g.Value
            .ToDictionary(i => i.Key, i => (IReadOnlyList<string>)i.Value, StringComparer.Ordinal), StringComparer.Ordinal),
    };

    private Dictionary<string, decimal> Numbers(string key) => _numbers.GetValueOrDefault(key) ?? [];

    private void Take(JsonProperty property)
    {
        switch (property.Name)
        {
            case "language" or "name" or "decimal":
                _texts[property.Name] = property.Value.GetString() is { Length: > 0 } text ? text : throw new FormatException($"{property.Name} is empty.");
                break;
            case "glue" or "words" or "wordEnds" or "abbreviations" or "months":
                List(_lists, property.Name).AddRange(Strings(property.Value));
                break;
            case "numberWords" or "fractions" or "magnitudes":
                if (!_numbers.TryGetValue(property.Name, out var numbers)) _numbers[property.Name] = numbers = new(StringComparer.Ordinal);
                foreach (var pair in property.Value.EnumerateObject()) numbers[pair.Name] = pair.Value.GetDecimal();
                break;
            case "nationalities":
                foreach (var pair in property.Value.EnumerateObject()) _nationalities[pair.Name] = pair.Value.GetString() ?? "";
                break;
            case var group when ReadingLexicon.GroupNames.Contains(group):
                if (!_groups.TryGetValue(group, out var ids)) _groups[group] = ids = new(StringComparer.Ordinal);
                foreach (var pair in property.Value.EnumerateObject()) List(ids, pair.Name).AddRange(Strings(pair.Value));
                break;
            default:
                throw new FormatException($"the key \"{property.Name}\" is unknown.");
        }
    }

    private static List<string> List(Dictionary<string, List<string>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(e => e.GetString() ?? throw new FormatException("a term is null."));
}
