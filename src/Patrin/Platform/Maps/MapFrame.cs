namespace Patrin.Platform.Maps;

/// <summary>
/// The part of Europe a picture shows. User units of the picture are CSS pixels at full size, since text is set in pixels.
/// </summary>
/// <param name="Left">West edge in kilometres of EPSG:3035.</param>
/// <param name="Top">North edge in kilometres.</param>
/// <param name="Scale">Pixels per kilometre.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record MapFrame(double Left, double Top, double Scale, int Width, int Height)
{
    // One pixel shows at least one kilometre: the outlines carry no more.
    private const double LargestScale = 1;

    /// <summary>
    /// Fits all marks into a width, with room for names around them. The height follows from the marks, between half the
    /// width and nine tenths of it. Without marks: the whole of Europe.
    /// </summary>
    public static MapFrame Fit(IReadOnlyList<MapMark> marks, int width = 920, int margin = 110)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var points = marks.Count == 0 ? [new MapPoint(2750, 1500), new MapPoint(6300, 5200)]
            : marks.Select(mark => Laea.Project(mark.Latitude, mark.Longitude)).ToArray();
        var (west, east) = (points.Min(p => p.X), points.Max(p => p.X));
        var (south, north) = (points.Min(p => p.Y), points.Max(p => p.Y));
        var room = Math.Max(1, width - (2 * margin));
        var rise = Math.Max(1, (width * 9 / 10) - (2 * margin));
        var scale = Math.Min(LargestScale, Math.Min(room / Math.Max(1, east - west), rise / Math.Max(1, north - south)));
        scale = Math.Floor(scale * 500) / 500;
        var height = (int)Math.Clamp(((north - south) * scale) + (2 * margin), width * 0.5, width * 0.9);
        return Centred((west + east) / 2, (south + north) / 2, scale, width, height);
    }

    /// <summary>A small map around one point, for a profile: how wide in kilometres, how large in pixels.</summary>
    public static MapFrame Around(double latitude, double longitude, int kilometres = 1300, int width = 380, int height = 300)
    {
        var point = Laea.Project(latitude, longitude);
        return Centred(point.X, point.Y, (double)width / kilometres, width, height);
    }

    /// <summary>A position in the picture.</summary>
    public MapPoint Place(MapPoint point) => new((point.X - Left) * Scale, (Top - point.Y) * Scale);

    /// <summary>A position in the picture for degrees.</summary>
    public MapPoint Place(double latitude, double longitude) => Place(Laea.Project(latitude, longitude));

    // Whole tens of kilometres, so that pictures of the same marks share their drawn outlines.
    private static MapFrame Centred(double x, double y, double scale, int width, int height) =>
        new(Math.Round((x - (width / scale / 2)) / 10) * 10, Math.Round((y + (height / scale / 2)) / 10) * 10, scale, width, height);
}
