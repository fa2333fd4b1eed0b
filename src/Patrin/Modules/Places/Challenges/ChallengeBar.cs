using System.Globalization;

namespace Patrin.Modules.Places.Challenges;

/// <summary>The width of a bar as an SVG percentage.</summary>
public static class ChallengeBar
{
    public static string Width(int part, int all) => (all == 0 ? 0 : part * 100.0 / all).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
