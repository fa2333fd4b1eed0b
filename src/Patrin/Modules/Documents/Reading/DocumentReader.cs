using Patrin.Modules.Documents.Reading.Figures;
using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Places;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Statements;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading;

/// <summary>
/// Turns prose into typed claims bound to passages. Pure and deterministic; the time is linear in the length of the text.
/// Build one per process: compiling the lexicons costs more than reading a page. Safe for several threads.
/// </summary>
public sealed class DocumentReader
{
    private readonly IPlaceNames places;
    private readonly ReaderVocabulary[] vocabularies;

    /// <param name="lexicons">One per language; the first is used when no language fits.</param>
    /// <param name="places">Gazetteer and country names.</param>
    public DocumentReader(IEnumerable<ReadingLexicon> lexicons, IPlaceNames places)
    {
        this.places = places;
        vocabularies = [.. lexicons.OrderBy(l => l.Language != "en").ThenBy(l => l.Language, StringComparer.Ordinal).Select(l => new ReaderVocabulary(l, places))];
        if (vocabularies.Length == 0) throw new ArgumentException("At least one lexicon is needed.", nameof(lexicons));
    }

    /// <summary>Languages the reader has a lexicon for.</summary>
    public IEnumerable<string> Languages => vocabularies.Select(v => v.Lexicon.Language);

    /// <summary>Reads a text. Positions in the result are UTF-16 positions in <paramref name="text"/>, which is never changed.</summary>
    public ReadingResult Read(string text, ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        var folded = FoldedText.Of(text);
        var vocabulary = Choose(folded, options.Language);
        if (folded.Length == 0) return Empty(vocabulary);
        var hits = new HitScanner(folded, vocabulary, places).Scan();
        var segments = new Segmenter(folded, vocabulary, hits).Cut();
        var work = new DocumentWorkspace(folded, vocabulary, places, hits, segments);
        Boilerplate.Mark(folded, segments);
        new SubjectFinder(work).Find();
        var around = new Frames(work).Read();
        ReadClaims(work, around);
        Checks.Run(work);
        return Result(work);
    }

    private static void ReadClaims(DocumentWorkspace work, Surroundings[] around)
    {
        var naming = new PlaceClaims(work);
        naming.AddPlaces();
        var figures = new FigureReader(work);
        var statements = new StatementReader(work);
        var plans = new PlanReader(work);
        var promises = new HashSet<Segment>();
        for (var s = 0; s < work.Subjects.Count; s++)
            if (work.Subjects[s].IsProgramme)
                promises.UnionWith(new ProgrammeReader(work, around).Read(s));
        for (var i = 0; i < work.Segments.Count; i++)
        {
            var segment = work.Segments[i];
            if (segment.IsBoilerplate || (segment.Kind == SegmentKind.Heading && segment.Role == SentenceRole.Claim)) continue;
            if (segment.Kind != SegmentKind.Heading || IsFact(segment, work)) figures.Read(segment);
            if (segment.Kind == SegmentKind.Heading) continue;
            naming.ReadParts(segment);
            // Problems and promises of a programme are no challenges, measures or plans of a place.
            if (promises.Contains(segment) || work.SubjectOf(segment) is { IsProgramme: true }) continue;
            statements.Read(segment, around[i]);
            plans.Read(segment, around[i]);
        }
    }

    // "Population: 27,294" on a line of its own looks like a heading.
    private static bool IsFact(Segment segment, DocumentWorkspace work)
    {
        for (var i = segment.Start; i < segment.End; i++)
            if (Characters.IsDigit(work.Text.Chars[i]))
                return true;
        return false;
    }

    private static ReadingResult Result(DocumentWorkspace work)
    {
        var sentences = Accounts.Of(work);
        return new ReadingResult
        {
            Language = work.Vocabulary.Lexicon.Language,
            Places = [.. work.Subjects.Where(s => !s.IsProgramme).DistinctBy(s => s.Key).Select(s => Place(work, s))],
            Programmes = [.. work.Subjects.Where(s => s.IsProgramme).Select(s => new ReadProgramme(s.Key, s.Name, work.Text.SpanOf(s.Start, s.End)))],
            Claims = [.. work.Claims.OrderBy(c => c.Quote.Start).ThenBy(c => c.Quote.End).ThenBy(c => c.Kind)],
            Sentences = sentences,
            Checks = work.Checks,
            Coverage = Accounts.Coverage(sentences, work),
        };
    }

    private static ReadPlace Place(DocumentWorkspace work, Subject s) => new(
        s.Key, s.Name, s.Known?.LocalName ?? s.Name, s.Country, s.Type,
        s.Known?.Latitude, s.Known?.Longitude, s.Known?.Id, work.Text.SpanOf(s.Start, s.End));

    private ReaderVocabulary Choose(FoldedText text, string? language) =>
        language is not null && Array.Find(vocabularies, v => language.StartsWith(v.Lexicon.Language, StringComparison.OrdinalIgnoreCase)) is { } given
            ? given : LanguageDetector.Detect(text, vocabularies);

    private static ReadingResult Empty(ReaderVocabulary vocabulary) => new()
    {
        Language = vocabulary.Lexicon.Language, Places = [], Programmes = [], Claims = [], Sentences = [], Checks = [], Coverage = 1,
    };
}
