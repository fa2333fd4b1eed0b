using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Names;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Places;

/// <summary>Finds the place or places that prose without place headings is about, by how often and in what role it names them.</summary>
internal sealed class ProsePlaces(DocumentWorkspace work, PlaceGrammar grammar)
{
    private const int Enough = 6;
    private const int EnoughForAnother = 7;

    private sealed class Score
    {
        public required PlaceCandidate First { get; set; }

        public int Points { get; set; }

        public int Mentions { get; set; }

        public bool IsDeclared { get; set; }

        public string? Type { get; set; }

        public List<int> Paragraphs { get; } = [];
    }

    private readonly FoldedText text = work.Text;
    private readonly Dictionary<string, Score> scores = new(StringComparer.Ordinal);

    /// <summary>Candidates in order of their first section, one entry per section; the first is the main place.</summary>
    public List<PlaceCandidate> Read()
    {
        for (var i = 0; i < work.Segments.Count; i++) Collect(work.Segments[i], i);
        var ranked = scores.Values.Where(s => s.Points >= Enough && s.IsDeclared)
            .OrderByDescending(s => s.Points).ThenBy(s => s.First.Name.Start).ToList();
        if (ranked.Count == 0) return [];
        var main = ranked[0];
        var found = new List<PlaceCandidate> { main.First with { Type = main.Type } };
        foreach (var other in ranked.Skip(1))
            if (other.Points >= EnoughForAnother && other.Paragraphs.Contains(other.First.SegmentIndex) && !IsAround(other, main))
                found.AddRange(other.Paragraphs.Select(p => other.First with { Type = other.Type, SegmentIndex = p }));
        if (found.Count == 1) return found;
        return [.. found.Concat(main.Paragraphs.Where(p => p != main.First.SegmentIndex).Select(p => main.First with { Type = main.Type, SegmentIndex = p }))
            .OrderBy(c => c.SegmentIndex)];
    }

    private static bool IsAround(Score other, Score main) => other.Type is "REGION" or "COUNTY" && main.Type is not ("REGION" or "COUNTY");

    private void Collect(Segment segment, int index)
    {
        if (segment.Count() == 0 && index > 0 && scores.Count == 0) return;
        var view = work.View(segment);
        var first = true;
        foreach (var name in work.Names.Scan(segment))
        {
            var isFirst = first;
            first = false;
            var bare = grammar.Bare(view, name);
            if (bare.End - bare.Start < 3 || view.First(Concept.Roma, bare.Start, bare.End) is not null) continue;
            var key = text.Of(bare.Start, bare.End).ToString();
            var type = grammar.TypeAfter(view, name) ?? grammar.TypeBefore(view, name.Start);
            var declared = grammar.TypeDeclared(view, name);
            var counted = HasPopulation(view, name) || (index < 2 && isFirst && IsCountedIn(view, name) && IsInGazetteer(bare));
            var isKnown = scores.ContainsKey(key);
            var inCountry = isFirst ? grammar.CountryAfter(view, name) : null;
            if (!isKnown && type is null && declared is null && !counted && inCountry is null) continue;
            if (!isKnown && (IsCountry(view, name) || IsPartName(view, name))) continue;
            var landmark = grammar.IsLandmark(view, name);
            if (landmark && !isKnown) continue;
            if (!isKnown && type is null && declared is "" && !counted && inCountry is null && !IsInGazetteer(bare)) continue;
            var points = (inCountry is null ? 0 : 4) + (declared is "" && IsInGazetteer(bare) ? 4 : 0) + (index == 0 && name.Start - segment.Start < 8 && declared is not null ? 6 : 0);
            Add(key, new PlaceCandidate(name, inCountry ?? "", type, index), type, inCountry is null ? declared : declared ?? "", counted, landmark, segment, points);
        }
    }

    private void Add(string key, PlaceCandidate candidate, string? type, string? declared, bool counted, bool landmark, Segment segment, int points)
    {
        if (!scores.TryGetValue(key, out var score)) scores[key] = score = new Score { First = candidate };
        score.Mentions++;
        score.Points += landmark ? 0 : points;
        if (score.First.Country.Length == 0 && candidate.Country.Length > 0) score.First = score.First with { Country = candidate.Country };
        if (score.Mentions <= 12 && !landmark) score.Points++;
        if (type is not null && !score.IsDeclared) score.Points += 3;
        if (!string.IsNullOrEmpty(declared)) score.Points += 5;
        if (counted) score.Points += 4;
        if (candidate.SegmentIndex < 3 && score.Mentions == 1) score.Points += 3;
        score.IsDeclared |= type is not null || declared is not null || counted;
        score.Type ??= string.IsNullOrEmpty(declared) ? type : declared;
        if (score.Type is "MUNICIPALITY" && declared is "CITY_DISTRICT" or "COUNTY" or "CITY_STATE") score.Type = declared;
        if (segment.NewLine && candidate.Name.Start - segment.Start < 26 && !landmark) score.Paragraphs.Add(candidate.SegmentIndex);
    }

    private bool IsInGazetteer(Name name) => work.Find(work.Verbatim(name.Start, name.End)).Count > 0;

    private static bool IsCountry(SegmentView view, Name name) => view.At(Concept.Country, name.Start) is { } hit && hit.End >= name.End - 2;

    // "Xenillet district", "the neighbourhood of Kipaki" are parts.
    private static bool IsPartName(SegmentView view, Name name)
    {
        if (view.At(Concept.Part, name.End) is not null) return true;
        var before = view.Last(Concept.Part, Math.Max(0, name.Start - 16), name.Start);
        return before is not null && name.Start - before.Value.End <= 4;
    }

    // "In Ghent, 5 per cent of the 262,000 citizens ...".
    private static bool IsCountedIn(SegmentView view, Name name) =>
        view.Before(Concept.In, name.Start) is { } place && place.Start == view.Segment.Start && view.First(Concept.Residents, name.End, name.End + 60) is not null;

    // The name is the subject of a head count: "Lom has 20,000 inhabitants".
    private bool HasPopulation(SegmentView view, Name name)
    {
        var counted = view.First(Concept.Residents, name.End, name.End + 60) ?? view.First(Concept.Population, name.End, name.End + 40);
        if (counted is not { } hit || view.ClauseBetween(name.End, hit.Start)) return false;
        for (var i = name.End; i < hit.Start + 30 && i < view.Segment.End; i++)
            if (Characters.IsDigit(text.Chars[i]))
                return view.First(Concept.HomeTo, name.End, hit.Start) is not null || view.First(Concept.IsA, name.End, hit.Start) is not null;
        return false;
    }
}

internal static class SegmentCount
{
    public static int Count(this Segment segment) => segment.EndHit - segment.FirstHit;
}
