namespace Patrin.Platform.Maps;

/// <summary>Douglas-Peucker: leaves out points whose absence moves a line by less than a tolerance; the ends stay.</summary>
internal static class Simplification
{
    public static MapPoint[] Reduce(MapPoint[] line, Func<MapPoint, MapPoint> place, double tolerance)
    {
        var points = Array.ConvertAll(line, point => place(point));
        if (points.Length < 3) return points;
        var keep = new bool[points.Length];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int From, int To)>([(0, points.Length - 1)]);
        while (open.TryPop(out var span))
        {
            var (farthest, distance) = Farthest(points, span.From, span.To);
            if (distance <= tolerance) continue;
            keep[farthest] = true;
            open.Push((span.From, farthest));
            open.Push((farthest, span.To));
        }
        return [.. points.Where((_, i) => keep[i])];
    }

    private static (int Index, double Distance) Farthest(MapPoint[] points, int from, int to)
    {
        var (a, b) = (points[from], points[to]);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (best, farthest) = (from, 0d);
        for (var i = from + 1; i < to; i++)
        {
            var (px, py) = (points[i].X - a.X, points[i].Y - a.Y);
            var distance = length < 1e-9 ? Math.Sqrt((px * px) + (py * py)) : Math.Abs((px * dy) - (py * dx)) / length;
            if (distance > farthest) (best, farthest) = (i, distance);
        }
        return (best, farthest);
    }
}
