using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Patrin.Platform.Maps;

namespace Patrin.Tests.Platform.Maps;

public sealed class EuropeMapTests
{
    private static readonly EuropeMap Map = EuropeMap.Load(Path.Combine(AppContext.BaseDirectory, "data", "map"));

    [Fact]
    public void The_twenty_places_all_get_their_names_and_no_name_touches_another_or_a_mark()
    {
        var svg = XDocument.Parse(Map.Draw(TwentyPlaces.Picture));
        var labels = svg.Descendants("text").Select(LabelBox).ToList();
        Assert.Equal(20, labels.Count);
        for (var i = 0; i < labels.Count; i++)
            for (var j = i + 1; j < labels.Count; j++)
                Assert.False(Overlap(labels[i], labels[j]), $"{labels[i].Text} touches {labels[j].Text}");
        foreach (var circle in svg.Descendants("circle"))
            Assert.DoesNotContain(labels, label => Touches(label, Number(circle, "cx"), Number(circle, "cy"), Number(circle, "r")));
    }

    [Fact]
    public void Names_stay_inside_the_picture()
    {
        var frame = MapFrame.Fit(TwentyPlaces.Picture.Marks);
        var svg = XDocument.Parse(Map.Draw(TwentyPlaces.Picture));
        Assert.All(svg.Descendants("text").Select(LabelBox),
            label => Assert.True(label.Left >= 0 && label.Right <= frame.Width && label.Top >= 0 && label.Bottom <= frame.Height, label.Text));
    }

    [Fact]
    public void A_crowd_of_places_keeps_only_the_names_that_fit()
    {
        var crowd = Enumerable.Range(0, 120).Select(i =>
            new MapMark($"p{i}", "Crowded place", 47 + (i % 12 * 0.1), 20 + (i / 12 * 0.1)) { Size = 1, Title = "x" }).ToList();
        var svg = XDocument.Parse(Map.Draw(new MapPicture("Crowd", "", crowd)));
        var labels = svg.Descendants("text").Select(LabelBox).ToList();
        Assert.Equal(120, svg.Descendants("circle").Count());
        Assert.InRange(labels.Count, 5, 119);
        for (var i = 0; i < labels.Count; i++)
            for (var j = i + 1; j < labels.Count; j++)
                Assert.False(Overlap(labels[i], labels[j]));
    }

    [Fact]
    public void The_same_picture_is_drawn_alike_in_any_order_of_members_and_by_another_instance()
    {
        var picture = TwentyPlaces.Picture;
        var again = EuropeMap.Load(Path.Combine(AppContext.BaseDirectory, "data", "map"))
            .Draw(picture with { Members = [.. picture.Members.Reverse()] });
        Assert.Equal(Map.Draw(picture), again);
    }

    [Fact]
    public void Text_is_encoded_and_readable_letters_stay_readable()
    {
        const string Evil = "\"><script>alert('x')</script>&";
        var mark = new MapMark("a", "Айтос & <b>", 42.7, 27.25) { Title = Evil, Href = "/p?a=1&b=" + Evil, TintClass = Evil, Stated = true };
        var svg = Map.Draw(new MapPicture(Evil, Evil, [mark, mark with { Key = "b", Latitude = 48 }])
        {
            Arcs = [new MapArc("a", "b", true) { Title = Evil, Href = Evil }],
            CountryNames = new Dictionary<string, string> { ["RO"] = "<i>" },
            IdPrefix = "m",
            Class = "a-HOU",
        });
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", svg, StringComparison.Ordinal);
        Assert.Contains("Айтос &amp; &lt;b&gt;", svg, StringComparison.Ordinal);
        Assert.Equal(Evil, XDocument.Parse(svg).Root!.Element("title")!.Value);
    }

    [Fact]
    public void A_picture_with_links_is_a_named_group_and_one_without_is_an_image()
    {
        var linked = XDocument.Parse(Map.Draw(TwentyPlaces.Picture)).Root!;
        Assert.Equal(("group", "map-t", "map-d"),
            ((string?)linked.Attribute("role"), (string?)linked.Attribute("aria-labelledby"), (string?)linked.Attribute("aria-describedby")));
        Assert.All(linked.Descendants("a"), link => Assert.NotEmpty((string?)link.Attribute("aria-label") ?? ""));
        var plain = TwentyPlaces.Picture with { Marks = [.. TwentyPlaces.Picture.Marks.Select(mark => mark with { Href = null })] };
        Assert.Equal("img", (string?)XDocument.Parse(Map.Draw(plain)).Root!.Attribute("role"));
    }

    [Fact]
    public void No_style_attribute_or_element_and_no_script_is_ever_written()
    {
        var svg = XDocument.Parse(Map.Draw(TwentyPlaces.Picture with { Arcs = [new MapArc("hamm", "samokov", true)] }));
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "style" or "script" || element.Attribute("style") is not null);
    }

    [Fact]
    public void Agreed_lines_are_solid_and_proposed_ones_dashed_and_a_line_to_nowhere_is_left_out()
    {
        var svg = XDocument.Parse(Map.Draw(TwentyPlaces.Picture with
        {
            Arcs = [new MapArc("hamm", "samokov", false), new MapArc("blere", "torrent", true) { Thin = true }, new MapArc("hamm", "atlantis", true)],
        }));
        var classes = svg.Descendants("path").Select(path => (string?)path.Attribute("class")).ToList();
        Assert.Single(classes, "ln");
        Assert.Single(classes, "arc thin");
    }

    [Fact]
    public void A_county_is_a_hexagon_of_its_true_area()
    {
        var county = TwentyPlaces.Picture.Marks.Single(mark => mark.Key == "cluj");
        var frame = MapFrame.Fit(TwentyPlaces.Picture.Marks);
        var svg = XDocument.Parse(Map.Draw(new MapPicture("t", "", [county]), frame));
        var path = svg.Descendants("path").Single(element => (string?)element.Attribute("class") == "pt").Attribute("d")!.Value;
        var side = double.Parse(path.Split('v')[1].Split('l')[0], CultureInfo.InvariantCulture);
        var area = 1.5 * Math.Sqrt(3) * side * side / (frame.Scale * frame.Scale);
        Assert.InRange(area, county.AreaKm2 * 0.98, county.AreaKm2 * 1.02);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(0L, 0)]
    [InlineData(10_000L, 1)]
    [InlineData(10_001L, 2)]
    [InlineData(180_000L, 3)]
    [InlineData(384_202L, 4)]
    [InlineData(3_400_000L, 5)]
    public void Residents_fall_into_five_steps(long? residents, int step) => Assert.Equal(step, MapMark.SizeStep(residents));

    [Fact]
    public void A_place_without_a_number_of_residents_has_a_dashed_outline()
    {
        var svg = XDocument.Parse(Map.Draw(new MapPicture("t", "", [new MapMark("s", "Strasbourg", 48.58, 7.75)])));
        Assert.Equal("pt dash", (string?)Assert.Single(svg.Descendants("circle")).Attribute("class"));
    }

    [Fact]
    public void A_small_map_around_one_place_has_it_in_the_middle_and_names_its_country()
    {
        var frame = MapFrame.Around(42.34, 23.56);
        var svg = XDocument.Parse(Map.Draw(new MapPicture("Samokov", "", [new MapMark("s", "Samokov", 42.34, 23.56) { Size = 2 }])
        {
            Members = ["BG"], CountryNames = new Dictionary<string, string> { ["BG"] = "Bulgaria", ["ES"] = "Spain" },
        }, frame));
        var circle = Assert.Single(svg.Descendants("circle"));
        Assert.InRange(Number(circle, "cx"), 185, 195);
        Assert.InRange(Number(circle, "cy"), 145, 155);
        Assert.Equal(["Bulgaria", "Samokov"], svg.Descendants("text").Select(text => text.Value).Order());
    }

    [Fact]
    public void Marks_outside_the_frame_are_left_out_and_a_map_without_marks_shows_Europe()
    {
        var frame = MapFrame.Around(42.34, 23.56);
        Assert.Empty(XDocument.Parse(Map.Draw(TwentyPlaces.Picture with { Marks = [new MapMark("t", "Torrent", 39.44, -0.47)] }, frame)).Descendants("circle"));
        var europe = MapFrame.Fit([]);
        foreach (var (latitude, longitude) in ((double, double)[])[(38.7, -9.1), (64.1, -21.9), (71, 25.8), (35.1, 33.4), (39.9, 32.8)])
        {
            var at = europe.Place(latitude, longitude);
            Assert.True(at.X > 0 && at.X < europe.Width && at.Y > 0 && at.Y < europe.Height, $"{latitude} {longitude}");
        }
    }

    [Fact]
    public void The_map_of_twenty_places_stays_below_forty_kilobytes_plain()
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(Map.Draw(TwentyPlaces.Picture)), 20_000, 40_000);
    }

    private sealed record Label(string Text, double Left, double Top, double Right, double Bottom);

    // Letters of 13 px measured at half an em on average: narrower than the placer assumes, as the real fonts are.
    private static Label LabelBox(XElement text)
    {
        var (x, y) = (Number(text, "x"), Number(text, "y"));
        var width = text.Value.Length * 13 * 0.5;
        var left = (string?)text.Attribute("text-anchor") switch { "end" => x - width, "middle" => x - (width / 2), _ => x };
        return new Label(text.Value, left, y - 9, left + width, y + 2);
    }

    private static bool Overlap(Label a, Label b) => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    private static bool Touches(Label label, double x, double y, double radius)
    {
        var dx = Math.Max(0, Math.Max(label.Left - x, x - label.Right));
        var dy = Math.Max(0, Math.Max(label.Top - y, y - label.Bottom));
        return Math.Sqrt((dx * dx) + (dy * dy)) < radius;
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
