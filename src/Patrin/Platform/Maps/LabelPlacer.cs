namespace Patrin.Platform.Maps;

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(MapPoint point) => point.X > Left && point.X < Right && point.Y > Top && point.Y < Bottom;

    public double DistanceTo(MapPoint point)
    {
        var dx = Math.Max(0, Math.Max(Left - point.X, point.X - Right));
        var dy = Math.Max(0, Math.Max(Top - point.Y, point.Y - Bottom));
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    public bool Holds(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;
}

/// <summary>A name that looks for a place beside its mark.</summary>
internal sealed record LabelWish(string Key, string Text, bool Bold, MapPoint Centre, double Radius);

/// <summary>Where a name stands. <paramref name="Anchor"/> is the text-anchor of SVG; <paramref name="Leader"/> where a line
/// to the mark starts, when the name stands away from it.</summary>
internal sealed record PlacedLabel(string Key, double X, double Y, string Anchor, Box Box, MapPoint? Leader);

/// <summary>
/// Puts names beside marks so that no name touches another, a mark or the edge. Greedy: the name with the fewest free spots
/// chooses first. Of its spots it takes the nearest that crosses no line. A name without a free spot is left out; it is
/// still the mark's title, and in the table. The same input gives the same picture.
/// </summary>
internal sealed class LabelPlacer(Box picture, IReadOnlyList<MapPoint> onLines)
{
    private const double Gap = 5;
    private const double Margin = 2;
    private const double LinePenalty = 3;

    // Right and left read best; names away from the mark, on a leader, only where nothing nearer is free.
    private static readonly (double X, double Y)[] Directions =
        [(1, 0), (-1, 0), (0.75, -0.75), (0.75, 0.75), (-0.75, -0.75), (-0.75, 0.75), (0, -1), (0, 1)];

    private static readonly double[] Distances = [0, 12, 24, 40];

    private readonly List<Box> _taken = [];
    private readonly List<(MapPoint Centre, double Radius)> _marks = [];

    /// <summary>Keeps names off a mark.</summary>
    public void Keep(MapPoint centre, double radius) => _marks.Add((centre, radius));

    /// <summary>Places what can be placed, most crowded first.</summary>
    public List<PlacedLabel> Place(IEnumerable<LabelWish> wishes)
    {
        var placed = new List<PlacedLabel>();
        var order = wishes
            .Select(wish => (Wish: wish, Free: Near(wish).Count(IsFree)))
            .OrderBy(item => item.Free).ThenByDescending(item => item.Wish.Bold).ThenBy(item => item.Wish.Key, StringComparer.Ordinal);
        foreach (var (wish, _) in order)
        {
            if (Best(wish) is not { } best) continue;
            _taken.Add(best.Box);
            placed.Add(best);
        }
        return placed;
    }

    /// <summary>Places a name centred on a point, when that is free.</summary>
    public PlacedLabel? PlaceCentred(string key, string text, MapPoint centre)
    {
        var half = (TextWidth.Of(text, bold: false) / 2) + Margin;
        var box = new Box(centre.X - half, centre.Y - 11, centre.X + half, centre.Y + 6);
        var label = new PlacedLabel(key, centre.X, centre.Y, "middle", box, null);
        if (!IsFree(label)) return null;
        _taken.Add(box);
        return label;
    }

    private static IEnumerable<PlacedLabel> Near(LabelWish wish) => Candidates(wish).Take(Directions.Length).Select(c => c.Label);

    // Candidates come in the order of their cost: the first free one that crosses no line cannot be beaten.
    private PlacedLabel? Best(LabelWish wish)
    {
        var (best, least) = ((PlacedLabel?)null, double.MaxValue);
        foreach (var (label, cost) in Candidates(wish))
        {
            if (cost >= least) break;
            if (!IsFree(label)) continue;
            var total = cost + (LinePenalty * Crossings(label.Box));
            if (total < least) (best, least) = (label, total);
        }
        return best;
    }

    private bool IsFree(PlacedLabel label)
    {
        if (!picture.Holds(label.Box)) return false;
        foreach (var box in _taken)
            if (box.Overlaps(label.Box)) return false;
        foreach (var (centre, radius) in _marks)
            if (label.Box.DistanceTo(centre) < radius + Margin) return false;
        return true;
    }

    private int Crossings(Box box) => onLines.Count(box.Contains);

    private static IEnumerable<(PlacedLabel Label, double Cost)> Candidates(LabelWish wish)
    {
        var width = TextWidth.Of(wish.Text, wish.Bold);
        var cost = 0d;
        foreach (var distance in Distances)
        {
            foreach (var direction in Directions)
                yield return (Candidate(wish, direction, distance, width), cost++);
            cost += 8;
        }
    }

    private static PlacedLabel Candidate(LabelWish wish, (double X, double Y) direction, double distance, double width)
    {
        var reach = wish.Radius + Gap + distance;
        var x = wish.Centre.X + (direction.X * reach);
        var y = wish.Centre.Y + (direction.Y * reach);
        var (anchor, left) = direction.X switch
        {
            > 0 => ("start", x),
            < 0 => ("end", x - width),
            _ => ("middle", x - (width / 2)),
        };
        var baseline = y + (direction.Y switch { > 0 => 9, < 0 => 0, _ => 4.5 });
        var box = new Box(left - Margin, baseline - 11, left + width + Margin, baseline + 4);
        return new PlacedLabel(wish.Key, x, baseline, anchor, box, distance == 0 ? null : Edge(wish, direction));
    }

    private static MapPoint Edge(LabelWish wish, (double X, double Y) direction)
    {
        var length = Math.Sqrt((direction.X * direction.X) + (direction.Y * direction.Y));
        return new MapPoint(wish.Centre.X + (direction.X / length * wish.Radius), wish.Centre.Y + (direction.Y / length * wish.Radius));
    }
}
