using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Patrin.Modules.Twinning.Explain;

/// <summary>Draws a <see cref="SumChart"/> as SVG. Razor keeps the element "text" for itself, so the picture is written here.</summary>
public sealed class SumDrawing(MatchWords words, HtmlEncoder encoder)
{
    public string Draw(IReadOnlyList<PartResult> parts, int score)
    {
        var chart = SumChart.Of(parts);
        var svg = new StringBuilder();
        Add(svg, $"<svg class=\"chart\" height=\"{chart.Height}\" role=\"img\" aria-label=\"{encoder.Encode(words.SumInWords(parts, score))}\">");
        Add(svg, $"<line class=\"ax\" x1=\"0\" x2=\"100%\" y1=\"{chart.AxisY}\" y2=\"{chart.AxisY}\"/>");
        foreach (var tick in chart.Ticks)
        {
            Add(svg, $"<line class=\"ax\" x1=\"{tick.X}\" x2=\"{tick.X}\" y1=\"2\" y2=\"{chart.AxisY + 4}\"/>");
            Add(svg, $"<text class=\"q\" x=\"{tick.X}\" y=\"{chart.AxisY + 24}\" text-anchor=\"{tick.Anchor}\">{tick.Points}</text>");
        }

        foreach (var bar in chart.Bars)
            Bar(svg, bar);
        Add(svg, $"<line class=\"ink\" x1=\"{chart.TotalX}\" x2=\"{chart.TotalX}\" y1=\"2\" y2=\"{chart.AxisY + 4}\"/>");
        var (dx, anchor) = chart.TotalAnchor == "end" ? (-6, "end") : (6, "start");
        Add(svg, $"<text x=\"{chart.TotalX}\" y=\"14\" dx=\"{dx}\" text-anchor=\"{anchor}\">= {encoder.Encode(MatchWords.ExactPoints(score))}</text></svg>");
        return svg.ToString();
    }

    private void Bar(StringBuilder svg, SumChart.Bar bar)
    {
        if (bar.Points > 0)
            Add(svg, $"<rect class=\"{bar.Colour}\" x=\"{bar.X}\" y=\"{bar.Y}\" width=\"{bar.Width}\" height=\"12\"/>");
        else
            Add(svg, $"<line class=\"ink\" x1=\"{bar.X}\" x2=\"{bar.X}\" y1=\"{bar.Y - 2}\" y2=\"{bar.Y + 14}\"/>");
        var text = encoder.Encode($"{words.Part(bar.Part)} +{MatchWords.ExactPoints(bar.Points)}");
        // At the start of the line: beside its bar, the longest name would leave a narrow screen.
        Add(svg, $"<text x=\"0\" y=\"{bar.Y + 28}\">{text}</text>");
    }

    private static void Add(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
