using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>Reads <c>data/wording</c>, one file per language, and checks it as strictly as the code lists.</summary>
public static class WordingReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    // Shorter stems hit innocent words.
    private const int ShortestStem = 4;

    /// <exception cref="CodeListException">Something is wrong; one line per fault: file, pattern, fault.</exception>
    public static IReadOnlyList<WordingList> Load(string directory, CodeLists codes)
    {
        if (!Directory.Exists(directory))
            throw new CodeListException([$"{directory}: the folder with the wording lists is missing"]);
        var files = Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal).Select(Read).ToList();
        var faults = files.SelectMany(file => Faults(file, codes)).ToList();
        return faults.Count == 0 ? [.. files.Select(file => file.ToList())] : throw new CodeListException(faults);
    }

    private static WordingFile Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            var file = JsonSerializer.Deserialize<WordingFile>(stream, Options);
            return file is null ? throw new CodeListException([$"{name}: the file is empty"]) : file with { Name = name };
        }
        catch (JsonException fault)
        {
            throw new CodeListException([$"{name}: {fault.Message}"]);
        }
    }

    private static IEnumerable<string> Faults(WordingFile file, CodeLists codes)
    {
        if (file.Name != file.Language + ".json" || !codes.Languages.Contains(file.Language))
            yield return $"{file.Name}: the file must be called after its language, and '{file.Language}' must be in the list of languages";
        foreach (var twice in file.Entries.SelectMany(entry => entry.Patterns).GroupBy(pattern => pattern).Where(group => group.Count() > 1))
            yield return $"{file.Name}: {twice.Key}: the pattern is given twice";
        foreach (var entry in file.Entries)
        {
            if (!codes["wording_reason"].Contains(entry.Reason))
                yield return $"{file.Name}: {entry.Patterns.FirstOrDefault()}: the reason '{entry.Reason}' does not exist";
            if (string.IsNullOrWhiteSpace(entry.Instead))
                yield return $"{file.Name}: {entry.Patterns.FirstOrDefault()}: what to write instead is missing";
            foreach (var written in entry.Patterns.Concat(entry.Except))
            {
                var pattern = new WordingPattern(written, null);
                if (pattern.Length == 0 || pattern.ShortestStem < ShortestStem)
                    yield return $"{file.Name}: {written}: a pattern needs words, and a stem at least {ShortestStem} letters";
            }
        }
    }

    private sealed record WordingFile
    {
        public required string Language { get; init; }

        public required List<WordingLine> Entries { get; init; }

        [JsonIgnore]
        public string Name { get; init; } = "";

        public WordingList ToList() => new(Language, [.. Entries.Select(line =>
            new WordingEntry(line.Patterns, line.Except, line.Reason, line.Level, line.Instead))]);
    }

    private sealed record WordingLine
    {
        public required List<string> Patterns { get; init; }

        public List<string> Except { get; init; } = [];

        public required string Reason { get; init; }

        public required WordingLevel Level { get; init; }

        public required string Instead { get; init; }
    }
}
