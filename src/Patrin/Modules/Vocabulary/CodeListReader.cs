using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patrin.Modules.Vocabulary;

/// <summary>Reads the files; what they say is judged by <see cref="CodeListCheck"/>.</summary>
internal static class CodeListReader
{
    // A misspelt property must not be skipped in silence: a "retried" code would stay on offer.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static IReadOnlyList<CodeListFile> ReadAll(string directory)
    {
        if (!Directory.Exists(directory))
            throw new CodeListException([$"{directory}: the folder with the code lists is missing"]);
        var paths = Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
            throw new CodeListException([$"{directory}: the folder holds no code list"]);
        return [.. paths.Select(Read)];
    }

    private static CodeListFile Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            var file = JsonSerializer.Deserialize<CodeListFile>(stream, Options)
                ?? throw new CodeListException([$"{name}: the file is empty"]);
            file.FileName = name;
            return file;
        }
        catch (JsonException fault)
        {
            throw new CodeListException([$"{name}: {CodeAt(path, fault)}{fault.Message}"]);
        }
    }

    // Each code stands on one line of its file, so the line number leads to the code.
    private static string CodeAt(string path, JsonException fault)
    {
        if (fault.LineNumber is not { } line)
            return "";
        var text = File.ReadLines(path).ElementAtOrDefault((int)line) ?? "";
        var parts = text.Split('"', 5);
        return parts is [_, "code", _, var code, ..] ? $"{code}: " : "";
    }
}
