using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Statements;

/// <summary>Where in a segment wish and measure words begin to govern.</summary>
internal sealed class Zones
{
    private readonly List<(int Start, int End)> measured = [];

    /// <summary>From here on the segment states a wish; int.MaxValue when it does not.</summary>
    public int WishAt { get; private init; } = int.MaxValue;

    public bool IsStrongWish { get; private init; }

    /// <summary>Only a heading makes it a wish: a sentence there may still state how things are.</summary>
    public bool IsWishByHeading { get; private init; }

    public bool HasMeasure => measured.Count > 0;

    /// <summary>A measure word governs this position.</summary>
    public bool IsMeasured(int at) => measured.Exists(zone => zone.Start <= at && at < zone.End);

    public static Zones Of(SegmentView view, Surroundings around, Segment segment)
    {
        var strong = view.First(Concept.Wish);
        var weak = view.First(Concept.Intend);
        var measure = view.First(Concept.Measure) ?? view.First(Concept.Plan);
        var wishAt = strong?.Start ?? int.MaxValue;
        if (weak is { } intend && intend.Start < wishAt && (measure is null || measure.Value.Start > intend.Start) && around.Heading is not (Frame.Measure or Frame.Aim or Frame.Result))
            wishAt = intend.Start;
        if ((segment.Kind == SegmentKind.Item && around.Lead == Frame.Wish) || (around.Heading == Frame.Wish && segment.Kind != SegmentKind.Heading))
            wishAt = Math.Min(wishAt, segment.Start);
        if (around.Heading is Frame.Aim or Frame.Result) wishAt = int.MaxValue;
        var zones = new Zones { IsWishByHeading = strong is null && around.Heading == Frame.Wish && around.Lead != Frame.Wish, WishAt = wishAt, IsStrongWish = strong is not null || around.Lead == Frame.Wish || around.Heading == Frame.Wish };
        for (var i = 0; i < view.Count && view[i].Start < wishAt; i++)
            if (view.Is(view[i], Concept.Measure))
                zones.measured.Add((view[i].Start, EndOfClause(view, view[i].End)));
        return zones;
    }

    private static int EndOfClause(SegmentView view, int from)
    {
        var contrast = view.First(Concept.Contrast, from)?.Start ?? int.MaxValue;
        var clause = view.First(Concept.Clause, from)?.Start ?? int.MaxValue;
        var end = Math.Min(contrast, clause);
        for (var i = from; i < view.Segment.End && i < end; i++)
            if (view.Text.Chars[i] == ';')
                return i;
        return end;
    }
}
