using System.Globalization;

namespace Patrin.Platform.Maps;

/// <summary>
/// Coasts and borders of Europe (Natural Earth, public domain) as arcs that neighbours share, so that simplified outlines
/// still fit together. File: data/map/europe.txt, made by scripts/make-map.mjs.
/// </summary>
public sealed class MapOutlines
{
    private MapOutlines(MapPoint[][] arcs, int[][] land, Dictionary<string, int[][]> countries, int[] borders)
    {
        Arcs = arcs;
        Land = land;
        Countries = countries;
        Borders = borders;
    }

    /// <summary>ISO codes of the countries that have an outline.</summary>
    public IReadOnlyCollection<string> Codes => Countries.Keys;

    internal MapPoint[][] Arcs { get; }

    /// <summary>Rings of all land together; a ring is a list of arcs, ~n meaning arc n backwards.</summary>
    internal int[][] Land { get; }

    internal Dictionary<string, int[][]> Countries { get; }

    /// <summary>Arcs between two countries.</summary>
    internal int[] Borders { get; }

    /// <summary>Reads a file of outlines.</summary>
    public static MapOutlines Load(string file)
    {
        var arcs = new List<MapPoint[]>();
        var countries = new Dictionary<string, int[][]>(StringComparer.Ordinal);
        int[][] land = [];
        int[] borders = [];
        foreach (var line in File.ReadLines(file))
        {
            var cells = line.Split('\t');
            switch (cells[0])
            {
                case "arc": arcs.Add(Arc(cells[1])); break;
                case "land": land = Rings(cells[1]); break;
                case "country": countries.Add(cells[1], Rings(cells[2])); break;
                case "border": borders = Numbers(cells[1]); break;
                case var comment when comment.StartsWith('#'): break;
                default: throw new InvalidDataException($"{file}: unknown line \"{cells[0]}\".");
            }
        }
        return new MapOutlines([.. arcs], land, countries, borders);
    }

    private static MapPoint[] Arc(string steps)
    {
        var numbers = Numbers(steps);
        var points = new MapPoint[numbers.Length / 2];
        var (x, y) = (0, 0);
        for (var i = 0; i < points.Length; i++)
            points[i] = new MapPoint(x += numbers[2 * i], y += numbers[(2 * i) + 1]);
        return points;
    }

    private static int[][] Rings(string text) => [.. text.Split(';').Select(Numbers)];

    private static int[] Numbers(string text) =>
        [.. text.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
