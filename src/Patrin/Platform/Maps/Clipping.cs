namespace Patrin.Platform.Maps;

/// <summary>Sutherland-Hodgman: the part of a ring inside a rectangle.</summary>
internal static class Clipping
{
    public static List<MapPoint> ToRectangle(List<MapPoint> ring, double left, double top, double right, double bottom)
    {
        if (ring.Count == 0 || ring.TrueForAll(p => p.X >= left && p.X <= right && p.Y >= top && p.Y <= bottom)) return ring;
        ring = Half(ring, p => p.X - left);
        ring = Half(ring, p => right - p.X);
        ring = Half(ring, p => p.Y - top);
        return Half(ring, p => bottom - p.Y);
    }

    private static List<MapPoint> Half(List<MapPoint> ring, Func<MapPoint, double> depth)
    {
        var kept = new List<MapPoint>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
            var (d1, d2) = (depth(from), depth(to));
            if (d1 >= 0) kept.Add(from);
            if (d1 >= 0 == d2 >= 0) continue;
            var t = d1 / (d1 - d2);
            kept.Add(new MapPoint(Math.Round(from.X + (t * (to.X - from.X))), Math.Round(from.Y + (t * (to.Y - from.Y)))));
        }
        return kept;
    }
}
