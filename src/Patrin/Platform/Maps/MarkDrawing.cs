using System.Globalization;
using System.Text;

namespace Patrin.Platform.Maps;

/// <summary>Writes the elements of a picture. Colour and strokes come from classes only: the content policy forbids styles.</summary>
internal static class MarkDrawing
{
    private static readonly double[] Radii = [6, 5, 6.5, 8.5, 10.5, 13];

    public static double Radius(MapMark mark, MapFrame frame) => mark.Shape == MarkShape.Hexagon
        ? Math.Max(Radii[1], HexagonSide(mark, frame))
        : Radii[Math.Clamp(mark.Size, 0, Radii.Length - 1)];

    public static void Mark(StringBuilder svg, MapMark mark, MapFrame frame, PlacedLabel? label)
    {
        var at = frame.Place(mark.Latitude, mark.Longitude);
        var tag = mark.Href is null ? "g" : "a";
        svg.Append('<').Append(tag);
        if (mark.Href is not null) Attribute(svg, "href", mark.Href);
        if (mark.Stated && mark.TintClass is not null) Attribute(svg, "class", "has " + mark.TintClass);
        if (mark is { Href: not null, Title: not null }) Attribute(svg, "aria-label", mark.Title);
        svg.Append('>');
        if (mark.Title is not null) Element(svg, "title", mark.Title);
        Leader(svg, label);
        Shape(svg, mark, frame, at);
        if (label is not null) Label(svg, mark, label);
        svg.Append("</").Append(tag).Append('>');
    }

    public static void Arc(StringBuilder svg, ArcCourse course)
    {
        var (arc, from, control, to) = (course.Arc, course.From, course.Control, course.To);
        if (arc.Href is not null)
        {
            svg.Append("<a");
            Attribute(svg, "href", arc.Href);
            if (arc.Title is not null) Attribute(svg, "aria-label", arc.Title);
            svg.Append('>');
        }
        svg.Append("<path class=\"").Append(arc.Proposed ? "arc" : "ln").Append(arc.Thin ? " thin" : "").Append("\" fill=\"none\" d=\"")
            .Append(CultureInfo.InvariantCulture, $"M{from.X:0.#} {from.Y:0.#}Q{control.X:0.#} {control.Y:0.#} {to.X:0.#} {to.Y:0.#}\"");
        if (arc.Title is null) svg.Append("/>");
        else Element(svg.Append('>'), "title", arc.Title).Append("</path>");
        if (arc.Href is not null) svg.Append("</a>");
    }

    public static void CountryName(StringBuilder svg, string name, PlacedLabel label)
    {
        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"q nm\" x=\"{label.X:0.#}\" y=\"{label.Y:0.#}\" text-anchor=\"middle\">");
        Escape(svg, name).Append("</text>");
    }

    public static StringBuilder Element(StringBuilder svg, string name, string text, string? id = null)
    {
        svg.Append('<').Append(name);
        if (id is not null) Attribute(svg, "id", id);
        return Escape(svg.Append('>'), text).Append("</").Append(name).Append('>');
    }

    public static void Attribute(StringBuilder svg, string name, string value) =>
        Escape(svg.Append(' ').Append(name).Append("=\""), value).Append('"');

    private static void Leader(StringBuilder svg, PlacedLabel? label)
    {
        if (label?.Leader is not { } from) return;
        var (x, y) = (Math.Clamp(from.X, label.Box.Left, label.Box.Right), Math.Clamp(from.Y, label.Box.Top, label.Box.Bottom));
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"ink thin nm\" d=\"M{from.X:0.#} {from.Y:0.#}L{x:0.#} {y:0.#}\"/>");
    }

    private static void Shape(StringBuilder svg, MapMark mark, MapFrame frame, MapPoint at)
    {
        var dashed = mark.Dashed || (mark.Size == 0 && mark.Shape == MarkShape.Point);
        var css = "pt" + (mark is { Stated: true, TintClass: null } ? " f1" : "") + (dashed ? " dash" : "");
        if (mark.Shape == MarkShape.Hexagon)
        {
            var side = Radius(mark, frame);
            var (half, across) = (side / 2, side * Math.Sqrt(3) / 2);
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"{css}\" d=\"M{at.X:0.#} {at.Y - side:0.#}l{across:0.#} {half:0.#}v{side:0.#}l{-across:0.#} {half:0.#}l{-across:0.#} {-half:0.#}v{-side:0.#}z\"/>");
            return;
        }
        svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{css}\" cx=\"{at.X:0.#}\" cy=\"{at.Y:0.#}\" r=\"{Radius(mark, frame)}\"/>");
    }

    // A regular hexagon of side s has an area of 3/2 √3 s².
    private static double HexagonSide(MapMark mark, MapFrame frame) =>
        Math.Sqrt(mark.AreaKm2 / (1.5 * Math.Sqrt(3))) * frame.Scale;

    private static void Label(StringBuilder svg, MapMark mark, PlacedLabel label)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"nm halo\" x=\"{label.X:0.#}\" y=\"{label.Y:0.#}\"");
        if (label.Anchor != "start") Attribute(svg, "text-anchor", label.Anchor);
        if (mark.Language is not null) Attribute(svg, "lang", mark.Language);
        Escape(svg.Append('>'), mark.Name).Append("</text>");
    }

    // Only the five characters that mean something to the parser: names stay readable in the source.
    private static StringBuilder Escape(StringBuilder svg, string text)
    {
        foreach (var c in text)
            _ = c switch
            {
                '&' => svg.Append("&amp;"),
                '<' => svg.Append("&lt;"),
                '>' => svg.Append("&gt;"),
                '"' => svg.Append("&quot;"),
                '\'' => svg.Append("&#39;"),
                < ' ' => svg.Append(' '),
                _ => svg.Append(c),
            };
        return svg;
    }
}
