using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Places;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Statements;

/// <summary>
/// Reads challenges, measures and wishes out of one segment. A wish word governs the sentence from there on; a measure word
/// what follows in its clause; what neither governs is a statement of how things are.
/// </summary>
internal sealed class StatementReader(DocumentWorkspace work)
{
    private const int GoalDistance = 26;
    private const int ListDistance = 140;

    public void Read(Segment segment, Surroundings around)
    {
        var view = work.View(segment);
        if (view.Count == 0) return;
        var zones = Zones.Of(view, around, segment);
        var challenges = PatternMatcher.All(view, work.Vocabulary.ChallengesAt);
        var interventions = PatternMatcher.All(view, work.Vocabulary.InterventionsAt);
        ReadChallenges(view, around, zones, challenges);
        if (zones.WishAt < int.MaxValue) ReadWish(view, around, zones, challenges, interventions);
        ReadMeasure(view, around, zones, challenges, interventions);
    }

    private void ReadChallenges(SegmentView view, Surroundings around, Zones zones, List<Match> matches)
    {
        var taken = new List<Match>();
        foreach (var match in matches.OrderBy(m => m.Pattern.ListOnly).ThenBy(m => m.KeyStart))
        {
            var code = match.Pattern.Code;
            if ((match.Start >= zones.WishAt && !(zones.IsWishByHeading && !match.Pattern.ListOnly)) || taken.Any(t => t.Pattern.Code == code && (view.Segment.Kind != SegmentKind.Item || Overlap(t, match)))) continue;
            if (match.Pattern.ListOnly ? !IsListed(view, around, match) || taken.Any(t => SameArea(t, match) && Overlap(t, match)) : !IsStatement(view, around, zones, match)) continue;
            if (taken.Any(t => t.Pattern.Code == code)) continue;
            taken.Add(match);
            Add(view, ClaimKind.Challenge, [code], match.Pattern, Confidence(view, around, match), match.Pattern.ListOnly ? match : null);
        }
    }

    private static bool SameArea(Match a, Match b) => a.Pattern.Code.AsSpan(0, 3).SequenceEqual(b.Pattern.Code.AsSpan(0, 3));

    private static bool Overlap(Match a, Match b) => a.Start < b.End && b.Start < a.End;

    // Not a goal ("combat discrimination"), not denied, not something a measure is about.
    private static bool IsStatement(SegmentView view, Surroundings around, Zones zones, Match match)
    {
        if (around.Heading is Frame.Aim or Frame.Result || (around.Lead != Frame.Challenge && zones.IsMeasured(match.Start))) return false;
        if (around.Lead is Frame.Measure or Frame.Wish) return false;
        if (view.Last(Concept.Improve, match.Start - GoalDistance, match.Start) is { } goal && !view.ClauseBetween(goal.End, match.Start) && view.Commas(goal.End, match.Start) == 0) return false;
        return !match.Pattern.IsSingle || view.Before(Concept.Negation, match.Start) is null;
    }

    // The bare name of a field counts where challenges are listed.
    private bool IsListed(SegmentView view, Surroundings around, Match match)
    {
        if (view.Last(Concept.Improve, match.Start - GoalDistance, match.Start) is not null) return false;
        if (view.Segment.Kind == SegmentKind.Item)
            return around.Lead == Frame.Challenge || (around.Heading == Frame.Challenge && view.Segment.Length < 60 && (around.Lead == Frame.None || IsFieldsOfAction(around)));
        if (around.Lead == Frame.Challenge) return true;
        if (IsLeadIn(view.Segment)) return false;
        var marker = view.Last(Concept.Challenge, match.Start - ListDistance, match.Start);
        if (marker is { } before && !view.ClauseBetween(before.End, match.Start) && view.First(Concept.Measure, before.End, match.Start) is null) return true;
        return view.First(Concept.Challenge, match.End, match.End + 30) is { } after && view.First(Concept.Copula, match.End, after.Start) is not null && !view.ClauseBetween(match.End, after.Start);
    }

    // Under a heading of challenges, "takes action in the fields of: ..." names fields with problems; a plan's fields are no statement.
    private bool IsFieldsOfAction(Surroundings around)
    {
        if (around.Lead != Frame.Measure || around.LeadIndex < 0) return false;
        var lead = work.View(work.Segments[around.LeadIndex]);
        return lead.Any(Concept.Improve) && !lead.Any(Concept.Plan);
    }

    private static double Confidence(SegmentView view, Surroundings around, Match match)
    {
        if (match.Pattern.ListOnly) return around.Lead == Frame.Measure ? 0.65 : 0.8;
        if (around.Heading == Frame.Challenge || around.Lead == Frame.Challenge) return 0.9;
        return view.Any(Concept.Roma) ? 0.85 : 0.7;
    }

    private void ReadWish(SegmentView view, Surroundings around, Zones zones, List<Match> challenges, List<Match> interventions)
    {
        var named = interventions.Where(m => m.End > zones.WishAt).ToList();
        var codes = named.OrderBy(m => m.KeyStart).Select(m => m.Pattern.Code).Distinct().ToList();
        foreach (var match in challenges.Where(m => m.Start >= zones.WishAt).OrderBy(m => m.Pattern.ListOnly).ThenBy(m => m.KeyStart))
        {
            var covered = match.Pattern.ListOnly && (named.Any(n => Overlap(n, match)) || codes.Any(c => c.AsSpan(0, 3).SequenceEqual(match.Pattern.Code.AsSpan(0, 3))));
            if (!covered && !codes.Contains(match.Pattern.Code)) codes.Add(match.Pattern.Code);
        }
        var isLead = view.Text.Chars[view.Segment.End - 1] == ':' || IsLeadIn(view.Segment);
        if (codes.Count == 0 && (isLead || view.Text.Chars[view.Segment.End - 1] == '?' || !zones.IsStrongWish || view.Segment.Length < 12)) return;
        Add(view, ClaimKind.Wish, codes, named.Count > 0 ? named[0].Pattern : null, codes.Count == 0 ? 0.6 : zones.IsStrongWish || around.Heading == Frame.Wish ? 0.9 : 0.75, null);
    }

    private bool IsLeadIn(Segment segment)
    {
        var next = work.SegmentAt(segment.End);
        return next < work.Segments.Count && work.Segments[next].Start == segment.End && work.Segments[next].Kind == SegmentKind.Item && segment.Kind != SegmentKind.Item;
    }

    private void ReadMeasure(SegmentView view, Surroundings around, Zones zones, List<Match> challenges, List<Match> interventions)
    {
        var framed = around.Heading == Frame.Measure || (around.Lead == Frame.Measure && view.Segment.Kind == SegmentKind.Item);
        if (around.Lead == Frame.Challenge && view.Segment.Kind != SegmentKind.Item) return;
        if (!framed && !zones.HasMeasure) return;
        var done = interventions.Where(m => m.Start < zones.WishAt && !IsDenied(view, m)).ToList();
        var codes = done.OrderBy(m => m.KeyStart).Select(m => m.Pattern.Code).Distinct().ToList();
        var fields = challenges.Where(m => m.Pattern.ListOnly && m.Start < zones.WishAt && !IsDenied(view, m)).OrderBy(m => m.KeyStart).ToList();
        if (around.Lead == Frame.Measure || IsWorkOnFields(view, zones))
            foreach (var field in fields)
                if ((codes.Count == 0 || fields.Count > 2 ? framed || zones.IsMeasured(field.Start) : IsGoal(view, field)) && !done.Exists(d => Overlap(d, field)) && !codes.Contains(field.Pattern.Code))
                    codes.Add(field.Pattern.Code);
        if (codes.Count == 0) return;
        Add(view, ClaimKind.Measure, codes, done.Count > 0 ? done[0].Pattern : null, framed || view.Any(Concept.Authority) ? 0.85 : 0.7, null);
    }

    private static bool IsWorkOnFields(SegmentView view, Zones zones) => zones.HasMeasure && (view.Any(Concept.Authority) || view.Any(Concept.Improve));

    // "improving the education, health care and housing".
    private static bool IsGoal(SegmentView view, Match match) =>
        view.Last(Concept.Improve, match.Start - 60, match.Start) is { } goal && !view.ClauseBetween(goal.End, match.Start);

    // "no community centre", "without mediators".
    private static bool IsDenied(SegmentView view, Match match) =>
        view.Before(Concept.Negation, match.Start) is not null || view.Last(Concept.Negation, match.Start - 12, match.Start) is not null;

    private void Add(SegmentView view, ClaimKind kind, IReadOnlyList<string> codes, Pattern? pattern, double confidence, Match? narrow)
    {
        work.Claims.Add(new ReadClaim
        {
            Kind = kind,
            Subject = work.KeyOf(view.Segment),
            Codes = codes,
            Scope = work.SubjectOf(view.Segment) is { IsProgramme: false } ? ClaimScope.Place : ClaimScope.Document,
            Quote = narrow is { } match && view.Segment.Kind == SegmentKind.Item ? work.Text.SpanOf(match.Start, match.End) : view.Quote,
            Confidence = confidence,
            Rule = pattern?.Rule ?? "statement",
        });
        view.Segment.Role = SentenceRole.Claim;
    }
}
