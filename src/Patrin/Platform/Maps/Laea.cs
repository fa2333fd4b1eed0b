namespace Patrin.Platform.Maps;

/// <summary>A point on the projected map, in kilometres of EPSG:3035 (east, north).</summary>
public readonly record struct MapPoint(double X, double Y);

/// <summary>
/// Lambert azimuthal equal-area on GRS 80, centre 52° N 10° E, false origin 4321 km east, 3210 km north: EPSG:3035, the
/// projection of European statistics. Equal area, so that what looks twice as large is. Formulas: EPSG guidance note 7-2,
/// method 9820.
/// </summary>
public static class Laea
{
    private const double SemiMajor = 6378.137;
    private const double Flattening = 1 / 298.257222101;
    private const double FalseEast = 4321;
    private const double FalseNorth = 3210;
    private const double Radians = Math.PI / 180;

    private static readonly double E2 = Flattening * (2 - Flattening);
    private static readonly double E = Math.Sqrt(E2);
    private static readonly double Pole = Q(Math.PI / 2);
    private static readonly double CentreBeta = Beta(52 * Radians);
    private static readonly double AuthalicRadius = SemiMajor * Math.Sqrt(Pole / 2);
    private static readonly double D = SemiMajor * Math.Cos(52 * Radians)
        / (Math.Sqrt(1 - (E2 * Square(Math.Sin(52 * Radians)))) * AuthalicRadius * Math.Cos(CentreBeta));

    /// <summary>Projects degrees of WGS 84 (equal to ETRS 89 within a metre) to kilometres.</summary>
    public static MapPoint Project(double latitude, double longitude)
    {
        var beta = Beta(latitude * Radians);
        var (sinBeta, cosBeta) = Math.SinCos(beta);
        var (sinCentre, cosCentre) = Math.SinCos(CentreBeta);
        var (sinLon, cosLon) = Math.SinCos((longitude - 10) * Radians);
        var b = AuthalicRadius * Math.Sqrt(2 / (1 + (sinCentre * sinBeta) + (cosCentre * cosBeta * cosLon)));
        return new MapPoint(
            FalseEast + (b * D * cosBeta * sinLon),
            FalseNorth + (b / D * ((cosCentre * sinBeta) - (sinCentre * cosBeta * cosLon))));
    }

    private static double Beta(double phi) => Math.Asin(Q(phi) / Pole);

    private static double Q(double phi)
    {
        var s = Math.Sin(phi);
        return (1 - E2) * ((s / (1 - (E2 * s * s))) - (Math.Log((1 - (E * s)) / (1 + (E * s))) / (2 * E)));
    }

    private static double Square(double value) => value * value;
}
