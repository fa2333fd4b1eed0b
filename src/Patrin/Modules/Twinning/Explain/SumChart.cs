using System.Globalization;

namespace Patrin.Modules.Twinning.Explain;

/// <summary>The parts of a score as steps from left to right, in percent of the width, so that the words keep their size.</summary>
public sealed record SumChart(IReadOnlyList<SumChart.Bar> Bars, IReadOnlyList<SumChart.Tick> Ticks, string TotalX, string TotalAnchor)
{
    private const int BarHeight = 40;
    private static readonly string[] Colours = ["f1", "f2", "f3", "f4", "f6", "f5"];

    public int AxisY => 16 + (Bars.Count * BarHeight);

    public int Height => AxisY + 32;

    /// <summary>One part.</summary>
    public sealed record Bar(string Part, int Points, string Colour, string X, string Width, int Y);

    /// <summary>A mark on the axis.</summary>
    public sealed record Tick(int Points, string X, string Anchor);

    public static SumChart Of(IReadOnlyList<PartResult> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var total = parts.Sum(part => part.Points);
        // Full tens: the axis ends at the first ten above the score, at 20 at least.
        var end = Math.Max(20, ((total / 1000) + 1) * 10);
        var bars = new List<Bar>();
        var from = 0;
        foreach (var (part, index) in parts.Select((part, index) => (part, index)))
        {
            var start = Share(from, end);
            bars.Add(new Bar(part.Part, part.Points, Colours[index % Colours.Length], Percent(start), Percent(Share(part.Points, end)), 8 + (index * BarHeight)));
            from += part.Points;
        }

        var step = end > 50 ? 20 : 10;
        var ticks = Enumerable.Range(0, (end / step) + 1).Select(i => i * step)
            .Select(points => new Tick(points, Percent(100m * points / end), points == 0 ? "start" : points == end ? "end" : "middle"));
        return new SumChart(bars, [.. ticks], Percent(Share(total, end)), total > end * 75 ? "end" : "start");
    }

    private static decimal Share(int tenThousandths, int end) => tenThousandths / 100m / end * 100m;

    private static string Percent(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
