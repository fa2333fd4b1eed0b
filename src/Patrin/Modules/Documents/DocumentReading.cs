using Patrin.Modules.Documents.Lexicons;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Platform;

namespace Patrin.Modules.Documents;

/// <summary>The reading engine with the lexicons and the gazetteer shipped beside the program. Compiled on first use, then shared.</summary>
public sealed class DocumentReading(PlaceNames names, CodeLists codes)
{
    private readonly Lazy<DocumentReader> _reader = new(() =>
        new DocumentReader(LexiconFiles.LoadAll(Path.Combine(PatrinOptions.DataFiles, "reading"), codes), new GazetteerNames(names)));

    /// <param name="language">BCP 47 tag where a person knows it; null to detect it.</param>
    public ReadingResult Read(string text, string? language) => _reader.Value.Read(text, new ReadingOptions(language));
}
