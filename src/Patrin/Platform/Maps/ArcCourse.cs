namespace Patrin.Platform.Maps;

/// <summary>The course of a line between two marks: a quadratic curve, with points along it.</summary>
internal sealed record ArcCourse(MapArc Arc, MapPoint From, MapPoint Control, MapPoint To)
{
    private const int Steps = 24;

    /// <summary>Points on the line, without its ends.</summary>
    public IReadOnlyList<MapPoint> Samples { get; } = [.. Enumerable.Range(1, Steps - 1).Select(i =>
    {
        var t = (double)i / Steps;
        var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
        return new MapPoint((a * From.X) + (b * Control.X) + (c * To.X), (a * From.Y) + (b * Control.Y) + (c * To.Y));
    })];
}

/// <summary>Chooses for each line how far and to which side it bends, so that lines do not run into one another or across marks.</summary>
internal static class ArcCourses
{
    private const double TooClose = 7;

    // Shares of the length of the line; the first that disturbs nothing is taken.
    private static readonly double[] Bends = [0.14, -0.14, 0.07, 0.22, -0.07, -0.22];

    public static List<ArcCourse> Of(IReadOnlyList<MapArc> arcs, IReadOnlyList<MapMark> marks, MapFrame frame)
    {
        if (arcs.Count == 0) return [];
        var at = marks.ToDictionary(mark => mark.Key, mark => frame.Place(mark.Latitude, mark.Longitude), StringComparer.Ordinal);
        var courses = new List<ArcCourse>(arcs.Count);
        foreach (var arc in arcs)
            if (at.TryGetValue(arc.From, out var from) && at.TryGetValue(arc.To, out var to))
                courses.Add(Calmest(arc, from, to, courses, at.Values));
        return courses;
    }

    private static ArcCourse Calmest(
        MapArc arc, MapPoint from, MapPoint to, List<ArcCourse> others, IReadOnlyCollection<MapPoint> marks)
    {
        ArcCourse? best = null;
        var least = int.MaxValue;
        foreach (var bend in Bends)
        {
            var course = new ArcCourse(arc, from, Control(from, to, bend), to);
            var disturbed = course.Samples.Count(point =>
                marks.Any(mark => mark != from && mark != to && IsClose(point, mark, TooClose * 2))
                || others.Exists(other => other.Samples.Any(sample => IsClose(point, sample, TooClose))));
            if (disturbed >= least) continue;
            (best, least) = (course, disturbed);
            if (least == 0) break;
        }
        return best!;
    }

    // Bends are measured from the western end, so that a line looks the same whichever end is named first.
    private static MapPoint Control(MapPoint from, MapPoint to, double bend)
    {
        var (west, east) = from.X <= to.X ? (from, to) : (to, from);
        var (dx, dy) = (east.X - west.X, east.Y - west.Y);
        return new MapPoint(((west.X + east.X) / 2) + (dy * bend), ((west.Y + east.Y) / 2) - (dx * bend));
    }

    private static bool IsClose(MapPoint a, MapPoint b, double distance) =>
        Math.Abs(a.X - b.X) < distance && Math.Abs(a.Y - b.Y) < distance;
}
