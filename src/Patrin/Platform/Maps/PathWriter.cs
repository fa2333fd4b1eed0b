using System.Globalization;
using System.Text;

namespace Patrin.Platform.Maps;

/// <summary>Path data in whole units, as short as the grammar allows: relative steps, no separator before a minus.</summary>
internal sealed class PathWriter
{
    private readonly StringBuilder _path = new();

    public bool IsEmpty => _path.Length == 0;

    public void Ring(List<MapPoint> points)
    {
        if (Distinct(points) > 2 && Write(points)) _path.Append('z');
    }

    public void Line(List<MapPoint> points) => Write(points);

    public override string ToString() => _path.ToString();

    private static int Distinct(List<MapPoint> points) => points.Distinct().Take(3).Count();

    private bool Write(List<MapPoint> points)
    {
        var (x, y) = ((int)points[0].X, (int)points[0].Y);
        _path.Append('M');
        Number(x, first: true);
        Number(y, first: false);
        var first = true;
        foreach (var point in points.Skip(1))
        {
            var (dx, dy) = ((int)point.X - x, (int)point.Y - y);
            if (dx == 0 && dy == 0) continue;
            if (first) _path.Append('l');
            Number(dx, first);
            Number(dy, first: false);
            first = false;
            (x, y) = ((int)point.X, (int)point.Y);
        }
        return !first;
    }

    private void Number(int value, bool first)
    {
        if (!first && value >= 0) _path.Append(' ');
        _path.Append(CultureInfo.InvariantCulture, $"{value}");
    }
}
