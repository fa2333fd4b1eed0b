using System.Text;

namespace Patrin.Platform.Maps;

/// <summary>
/// Draws the outlines inside one frame: projected to half pixels, simplified arc by arc to what the eye can tell apart,
/// clipped to the picture, written as short relative paths.
/// </summary>
internal sealed class OutlineDrawing
{
    // Coordinates are halves of pixels, inside a group scaled by one half: whole numbers and yet smooth coasts.
    private const double UnitsPerPixel = 2;
    private const double Tolerance = 0.8;
    private const double Beyond = 12;

    private readonly MapOutlines _outlines;
    private readonly MapPoint[][] _arcs;
    private readonly double _width;
    private readonly double _height;

    public OutlineDrawing(MapOutlines outlines, MapFrame frame)
    {
        _outlines = outlines;
        _width = frame.Width * UnitsPerPixel;
        _height = frame.Height * UnitsPerPixel;
        _arcs = [.. outlines.Arcs.Select(arc => Simplification.Reduce(arc, point => Units(frame.Place(point)), Tolerance))];
    }

    /// <summary>The group with land, tinted countries and borders.</summary>
    public string Svg(IEnumerable<string> members)
    {
        var svg = new StringBuilder(16 * 1024).Append("<g transform=\"scale(.5)\">");
        Fill(svg, "land", _outlines.Land);
        Fill(svg, "mem", members.Distinct().Order(StringComparer.Ordinal)
            .SelectMany(code => _outlines.Countries.GetValueOrDefault(code) ?? []));
        Borders(svg);
        return svg.Append("</g>").ToString();
    }

    /// <summary>
    /// Where a country's name fits best: the middle of the largest part of it inside the picture, and how wide that part is,
    /// in pixels.
    /// </summary>
    public (MapPoint Point, double Width)? Middle(string code)
    {
        var rings = (_outlines.Countries.GetValueOrDefault(code) ?? []).Select(Clipped).Where(ring => ring.Count > 2).ToList();
        if (rings.Count == 0) return null;
        var (ring, (area, x, y)) = rings.Select(ring => (ring, Centroid(ring))).MaxBy(pair => pair.Item2.Area);
        if (area < 1) return null;
        var width = ring.Max(point => point.X) - ring.Min(point => point.X);
        return (new MapPoint(x / UnitsPerPixel, y / UnitsPerPixel), width / UnitsPerPixel);
    }

    private static MapPoint Units(MapPoint pixel) =>
        new(Math.Round(pixel.X * UnitsPerPixel), Math.Round(pixel.Y * UnitsPerPixel));

    private void Fill(StringBuilder svg, string cssClass, IEnumerable<int[]> rings)
    {
        var path = new PathWriter();
        foreach (var ring in rings) path.Ring(Clipped(ring));
        if (!path.IsEmpty) svg.Append("<path class=\"").Append(cssClass).Append("\" d=\"").Append(path).Append("\"/>");
    }

    private void Borders(StringBuilder svg)
    {
        var path = new PathWriter();
        foreach (var arc in _outlines.Borders)
            foreach (var run in RunsInside(_arcs[arc]))
                path.Line(run);
        if (!path.IsEmpty) svg.Append("<path class=\"bord\" d=\"").Append(path).Append("\"/>");
    }

    private List<MapPoint> Clipped(int[] ring)
    {
        var points = new List<MapPoint>();
        foreach (var arc in ring)
        {
            var part = arc < 0 ? Enumerable.Reverse(_arcs[~arc]) : _arcs[arc];
            points.AddRange(points.Count == 0 ? part : part.Skip(1));
        }
        return Clipping.ToRectangle(points, -Beyond, -Beyond, _width + Beyond, _height + Beyond);
    }

    private IEnumerable<List<MapPoint>> RunsInside(MapPoint[] arc)
    {
        var run = new List<MapPoint>();
        for (var i = 1; i < arc.Length; i++)
        {
            if (Outside(arc[i - 1], arc[i]))
            {
                if (run.Count > 1) yield return run;
                run = [];
                continue;
            }
            if (run.Count == 0) run.Add(arc[i - 1]);
            run.Add(arc[i]);
        }
        if (run.Count > 1) yield return run;
    }

    private bool Outside(MapPoint a, MapPoint b) =>
        Math.Max(a.X, b.X) < -Beyond || Math.Min(a.X, b.X) > _width + Beyond
        || Math.Max(a.Y, b.Y) < -Beyond || Math.Min(a.Y, b.Y) > _height + Beyond;

    private static (double Area, double X, double Y) Centroid(List<MapPoint> ring)
    {
        double twice = 0, x = 0, y = 0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var cross = (a.X * b.Y) - (b.X * a.Y);
            twice += cross;
            x += (a.X + b.X) * cross;
            y += (a.Y + b.Y) * cross;
        }
        return twice == 0 ? (0, 0, 0) : (Math.Abs(twice / 2), x / (3 * twice), y / (3 * twice));
    }
}
