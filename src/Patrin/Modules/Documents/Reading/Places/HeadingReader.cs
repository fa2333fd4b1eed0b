using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Names;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Places;

/// <summary>A place named by a heading or a declaration.</summary>
internal sealed record PlaceCandidate(Name Name, string Country, string? Type, int SegmentIndex);

/// <summary>Headings that name a place: "Lom, Bulgaria", "Lom (Bulgaria)", "Bulgaria: Lom", "Municipality of Lom", or the bare name.</summary>
internal sealed class HeadingReader(DocumentWorkspace work, PlaceGrammar grammar)
{
    private const int LongestPlaceHeading = 90;
    private readonly FoldedText text = work.Text;

    public List<PlaceCandidate> Read()
    {
        var found = new List<PlaceCandidate>();
        var bare = new List<PlaceCandidate>();
        for (var i = 0; i < work.Segments.Count; i++)
        {
            var segment = work.Segments[i];
            if (segment.Length > LongestPlaceHeading) continue;
            if (WithCountry(segment, i) is { } full) found.Add(full);
            else if (Labelled(segment, i) is { } labelled) found.Add(labelled);
            else if (segment.Kind == SegmentKind.Heading && Bare(segment, i) is { } name) bare.Add(name);
        }
        WithContent(found);
        if (found.Count > 0)
        {
            var known = found.Select(c => Key(c)).ToHashSet(StringComparer.Ordinal);
            if (found.Count > 1) bare.Clear();
            else bare.RemoveAll(c => known.Contains(Key(c)));
        }
        WithContent(bare);
        foreach (var candidate in found.Concat(bare)) work.Segments[candidate.SegmentIndex].Kind = SegmentKind.Heading;
        return [.. found.Concat(bare).OrderBy(c => c.Name.Start)];
    }

    private string Key(PlaceCandidate c) => text.Of(c.Name.Start, c.Name.End).ToString();

    // A list of partners ("Budapest, Hungary" line after line) is no list of sections.
    private void WithContent(List<PlaceCandidate> found)
    {
        var heads = found.Select(c => c.SegmentIndex).ToHashSet();
        found.RemoveAll(c => !Enumerable.Range(c.SegmentIndex + 1, 6).TakeWhile(i => !heads.Contains(i))
            .Any(i => i < work.Segments.Count && work.Segments[i].Length > 25));
    }

    private PlaceCandidate? WithCountry(Segment segment, int index)
    {
        var view = work.View(segment);
        for (var i = 0; i < view.Count; i++)
        {
            var hit = view[i];
            if (!view.Is(hit, Concept.Country) || !text.IsUpper(hit.Start)) continue;
            var country = work.Vocabulary.Countries[hit.Term];
            if (IsOnlyMarks(hit.End, segment.End) && NameBefore(view, hit.Start) is { } before)
                return Make(view, before, country, index);
            if (IsOnlyMarks(segment.Start, hit.Start) && hit.End < segment.End && text.Chars[hit.End] is ':' or '-' or ',' or '|' or '/' && NameAlone(hit.End + 1, segment.End) is { } after)
                return Make(view, after, country, index);
        }
        return null;
    }

    private PlaceCandidate? Make(SegmentView view, Name name, string country, int index)
    {
        var type = grammar.TypeAfter(view, name) ?? grammar.TypeBefore(view, name.Start);
        return new PlaceCandidate(name, country, type, index);
    }

    private Name? NameBefore(SegmentView view, int countryStart)
    {
        var end = countryStart;
        if (end <= view.Segment.Start) return null;
        if (text.Chars[end - 1] is ',' or '(' or '-' or ':' or '|' or '/' or '[') end--;
        else return null;
        return NameAlone(view.Segment.Start, end);
    }

    // The only words of the range are one name, but for marks, a number and a type noun before it.
    private Name? NameAlone(int start, int end)
    {
        while (start < end && !Characters.IsLetter(text.Chars[start])) start++;
        while (end > start && !Characters.IsLetter(text.Chars[end - 1])) end--;
        if (end - start < 2 || !text.IsUpper(start)) return null;
        var names = work.Names.Scan(start, end);
        if (names.Count == 0 || names[^1].End != end || IsWord(names[^1])) return null;
        if (names.Count == 1 && names[0].Start == start) return names[0];
        return names.Count is 1 or 2 && IsTypeOf(start, names[^1].Start) ? names[^1] : null;
    }

    // "Country: Greece", "Population": words of the lexicon are no names.
    private bool IsWord(Name name)
    {
        var view = work.ViewOf(name.Start, name.End);
        for (var i = 0; i < view.Count && view[i].Start == name.Start; i++)
            if (view[i].End == name.End && !view.Is(view[i], Concept.Country) && !view.Is(view[i], Concept.Direction))
                return true;
        return false;
    }

    private bool IsTypeOf(int start, int nameStart) =>
        PlaceGrammar.FirstType(work.ViewOf(start, nameStart), start, start + 1) is { } type && nameStart - type.Hit.End <= 5;

    private bool IsOnlyMarks(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (Characters.IsLetter(text.Chars[i]))
                return false;
        return true;
    }

    // "Municipality: Lom", "Name of the town: Lom".
    private PlaceCandidate? Labelled(Segment segment, int index)
    {
        var view = work.View(segment);
        if (PlaceGrammar.FirstType(view, segment.Start, segment.Start + 16) is not { } type) return null;
        var colon = type.Hit.End;
        if (colon >= segment.End || text.Chars[colon] is not (':' or '|')) return null;
        if (NameAlone(colon + 1, segment.End) is { } name) return new PlaceCandidate(name, "", type.Code, index);
        var next = NameAlone(colon + 1, FirstMark(colon + 1, segment.End));
        return next is { } first ? new PlaceCandidate(first, CountryIn(view), type.Code, index) : null;
    }

    private int FirstMark(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (text.Chars[i] is ',' or '(' or '|' or ';')
                return i;
        return to;
    }

    private string CountryIn(SegmentView view) =>
        view.First(Concept.Country) is { } hit ? work.Vocabulary.Countries[hit.Term] : "";

    private PlaceCandidate? Bare(Segment segment, int index)
    {
        if (index < 2 && Titled(segment) is { } titled) return new PlaceCandidate(titled, "", null, index);
        if (NameAlone(segment.Start, segment.End) is not { } name) return null;
        var view = work.View(segment);
        if (view.First(Concept.Country, name.Start, name.Start + 1) is not null && name.Start == segment.Start) return null;
        var type = grammar.TypeAfter(view, name) ?? grammar.TypeBefore(view, name.Start);
        var bare = grammar.Bare(view, name);
        if (bare.End - bare.Start < 3 || view.First(Concept.Roma, bare.Start, bare.End) is not null) return null;
        var isKnown = work.Find(work.Verbatim(bare.Start, bare.End)).Count > 0;
        if (!isKnown && type is null) return null;
        return MentionedSoon(bare, index) || (index < 3 && type is not null) ? new PlaceCandidate(name, "", type, index) : null;
    }

    // "Fact sheet: Pazardzhik" at the top of a document.
    private Name? Titled(Segment segment)
    {
        var colon = text.Of(segment.Start, segment.End).LastIndexOf(':');
        return colon > 2 && NameAlone(segment.Start + colon + 1, segment.End) is { } name && work.Find(work.Verbatim(name.Start, name.End)).Count > 0 ? name : null;
    }

    private bool MentionedSoon(Name name, int index)
    {
        var word = text.Of(name.Start, name.End);
        for (var i = index + 1; i < work.Segments.Count && i <= index + 4; i++)
            if (text.Of(work.Segments[i].Start, work.Segments[i].End).IndexOf(word) >= 0)
                return true;
        return false;
    }
}
