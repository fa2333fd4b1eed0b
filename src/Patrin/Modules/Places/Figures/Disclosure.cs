using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Places.Figures;

/// <summary>
/// Keeps small numbers of people from leaving the server (domain.md 7.4): a count below <see cref="Threshold"/> is
/// replaced by "fewer than 10", and so is a number from which a small one could be worked out by subtraction.
/// Pages, JSON and CSV see only what comes out of here, so that all outlets hide alike.
/// </summary>
public static class Disclosure
{
    /// <summary>People; counts from 1 to one below this are small. Zero is what a source says, and stays.</summary>
    public const int Threshold = 10;

    /// <summary>A rate of fewer people than this is not worked out.</summary>
    public const int SmallestBase = 20;

    /// <summary>A rate of fewer people than this carries a warning.</summary>
    public const int ShakyBase = 50;

    /// <summary>The same figures, those that must not be told without their numbers.</summary>
    public static IReadOnlyList<Figure> Protect(IReadOnlyList<Figure> figures)
    {
        var hidden = figures.Where(IsSmallCount).ToDictionary(f => f.Claim, _ => Protection.Small);
        foreach (var whole in figures.Where(f => f is { IsWholePlace: true, IsPeople: true } && Size(f) is not null && !hidden.ContainsKey(f.Claim)))
        {
            HideSmallRemainders(figures, whole, hidden);
            HideSecondPart(figures, whole, hidden);
            HideTellingShares(figures, whole, hidden);
        }

        return [.. figures.Select(f => hidden.TryGetValue(f.Claim, out var why) ? f with { Low = null, High = null, About = false, Protected = why } : WithoutSmallEnd(f))];
    }

    public static bool IsSmall(decimal people) => people is > 0 and < Threshold;

    /// <summary>A count is small when even its upper end is, or when its lower end is and no upper one is given.</summary>
    private static bool IsSmallCount(Figure f) => f.IsPeople && Size(f) is { } size && IsSmall(size);

    private static decimal? Size(Figure f) => f.High ?? f.Low;

    /// <summary>Total minus part would be a small number: of residents who are not Roma, or of Roma residents outside a part.</summary>
    private static void HideSmallRemainders(IReadOnlyList<Figure> figures, Figure whole, Dictionary<Guid, Protection> hidden)
    {
        foreach (var part in figures.Where(f => IsPartOf(f, whole) && !hidden.ContainsKey(f.Claim)))
        {
            if (IsSmall(Size(whole)!.Value - Size(part)!.Value))
                hidden[part.Claim] = Protection.WouldReveal;
        }
    }

    /// <summary>A single hidden part could be found as the rest of its total: the smallest other part is hidden with it.</summary>
    private static void HideSecondPart(IReadOnlyList<Figure> figures, Figure whole, Dictionary<Guid, Protection> hidden)
    {
        if (whole.Kind != ClaimKind.RomaPopulation)
            return;
        var parts = figures.Where(f => IsPartOf(f, whole)).ToList();
        if (parts.Count(p => hidden.ContainsKey(p.Claim)) == 1 && parts.Where(p => !hidden.ContainsKey(p.Claim)).MinBy(Size) is { } second)
            hidden[second.Claim] = Protection.WouldReveal;
    }

    /// <summary>A stated percentage that amounts to a small number of residents is that small number in disguise.</summary>
    private static void HideTellingShares(IReadOnlyList<Figure> figures, Figure whole, Dictionary<Guid, Protection> hidden)
    {
        if (whole.Kind != ClaimKind.Population)
            return;
        foreach (var share in figures.Where(f => f is { Kind: ClaimKind.RomaShare, IsWholePlace: true } && Size(f) is not null))
        {
            var people = Size(share)!.Value * Size(whole)!.Value / 100m;
            if (IsSmall(people) || IsSmall(Size(whole)!.Value - people))
                hidden[share.Claim] = Protection.WouldReveal;
        }
    }

    /// <summary>"5 to 15" becomes "at most 15".</summary>
    private static Figure WithoutSmallEnd(Figure f) => f is { IsPeople: true, Low: { } low, High: not null } && IsSmall(low) ? f with { Low = null } : f;

    private static bool IsPartOf(Figure part, Figure whole) =>
        part is { IsPeople: true } && Size(part) is not null && part.Claim != whole.Claim && (whole.Kind, part.Kind) switch
        {
            (ClaimKind.Population, ClaimKind.RomaPopulation) => part.CountsWholePlace,
            (ClaimKind.RomaPopulation, ClaimKind.RomaPopulation or ClaimKind.SubPlace) => part.Scope == ClaimScope.PartOfPlace,
            _ => false,
        };
}
