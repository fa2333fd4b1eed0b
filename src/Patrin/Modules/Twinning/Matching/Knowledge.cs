namespace Patrin.Modules.Twinning.Matching;

/// <summary>The rule of minimum information: without a need or without an offer we know too little to propose with confidence.</summary>
public static class Knowledge
{
    private static readonly ProfileGap[] All = Enum.GetValues<ProfileGap>();

    /// <summary>Everything the profile lacks, so that a page can say what to add.</summary>
    public static IReadOnlyList<ProfileGap> Gaps(PlaceProfile place) => [.. All.Where(g => Lacks(place, g))];

    /// <summary>No need or no offer: the page says "we know too little about" the place.</summary>
    public static bool TooLittle(PlaceProfile place) => place.Needs.Count == 0 || place.Offers.Count == 0;

    public static bool Lacks(PlaceProfile place, ProfileGap gap) => gap switch
    {
        ProfileGap.Challenges => place.Challenges.Count == 0,
        ProfileGap.Needs => place.Needs.Count == 0,
        ProfileGap.Offers => place.Offers.Count == 0,
        ProfileGap.Population => place.Population is not > 0,
        ProfileGap.Languages => place.Languages.Count == 0,
        ProfileGap.Movement => !place.IsOrigin && !place.IsDestination && place.Links.Count == 0,
        _ => throw new ArgumentOutOfRangeException(nameof(gap))
    };
}
