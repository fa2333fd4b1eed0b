using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Places;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Statements;

/// <summary>What the surroundings of a segment say it is.</summary>
internal enum Frame : byte
{
    None,
    Place,
    Challenge,
    Wish,
    Measure,
    Plan,
    Aim,
    Result,
    Furniture,
}

/// <summary>The frame of a segment's heading and of the lead-in of its list.</summary>
internal readonly record struct Surroundings(Frame Heading, Frame Lead, int LeadIndex);

/// <summary>Walks through the segments and keeps the frame that headings and lead-ins set.</summary>
internal sealed class Frames(DocumentWorkspace work)
{
    private static readonly (Concept Concept, Frame Frame)[] Heads =
    [
        (Concept.HeadChallenge, Frame.Challenge), (Concept.HeadWish, Frame.Wish), (Concept.HeadMeasure, Frame.Measure),
        (Concept.HeadPlan, Frame.Plan), (Concept.HeadAim, Frame.Aim), (Concept.HeadResult, Frame.Result),
        (Concept.HeadPlace, Frame.Place), (Concept.HeadFurniture, Frame.Furniture),
    ];

    private const int LongestHead = 70;

    public Surroundings[] Read()
    {
        var all = new Surroundings[work.Segments.Count];
        var (heading, lead, leadIndex, subject) = (Frame.None, Frame.None, -1, -2);
        for (var i = 0; i < all.Length; i++)
        {
            var segment = work.Segments[i];
            if (segment.Subject != subject)
                (heading, lead, leadIndex, subject) = (Frame.None, Frame.None, -1, segment.Subject);
            var view = work.View(segment);
            if (IsNumberedHeading(i)) segment.Kind = SegmentKind.Heading;
            var head = segment.Kind == SegmentKind.Item || segment.Length > LongestHead ? Frame.None : HeadOf(view);
            if (head != Frame.None)
            {
                (heading, lead, leadIndex) = (head, Frame.None, i);
                segment.Kind = SegmentKind.Heading;
            }
            else if (segment.Kind == SegmentKind.Heading && (work.Text.Chars[segment.Start] == '#' || Characters.IsDigit(work.Text.Chars[segment.Start])))
            {
                (heading, lead, leadIndex) = (IsSubjectHeading(segment) ? Frame.None : ByMarkers(view), Frame.None, i);
            }
            else if (segment.Kind == SegmentKind.Heading)
            {
                // Lines under "Main challenges" without bullets are its items; elsewhere an unknown heading ends the frame.
                if (heading is Frame.Challenge or Frame.Wish or Frame.Measure or Frame.Aim or Frame.Result && !IsSubjectHeading(segment) && LooksLikeItem(i)) segment.Kind = SegmentKind.Item;
                else if (!IsSubjectHeading(segment))
                {
                    (lead, leadIndex) = (Frame.None, i);
                    if (ByMarkers(view) is var marked and not Frame.None) heading = marked;
                }
            }
            var label = head == Frame.None && segment.Kind != SegmentKind.Heading ? LabelOf(view) : Frame.None;
            if (label is Frame.Challenge or Frame.Wish or Frame.Measure)
            {
                all[i] = new Surroundings(label, label, i);
                (lead, leadIndex) = (label, i);
                continue;
            }
            if (segment.Kind == SegmentKind.Sentence) (lead, leadIndex) = (LeadOf(view), i);
            all[i] = new Surroundings(heading, segment.Kind == SegmentKind.Item ? lead : Frame.None, leadIndex);
        }
        return all;
    }

    // "2. What has been achieved" before a paragraph is a heading, before another number an item.
    private bool IsNumberedHeading(int i)
    {
        var segment = work.Segments[i];
        if (segment.Kind != SegmentKind.Item || !segment.NewLine || !segment.OpenEnd || segment.Length > 44 || !Characters.IsDigit(work.Text.Chars[segment.Start])) return false;
        return i + 1 < work.Segments.Count && work.Segments[i + 1] is { Kind: SegmentKind.Sentence, Length: > 40 };
    }

    private bool IsSubjectHeading(Segment segment) =>
        work.SubjectOf(segment) is { } subject && work.Segments[subject.DeclaredIn] == segment;

    private bool LooksLikeItem(int i) =>
        (i > 0 && IsLine(i - 1)) || (i + 1 < work.Segments.Count && IsLine(i + 1)) || work.Segments[i].Length < 40 && work.View(work.Segments[i]).Count > 0;

    private bool IsLine(int i) => work.Segments[i].Kind != SegmentKind.Sentence;

    private Frame HeadOf(SegmentView view)
    {
        var segment = view.Segment;
        var text = work.Text;
        var first = segment.Start;
        while (first < segment.End && !Characters.IsLetter(text.Chars[first])) first++;
        var (best, length) = (Frame.None, 0);
        for (var i = 0; i < view.Count; i++)
        {
            var hit = view[i];
            if (hit.End > segment.End || hit.End - hit.Start <= length) continue;
            foreach (var (concept, frame) in Heads)
                if (view.Is(hit, concept) && Covers(hit, first, segment))
                    (best, length) = (frame, hit.End - hit.Start);
        }
        return best;
    }

    // "What the municipality wants": no heading of the lexicon, but its words say what follows.
    private static Frame ByMarkers(SegmentView view) =>
        view.Any(Concept.Wish) ? Frame.Wish : view.Any(Concept.Challenge) ? Frame.Challenge : view.Any(Concept.Measure) ? Frame.Measure : Frame.None;

    // "Main difficulties: lack of birth certificates, child labour": a heading within the line.
    private Frame LabelOf(SegmentView view)
    {
        foreach (var (concept, frame) in Heads)
            for (var i = 0; i < view.Count && view[i].Start <= view.Segment.Start + 3; i++)
                if (view.Is(view[i], concept) && view[i].End < view.Segment.End && work.Text.Chars[view[i].End] == ':')
                    return frame;
        return Frame.None;
    }

    // The heading is the phrase, or begins with it and is a heading by its looks.
    private bool Covers(Hit hit, int first, Segment segment)
    {
        var share = (hit.End - hit.Start) / (double)Math.Max(1, segment.End - first);
        if (share >= 0.6) return segment.Kind == SegmentKind.Heading || work.Text.Chars[segment.End - 1] is ':' or '?' || share > 0.95;
        return hit.Start == first && hit.End - hit.Start >= 5 && (segment.Kind == SegmentKind.Heading || work.Text.Chars[segment.End - 1] == ':')
            && segment.Length < 60 && !HasVerb(segment, hit.End);
    }

    private bool HasVerb(Segment segment, int from)
    {
        var view = work.View(segment);
        return view.First(Concept.Copula, from) is not null || view.First(Concept.HomeTo, from) is not null || view.First(Concept.Wish, from) is not null;
    }

    // The last word of weight in a lead-in says what its items are.
    private static Frame LeadOf(SegmentView view)
    {
        var (found, at) = (Frame.None, -1);
        void Take(Concept concept, Frame frame)
        {
            if (view.Last(concept, view.Segment.Start, view.Segment.End) is { } hit && hit.Start > at) (found, at) = (frame, hit.Start);
        }
        Take(Concept.Challenge, Frame.Challenge);
        Take(Concept.Measure, Frame.Measure);
        if (view.First(Concept.Wish) is { } wish) (found, at) = (Frame.Wish, wish.Start);
        else if (found != Frame.Measure) Take(Concept.Intend, Frame.Wish);
        if (found == Frame.None && view.Any(Concept.Authority) && EndsWithHas(view)) found = Frame.Measure;
        return found;
    }

    private static bool EndsWithHas(SegmentView view)
    {
        var end = view.Segment.End;
        if (view.Text.Chars[end - 1] == ':') end--;
        return view.Before(Concept.ListLead, end) is not null && view.Before(Concept.Of, end) is null;
    }
}
