using Patrin.Platform.Maps;

namespace Patrin.Tests.Platform.Maps;

public sealed class LaeaTests
{
    [Theory]
    [InlineData(50, 5, 3962.79945, 2999.71885)] // worked example of EPSG guidance note 7-2, method 9820
    [InlineData(52, 10, 4321, 3210)] // false origin of EPSG:3035
    public void Published_coordinates_of_EPSG_3035_are_met_within_a_metre(double latitude, double longitude, double x, double y)
    {
        var point = Laea.Project(latitude, longitude);
        Assert.InRange(point.X, x - 0.001, x + 0.001);
        Assert.InRange(point.Y, y - 0.001, y + 0.001);
    }

    [Theory]
    [InlineData(38, -8)]
    [InlineData(47, 25)]
    [InlineData(65, 20)]
    public void A_tenth_of_a_degree_has_its_true_area_wherever_it_lies(double latitude, double longitude)
    {
        var area = Area(latitude, longitude, 0.1);
        var truth = EllipsoidArea(latitude, 0.1);
        Assert.InRange(area / truth, 0.9998, 1.0002);
    }

    private static double Area(double latitude, double longitude, double step)
    {
        MapPoint[] ring = [Laea.Project(latitude, longitude), Laea.Project(latitude, longitude + step),
            Laea.Project(latitude + step, longitude + step), Laea.Project(latitude + step, longitude)];
        double twice = 0;
        for (var i = 0; i < 4; i++)
            twice += (ring[i].X * ring[(i + 1) % 4].Y) - (ring[(i + 1) % 4].X * ring[i].Y);
        return Math.Abs(twice / 2);
    }

    // Radii of curvature of GRS 80 in the middle of the cell: independent of the projection's own formulas.
    private static double EllipsoidArea(double latitude, double step)
    {
        const double A = 6378.137;
        const double E2 = 0.00669438002290;
        var phi = (latitude + (step / 2)) * Math.PI / 180;
        var w = 1 - (E2 * Math.Sin(phi) * Math.Sin(phi));
        var meridian = A * (1 - E2) / Math.Pow(w, 1.5);
        var normal = A / Math.Sqrt(w);
        var d = step * Math.PI / 180;
        return meridian * d * normal * Math.Cos(phi) * d;
    }
}
