using System.Collections.Concurrent;
using System.Text;

namespace Patrin.Platform.Maps;

/// <summary>
/// Draws maps of Europe as SVG on the server: equal-area, no tiles, no script, styled by the classes of site.css. Text in
/// the result is encoded; it can be written into a page as it is. Safe for many threads.
/// </summary>
public sealed class EuropeMap(MapOutlines outlines)
{
    // Pages show few different frames; when visitors make more, starting over is cheaper than remembering all.
    private const int MostFrames = 64;

    private readonly ConcurrentDictionary<(MapFrame Frame, string Members), Backdrop> _backdrops = new();

    /// <summary>Reads data/map/europe.txt of a folder.</summary>
    public static EuropeMap Load(string folder) => new(MapOutlines.Load(Path.Combine(folder, "europe.txt")));

    /// <summary>Draws a picture in the frame that holds all its marks.</summary>
    public string Draw(MapPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Draw(picture, MapFrame.Fit(picture.Marks));
    }

    /// <summary>Draws a picture in a given frame; marks outside it are left out.</summary>
    public string Draw(MapPicture picture, MapFrame frame)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(frame);
        var backdrop = BackdropOf(frame, picture.Members);
        var marks = picture.Marks.Where(mark => IsInside(frame, mark)).ToList();
        var arcs = ArcCourses.Of(picture.Arcs, marks, frame);
        var placer = new LabelPlacer(new Box(2, 2, frame.Width - 2, frame.Height - 2), [.. arcs.SelectMany(arc => arc.Samples)]);
        var labels = Labels(placer, marks, frame);

        var svg = new StringBuilder(backdrop.Svg.Length + (marks.Count * 300) + 1000);
        Open(svg, picture, frame);
        svg.Append(backdrop.Svg);
        foreach (var (code, name) in picture.CountryNames.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (backdrop.Middles.TryGetValue(code, out var middle) && TextWidth.Of(name, bold: false) < middle.Width * 1.2
                && placer.PlaceCentred(code, name, middle.Point) is { } label)
                MarkDrawing.CountryName(svg, name, label);
        foreach (var arc in arcs) MarkDrawing.Arc(svg, arc);
        foreach (var mark in LargestFirst(marks, frame)) MarkDrawing.Mark(svg, mark, frame, labels.GetValueOrDefault(mark.Key));
        return svg.Append("</svg>").ToString();
    }

    private Backdrop BackdropOf(MapFrame frame, IReadOnlyCollection<string> members)
    {
        var key = (frame, string.Join(' ', members.Order(StringComparer.Ordinal)));
        if (_backdrops.TryGetValue(key, out var known)) return known;
        if (_backdrops.Count >= MostFrames) _backdrops.Clear();
        var drawing = new OutlineDrawing(outlines, frame);
        var middles = outlines.Codes.Select(code => (code, Middle: drawing.Middle(code))).Where(pair => pair.Middle is not null)
            .ToDictionary(pair => pair.code, pair => pair.Middle!.Value, StringComparer.Ordinal);
        return _backdrops[key] = new Backdrop(drawing.Svg(members), middles);
    }

    private static bool IsInside(MapFrame frame, MapMark mark) =>
        frame.Place(mark.Latitude, mark.Longitude) is var at && at.X >= 0 && at.X <= frame.Width && at.Y >= 0 && at.Y <= frame.Height;

    // Small marks must not vanish below large ones. The table beside the map keeps the reading order.
    private static IEnumerable<MapMark> LargestFirst(IEnumerable<MapMark> marks, MapFrame frame) =>
        marks.OrderByDescending(mark => MarkDrawing.Radius(mark, frame));

    private static Dictionary<string, PlacedLabel> Labels(LabelPlacer placer, IReadOnlyList<MapMark> marks, MapFrame frame)
    {
        foreach (var mark in marks) placer.Keep(frame.Place(mark.Latitude, mark.Longitude), MarkDrawing.Radius(mark, frame));
        return placer.Place(marks.Where(mark => mark.Name.Length > 0).Select(mark => new LabelWish(mark.Key, mark.Name, mark.Stated,
            frame.Place(mark.Latitude, mark.Longitude), MarkDrawing.Radius(mark, frame)))).ToDictionary(label => label.Key, StringComparer.Ordinal);
    }

    private static void Open(StringBuilder svg, MapPicture picture, MapFrame frame)
    {
        var hasLinks = picture.Marks.Any(mark => mark.Href is not null) || picture.Arcs.Any(arc => arc.Href is not null);
        svg.Append("<svg");
        MarkDrawing.Attribute(svg, "class", picture.Class is null ? "map" : "map " + picture.Class);
        svg.Append(" viewBox=\"0 0 ").Append(frame.Width).Append(' ').Append(frame.Height).Append('"');
        MarkDrawing.Attribute(svg, "role", hasLinks ? "group" : "img");
        MarkDrawing.Attribute(svg, "aria-labelledby", $"{picture.IdPrefix}-t");
        if (picture.Description.Length > 0) MarkDrawing.Attribute(svg, "aria-describedby", $"{picture.IdPrefix}-d");
        MarkDrawing.Element(svg.Append('>'), "title", picture.Title, $"{picture.IdPrefix}-t");
        if (picture.Description.Length > 0) MarkDrawing.Element(svg, "desc", picture.Description, $"{picture.IdPrefix}-d");
    }

    private sealed record Backdrop(string Svg, Dictionary<string, (MapPoint Point, double Width)> Middles);
}
