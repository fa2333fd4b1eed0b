using System.Globalization;
using System.Text.Json;
using Patrin.Modules.Documents.Lexicons;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Tests.Rules;

namespace Patrin.Tests.Modules.Documents.Reading;

/// <summary>One reader with the shipped lexicons and gazetteer for all reading tests, and the files they read.</summary>
public static class ReadingLab
{
    private static readonly Lazy<DocumentReader> Shared = new(() => new DocumentReader(
        LexiconFiles.LoadAll(Path.Combine(Repository.Root, "data", "reading"), CodeLists.Load(Path.Combine(Repository.Root, "data", "codes"))),
        new GazetteerNames(PlaceNames.Load(Path.Combine(Repository.Root, "data", "gazetteer")))));

    public static DocumentReader Reader => Shared.Value;

    public static string Folder => Path.Combine(Repository.Root, "tests", "Patrin.Tests", "Modules", "Documents", "Reading");

    public static ReadingResult Read(string text, string? language = "en") => Reader.Read(text, new ReadingOptions(language));

    /// <summary>A seed document; the test is skipped when the folder of seeds is not beside the repository.</summary>
    public static string Seed(string name)
    {
        var file = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "seeds", name);
        if (!File.Exists(file)) Assert.Skip($"The seed document {name} is not in ../shared/seeds beside the repository.");
        return File.ReadAllText(file);
    }

    public static JsonElement Json(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        return document.RootElement.Clone();
    }

    /// <summary>A figure in one line, so that sets of them compare and print well.</summary>
    public static string Figure(decimal? low, decimal? high, string scope) =>
        string.Create(CultureInfo.InvariantCulture, $"{low:0.##}..{high:0.##} {scope}");

    public static string Figure(ReadClaim claim) => Figure(claim.Value!.Low, claim.Value.High, claim.Scope.ToString());
}
