using Patrin.Platform.Maps;

namespace Patrin.Tests.Platform.Maps;

public sealed class MapOutlinesTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "data", "map", "europe.txt");

    private static readonly MapFrame Frame = new(2000, 6000, 0.5, 3000, 2600);

    // Each country drawn alone, once.
    private static readonly Lazy<Dictionary<string, string>> Paths = new(() =>
    {
        var outlines = MapOutlines.Load(File);
        var map = new EuropeMap(outlines);
        return outlines.Codes.Select(code => (code, Path: MemberPath(map.Draw(new MapPicture("t", "", []) { Members = [code] }, Frame))))
            .Where(pair => pair.Path is not null).ToDictionary(pair => pair.code, pair => pair.Path!);
    });

    [Fact]
    public void Every_country_of_Europe_has_an_outline()
    {
        var codes = MapOutlines.Load(File).Codes;
        Assert.Empty("AD AL AM AT AZ BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM TR UA XK"
            .Split(' ').Except(codes));
    }

    [Theory]
    [InlineData("BG", 42.34, 23.56)]
    [InlineData("RO", 46.35, 25.80)]
    [InlineData("SE", 57.75, 12.10)]
    [InlineData("ES", 39.44, -0.60)]
    [InlineData("XK", 42.60, 20.90)]
    [InlineData("UA", 45.20, 34.30)] // Crimea: General Assembly resolution 68/262
    [InlineData("CY", 35.30, 33.60)]
    public void A_point_lies_in_the_country_it_belongs_to_and_in_no_other(string code, double latitude, double longitude)
    {
        var at = Frame.Place(latitude, longitude);
        var holding = Paths.Value.Where(pair => Holds(pair.Value, at.X * 2, at.Y * 2)).Select(pair => pair.Key);
        Assert.Equal([code], holding);
    }

    [Fact]
    public void A_line_of_an_unknown_kind_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(file, "river\t1 2\n");
            Assert.Throws<InvalidDataException>(() => MapOutlines.Load(file));
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    private static string? MemberPath(string svg)
    {
        const string Start = "<path class=\"mem\" d=\"";
        var at = svg.IndexOf(Start, StringComparison.Ordinal);
        return at < 0 ? null : svg[(at + Start.Length)..svg.IndexOf('"', at + Start.Length)];
    }

    // Even-odd over all rings of a path of the form M x y l dx dy ... z, numbers parted by space or minus.
    private static bool Holds(string path, double x, double y)
    {
        var odd = false;
        foreach (var ring in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = ring.Replace("-", " -", StringComparison.Ordinal).Replace('M', ' ').Replace('l', ' ')
                .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
            var points = new List<(double X, double Y)> { (numbers[0], numbers[1]) };
            for (var i = 2; i < numbers.Length; i += 2) points.Add((points[^1].X + numbers[i], points[^1].Y + numbers[i + 1]));
            for (var i = 0; i < points.Count; i++)
            {
                var (a, b) = (points[i], points[(i + 1) % points.Count]);
                if (a.Y > y != b.Y > y && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X) odd = !odd;
            }
        }
        return odd;
    }
}
