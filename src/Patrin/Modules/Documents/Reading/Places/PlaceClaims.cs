using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Names;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Places;

/// <summary>Claims that name things: the place of a section and the parts of a place.</summary>
internal sealed class PlaceClaims(DocumentWorkspace work)
{
    private readonly FoldedText text = work.Text;
    private readonly HashSet<(int, string)> seen = [];

    public void AddPlaces()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subject in work.Subjects.Where(s => !s.IsProgramme && done.Add(s.Key)))
        {
            var at = work.SegmentAt(subject.Declared.Start);
            var segment = work.Segments[at];
            work.Claims.Add(new ReadClaim
            {
                Kind = ClaimKind.Place,
                Subject = subject.Key,
                Codes = subject.Country.Length > 0 ? [subject.Country] : [],
                Text = subject.Name,
                Quote = work.View(segment).Quote,
                Confidence = subject.Known is not null ? 0.95 : subject.Country.Length > 0 ? 0.8 : 0.6,
                Rule = "place",
            });
            segment.Role = SentenceRole.Claim;
        }
    }

    /// <summary>Named districts, neighbourhoods and settlements.</summary>
    public void ReadParts(Segment segment)
    {
        if (work.SubjectOf(segment) is not { IsProgramme: false } subject) return;
        var view = work.View(segment);
        if (!view.Any(Concept.Part)) return;
        var names = work.Names.Scan(segment);
        for (var i = 0; i < view.Count; i++)
        {
            var part = view[i];
            if (!view.Is(part, Concept.Part) || IsDefinition(view, part)) continue;
            foreach (var name in NamesOf(view, part, names)) Add(view, subject, name.Start, name.End, "part of the place");
            if (Quoted(view, part) is { } quoted) Add(view, subject, quoted.Start, quoted.End, "part in quotation marks");
        }
    }

    // "X is a district of Y": Y is what holds X.
    private static bool IsDefinition(SegmentView view, Hit part) =>
        view.Before(Concept.IsA, part.Start) is not null && view.At(Concept.Of, part.End) is not null;

    // "Xenillet district"; "districts of Kipaki and Pirgos"; "in one community in Taras Shevchenko".
    private IEnumerable<Name> NamesOf(SegmentView view, Hit part, List<Name> names)
    {
        foreach (var name in names)
        {
            if (view.At(Concept.Roma, name.Start) is not null) continue;
            if (name.End == part.Start && text.Has(part.Start, Gap.White)) yield return name;
            else if (name.Start < part.Start && part.End == name.End && name.End - part.Start < name.End - name.Start) yield return new Name(name.Start, part.Start);
        }
        var at = FirstAfter(view, part, names);
        if (at < 0) yield break;
        yield return names[at];
        for (at++; at < names.Count && IsListed(names[at - 1].End, names[at].Start) && view.At(Concept.Roma, names[at].Start) is null; at++) yield return names[at];
    }

    private int FirstAfter(SegmentView view, Hit part, List<Name> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var gap = names[i].Start - part.End;
            if (gap < 0) continue;
            if (gap > 20 || view.At(Concept.Roma, names[i].Start) is not null) return -1;
            if (gap == 0) return text.Has(part.End, Gap.White) ? i : -1;
            var linked = view.At(Concept.Of, part.End) ?? view.At(Concept.In, part.End);
            return linked is { } word && names[i].Start - word.End <= 16 && SameArea(word.End, names[i].Start) || text.Chars[part.End] is '"' or '\'' or '(' or ':' && gap <= 2 ? i : -1;
        }
        return -1;
    }

    private bool SameArea(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!Characters.IsLetter(text.Chars[i]) && text.Chars[i] is not ('"' or '\''))
                return false;
        return true;
    }

    // "A and B", "A, B".
    private bool IsListed(int from, int to)
    {
        if (to - from > 5) return false;
        for (var i = from; i < to; i++)
            if (!Characters.IsLetter(text.Chars[i]) && text.Chars[i] is not (',' or '"' or '\'' or '&' or '/'))
                return false;
        return true;
    }

    private Name? Quoted(SegmentView view, Hit part)
    {
        var open = part.Start - 1;
        while (open >= view.Segment.Start && part.Start - open < 30 && text.Chars[open] is not ('"' or '\'')) open--;
        if (open < view.Segment.Start || text.Chars[open] is not ('"' or '\'')) return null;
        if (open > view.Segment.Start && Characters.IsLetter(text.Chars[open - 1]) && !text.Has(open, Gap.White)) return null;
        var close = part.End;
        while (close < view.Segment.End && close - part.End < 40 && text.Chars[close] != text.Chars[open]) close++;
        return close < view.Segment.End && text.Chars[close] == text.Chars[open] && close - open < 60 ? new Name(open + 1, close) : null;
    }

    // "in the suburbs of Paris": Paris holds the place, it is no part of it.
    private bool IsOtherTown(Subject subject, string name) =>
        subject.Type is not ("COUNTY" or "REGION") && work.Find(name) is [{ Kind: "SETTLEMENT" or "CITY_STATE" } town, ..] && town.Country == subject.Country;

    private void Add(SegmentView view, Subject subject, int start, int end, string rule)
    {
        var name = text.Of(start, end).ToString();
        if (name.Length < 3 || subject.Names.Contains(name) || view.At(Concept.Country, start) is not null || !seen.Add((view.Segment.Subject, name))) return;
        var verbatim = work.Verbatim(start, end);
        if (rule == "part of the place" && view.Before(Concept.Of, start) is not null && IsOtherTown(subject, verbatim)) return;
        if (view.Last(Concept.Wider, start - 14, start) is not null || view.At(Concept.Wider, end) is not null) return;
        if (!work.Parts.Add((subject.Key, verbatim))) return;
        work.Claims.Add(new ReadClaim
        {
            Kind = ClaimKind.SubPlace,
            Subject = subject.Key,
            Scope = ClaimScope.PartOfPlace,
            ScopeName = verbatim,
            Text = verbatim,
            Quote = view.Quote,
            Confidence = 0.75,
            Rule = rule,
        });
        view.Segment.Role = SentenceRole.Claim;
    }
}
