namespace Patrin.Modules.Documents;

/// <summary>Small numbers of people, which the public does not see (domain.md 7.4): neither the number nor its passage.</summary>
public static class SmallCounts
{
    public const int Threshold = 10;

    public static bool IsSmall(Claim claim) => claim.Unit == "PERSONS" && (claim.High ?? claim.Low) is > 0 and < Threshold;
}
