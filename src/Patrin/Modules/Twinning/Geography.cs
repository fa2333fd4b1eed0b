namespace Patrin.Modules.Twinning;

/// <summary>Distances for people who plan a visit.</summary>
public static class Geography
{
    private const double EarthRadiusKm = 6371;

    /// <summary>Kilometres in a straight line between two points in degrees, by the haversine formula.</summary>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var dLat = double.DegreesToRadians(latitude2 - latitude1);
        var dLon = double.DegreesToRadians(longitude2 - longitude1);
        var h = Math.Pow(Math.Sin(dLat / 2), 2) +
            (Math.Cos(double.DegreesToRadians(latitude1)) * Math.Cos(double.DegreesToRadians(latitude2)) * Math.Pow(Math.Sin(dLon / 2), 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>The distance of two places in tens of kilometres; null when a point is unknown.</summary>
    public static int? RoundedKilometres(ProfileSnapshot a, ProfileSnapshot b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return (a.Latitude, a.Longitude, b.Latitude, b.Longitude) is ({ } lat1, { } lon1, { } lat2, { } lon2)
            ? (int)(Math.Round(Kilometres(lat1, lon1, lat2, lon2) / 10) * 10)
            : null;
    }
}
