using Patrin.Modules.Places.Contracts;

namespace Patrin.Modules.Practices.Fit;

/// <summary>Makes the facts of a place ready for the check, without those that must not be told of one place (domain.md 7.4).</summary>
public static class FitPlaces
{
    public static FitPlace Of(PlaceCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new()
        {
            Country = card.Country,
            Type = card.Type,
            Challenges = Facts(card.Challenges),
            Offers = Facts(card.Offers),
            Residents = [.. card.Population.Select(p => new FitResidents(p.Low, p.High, p.Claim))],
        };
    }

    /// <summary>Statements on family life, addiction and public order never answer for a single place; those on papers do.</summary>
    private static IReadOnlyList<FitFact> Facts(IEnumerable<CodedFact> facts) =>
        [.. facts.Where(f => !f.IsSensitive || f.Code.StartsWith("CIV-", StringComparison.Ordinal)).Select(f => new FitFact(f.Code, f.Claims))];
}
