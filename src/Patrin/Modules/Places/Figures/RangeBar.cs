using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Places.Figures;

/// <summary>
/// Rival counts on one line that starts at zero: a point is one number, a bar with ends is a range, an arrow an open end.
/// Percent positions and fixed text, so that it stays readable at any width.
/// </summary>
public sealed class RangeBar(Texts texts, FigureTexts words, IReadOnlyList<Figure> counts) : IHtmlContent
{
    private const int RowHeight = 28;

    /// <summary>Counts that can be drawn: people, not protected.</summary>
    public static IReadOnlyList<Figure> Drawable(IEnumerable<Figure> figures) =>
        [.. figures.Where(f => f is { IsPeople: true, Protected: Protection.No } && (f.Low ?? f.High) is not null)];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var top = NiceTop(counts.Max(f => f.High ?? f.Low ?? 0));
        var axis = (counts.Count * RowHeight) + 20;
        var label = texts["On one line from 0 to {0} people: {1}.", texts.Number(top), texts.List(counts.Select(Words))];
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"chart\" height=\"{axis + 28}\" role=\"img\" aria-label=\""));
        encoder.Encode(writer, label);
        writer.Write("\">");
        WriteAxis(writer, encoder, top, axis);
        for (var i = 0; i < counts.Count; i++)
            WriteCount(writer, encoder, counts[i], top, 22 + (i * RowHeight));
        writer.Write("</svg>");
    }

    /// <summary>The axis ends at a round number at or above the largest count, with room for four steps.</summary>
    public static decimal NiceTop(decimal largest)
    {
        var step = 1m;
        while (true)
        {
            foreach (var factor in (decimal[])[1, 2, 2.5m, 5])
            {
                if (step * factor * 4 >= largest && (step * factor) % 1 == 0)
                    return step * factor * 4;
            }

            step *= 10;
        }
    }

    private void WriteAxis(TextWriter writer, HtmlEncoder encoder, decimal top, int axis)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<line class=\"ax\" x1=\"0\" x2=\"100%\" y1=\"{axis}\" y2=\"{axis}\"/>"));
        for (var i = 0; i <= 4; i++)
        {
            var anchor = i switch { 0 => "start", 4 => "end", _ => "middle" };
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"<line class=\"ax\" x1=\"{i * 25}%\" x2=\"{i * 25}%\" y1=\"8\" y2=\"{axis + 5}\"/><text class=\"q\" x=\"{i * 25}%\" y=\"{axis + 21}\" text-anchor=\"{anchor}\">"));
            encoder.Encode(writer, texts.Number(top * i / 4));
            writer.Write("</text>");
        }
    }

    private void WriteCount(TextWriter writer, HtmlEncoder encoder, Figure f, decimal top, int y)
    {
        decimal At(decimal value) => Math.Round(value * 100 / top, 2);
        var tone = f.IsSelfDeclared ? "2" : "3";
        var (from, to) = (At(f.Low ?? 0), At(f.High ?? top));
        if (f.Low == f.High)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<circle class=\"f{tone}\" cx=\"{from}%\" cy=\"{y}\" r=\"6\"/>"));
        else
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"f{tone}\" x=\"{from}%\" y=\"{y - 3}\" width=\"{Math.Max(to - from, 0.5m)}%\" height=\"7\"/>"));
            foreach (var end in (decimal?[])[f.Low is null ? null : from, f.High is null ? null : to])
            {
                if (end is { } x)
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"<line class=\"ink\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{y - 8}\" y2=\"{y + 9}\"/>"));
            }
        }

        // Words stand on the side with more room.
        var right = from < 45;
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"<text x=\"{(right ? Math.Max(from, f.High is null ? from : to) : from)}%\" y=\"{y + 4}\" dx=\"{(right ? 12 : -12)}\" text-anchor=\"{(right ? "start" : "end")}\">"));
        encoder.Encode(writer, Words(f));
        writer.Write("</text>");
    }

    private string Words(Figure f) =>
        f.IsSelfDeclared ? texts["{0} said by people themselves", words.Number(f)] : texts["{0} counted or estimated by others", words.Number(f)];
}
