using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Names;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Places;

/// <summary>Everything the readers of one document share.</summary>
internal sealed class DocumentWorkspace(
    FoldedText text, ReaderVocabulary vocabulary, IPlaceNames places, List<Hit> hits, List<Segment> segments)
{
    private readonly Dictionary<string, IReadOnlyList<KnownPlace>> known = new(StringComparer.Ordinal);

    public FoldedText Text => text;

    public ReaderVocabulary Vocabulary => vocabulary;

    public List<Hit> Hits => hits;

    public List<Segment> Segments => segments;

    public List<Subject> Subjects { get; } = [];

    public List<ReadClaim> Claims { get; } = [];

    /// <summary>Parts already named, by subject and name.</summary>
    public HashSet<(string Subject, string Name)> Parts { get; } = [];

    public List<ReadCheck> Checks { get; } = [];

    public NameScanner Names { get; } = new(text, vocabulary.GlueWords);

    public SegmentView View(Segment segment) => new SegmentView(text, vocabulary, hits).Over(segment);

    public string Verbatim(int start, int end) => text.SpanOf(start, end).Of(text.Source);

    /// <summary>Index of the segment that holds a folded position.</summary>
    public int SegmentAt(int position)
    {
        var (low, high) = (0, segments.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (segments[middle].Start <= position) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>A view over any folded range.</summary>
    public SegmentView ViewOf(int start, int end)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        var stop = low;
        while (stop < hits.Count && hits[stop].Start < end) stop++;
        return View(new Segment { Start = start, End = end, FirstHit = low, EndHit = stop });
    }

    /// <summary>The gazetteer's answer, asked once per spelling.</summary>
    public IReadOnlyList<KnownPlace> Find(string name)
    {
        if (known.TryGetValue(name, out var answer)) return answer;
        answer = places.Find(name);
        if (known.Count < 50_000) known[name] = answer;
        return answer;
    }

    public Subject? SubjectOf(Segment segment) => segment.Subject >= 0 ? Subjects[segment.Subject] : null;

    public string KeyOf(Segment segment) => SubjectOf(segment)?.Key ?? "";
}
