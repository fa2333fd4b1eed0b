using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Places;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Statements;

/// <summary>
/// Reads the aims and expected results of a programme. Aims that the text counts ("first ... second ... third") are its
/// aims; the sentence that presents the project then is its introduction. Results stand under a heading, or are sentences
/// in which what programmes deliver (methods, plans, recommendations, networks) is said to be delivered.
/// </summary>
internal sealed class ProgrammeReader(DocumentWorkspace work, Surroundings[] around)
{
    private readonly FoldedText text = work.Text;

    /// <summary>Adds the claims; returns the segments that are aims or results and nothing else.</summary>
    public List<Segment> Read(int subject)
    {
        var promises = new List<Segment>();
        var segments = work.Segments;
        var aims = new List<ReadClaim>();
        var counted = new List<ReadClaim>();
        var lastAim = -1;
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (segment.Subject != subject || segment.IsBoilerplate || segment.Kind == SegmentKind.Heading) continue;
            var view = work.View(segment);
            if (Enumerated(view) is { Count: > 1 } parts) counted.AddRange(parts);
            else if (around[i].Heading == Frame.Aim && segment.Kind == SegmentKind.Item || around[i].Heading == Frame.Aim && segment.Length > 20) aims.Add(Make(view, ClaimKind.Aim, segment.Start, segment.End, 0.9, "under a heading of aims"));
            else if (IsAim(view)) aims.Add(Make(view, ClaimKind.Aim, segment.Start, segment.End, 0.8, "aim"));
            else continue;
            segment.Role = SentenceRole.Claim;
            promises.Add(segment);
            lastAim = i;
        }
        Present(counted.Count > 0 ? aims : []);
        work.Claims.AddRange(counted.Count > 0 ? counted : aims);
        for (var i = 0; i < segments.Count; i++)
            if (segments[i].Subject == subject && !segments[i].IsBoilerplate && segments[i].Kind != SegmentKind.Heading && IsResult(i, lastAim))
            {
                var view = work.View(segments[i]);
                work.Claims.Add(Make(view, ClaimKind.ExpectedResult, segments[i].Start, segments[i].End, around[i].Heading == Frame.Result ? 0.9 : 0.75, "expected result"));
                segments[i].Role = SentenceRole.Claim;
                promises.Add(segments[i]);
            }
        return promises;
    }

    // Where the aims are counted, the general sentence introduces the project.
    private void Present(List<ReadClaim> introductions)
    {
        foreach (var aim in introductions.Take(1))
            work.Claims.Add(aim with { Kind = ClaimKind.Plan, Text = work.Subjects.First(s => s.Key == aim.Subject).Name, Rule = "introduction of the project" });
    }

    private bool IsAim(SegmentView view) =>
        view.First(Concept.Aim) is { } aim && view.Segment.Length > 30 && (NamesProgramme(view) || view.Last(Concept.Programme, view.Segment.Start, aim.Start + 1) is not null);

    private bool NamesProgramme(SegmentView view)
    {
        var subject = work.SubjectOf(view.Segment)!;
        return text.Of(view.Segment.Start, view.Segment.End).IndexOf(text.Of(subject.Declared.Start, subject.Declared.End)) >= 0;
    }

    // "first, it gathers ...; second, it transfers ...; and third, it fosters ...".
    private List<ReadClaim> Enumerated(SegmentView view)
    {
        var starts = new List<int>();
        for (var i = 0; i < view.Count; i++)
            if (view.Is(view[i], Concept.Ordinal) && (starts.Count == 0 || view[i].Start > starts[^1] + 12) && IsMark(view, view[i]))
                starts.Add(view[i].Start);
        var claims = new List<ReadClaim>();
        if (starts.Count < 2 || !(view.Any(Concept.Aim) || NamesProgramme(view))) return claims;
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? BeforeJoint(view, starts[i + 1]) : view.Segment.End;
            claims.Add(Make(view, ClaimKind.Aim, starts[i], end, 0.9, "counted aim"));
        }
        return claims;
    }

    private bool IsMark(SegmentView view, Hit ordinal) =>
        ordinal.End < view.Segment.End && (text.Chars[ordinal.End] is ',' or ':' or ')' || (ordinal.Start > view.Segment.Start && text.Chars[ordinal.Start - 1] is ';' or ':' or '('));

    private int BeforeJoint(SegmentView view, int next)
    {
        var end = next;
        while (end > view.Segment.Start && text.Chars[end - 1] is not (';' or ',' or '.')) end--;
        return next - end <= 6 && end > view.Segment.Start ? end - 1 : next;
    }

    private bool IsResult(int index, int lastAim)
    {
        var segment = work.Segments[index];
        if (around[index].Heading == Frame.Result) return segment.Length > 12 && (segment.Kind == SegmentKind.Item || work.View(segment).Any(Concept.Result));
        if (around[index].Heading != Frame.None || index < lastAim || segment.Kind == SegmentKind.Item && segment.Length < 25) return false;
        var view = work.View(segment);
        if (view.First(Concept.Result) is not { } result || view.Any(Concept.Aim) || view.Any(Concept.Negation)) return false;
        var output = view.First(Concept.ResultNoun, segment.Start, segment.Start + 90);
        if (output is null || segment.Length < 30) return false;
        return view.Last(Concept.Copula, segment.Start, result.Start + 3) is not null || view.Is(result, Concept.Result) && result.Start - segment.Start < 60;
    }

    private ReadClaim Make(SegmentView view, ClaimKind kind, int start, int end, double confidence, string rule) => new()
    {
        Kind = kind,
        Subject = work.KeyOf(view.Segment),
        Scope = ClaimScope.Document,
        Quote = start == view.Segment.Start && end == view.Segment.End ? view.Quote : text.SpanOf(start, end),
        Confidence = confidence,
        Rule = rule,
    };
}
