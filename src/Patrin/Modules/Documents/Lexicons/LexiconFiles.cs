using System.Text.Json;
using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Vocabulary;

namespace Patrin.Modules.Documents.Lexicons;

/// <summary>Reads the lexicons of data/reading and refuses what the reader would not understand.</summary>
public static class LexiconFiles
{
    private static readonly JsonDocumentOptions Json = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>One lexicon per language folder of <paramref name="directory"/>.</summary>
    public static IReadOnlyList<ReadingLexicon> LoadAll(string directory, CodeLists? codes = null) =>
        [.. Directory.GetDirectories(directory).Order(StringComparer.Ordinal).Select(folder => Load(folder, codes))];

    /// <summary>All JSON files of one folder, merged.</summary>
    /// <exception cref="LexiconException">A file, key, code or pattern is wrong; the message names it.</exception>
    public static ReadingLexicon Load(string folder, CodeLists? codes = null)
    {
        var merged = new LexiconContent();
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)) merged.Read(file, Json);
        var lexicon = merged.ToLexicon(Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar)));
        LexiconCheck.Run(lexicon, codes, folder);
        return lexicon;
    }
}
