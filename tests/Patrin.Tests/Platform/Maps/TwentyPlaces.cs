using Patrin.Platform.Maps;

namespace Patrin.Tests.Platform.Maps;

/// <summary>The twenty places of "For Roma, with Roma" as a crowded real example: five of them lie within 120 km.</summary>
internal static class TwentyPlaces
{
    public static MapPicture Picture { get; } = new("Twenty places", "The table below holds the same facts.", [
        Point("aitos", "Aytos", 42.70, 27.25, 2), Point("anderlecht", "Anderlecht", 50.84, 4.31, 3), Point("berlin", "Berlin", 52.52, 13.41, 5),
        County("bistrita-nasaud", "Bistrița-Năsăud", 47.13, 24.50, 5355), Point("blere", "Bléré", 47.33, 0.99, 1),
        Point("bologna", "Bologna", 44.49, 11.34, 4), County("cluj", "Cluj", 46.77, 23.60, 6674),
        Point("east-gothenburg", "East Gothenburg", 57.75, 12.03, 2), Point("hamm", "Hamm", 51.68, 7.82, 3, stated: true),
        County("harghita", "Harghita", 46.35, 25.80, 6639), Point("karvina", "Karviná", 49.85, 18.54, 3, stated: true),
        Point("kisvarda", "Kisvárda", 48.22, 22.08, 2, stated: true), Point("kosice-saca", "Košice-Šaca", 48.63, 21.17, 1),
        Point("nagykallo", "Nagykálló", 47.87, 21.84, 1, stated: true), Point("presov", "Prešov", 49.00, 21.24, 3, stated: true),
        Point("samokov", "Samokov", 42.34, 23.56, 2, stated: true), Point("strasbourg", "Strasbourg", 48.58, 7.75, 0),
        Point("torrent", "Torrent", 39.44, -0.47, 3, stated: true), Point("trikala", "Trikala", 39.55, 21.77, 3),
        Point("tundzha", "Tundzha", 42.32, 26.48, 2),
    ])
    {
        Members = ["BE", "BG", "CZ", "DE", "ES", "FR", "GR", "HU", "IT", "RO", "SE", "SK"],
    };

    private static MapMark Point(string key, string name, double latitude, double longitude, int size, bool stated = false) =>
        new(key, name, latitude, longitude)
        {
            Size = size, Stated = stated, TintClass = "a-HOU", Href = "/places/" + key, Title = name + ": " + (stated ? "stated" : "not stated"),
        };

    private static MapMark County(string key, string name, double latitude, double longitude, double area) =>
        Point(key, name, latitude, longitude, 4) with { Shape = MarkShape.Hexagon, AreaKm2 = area };
}
