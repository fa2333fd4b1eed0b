namespace Patrin.Modules.Places.Figures;

/// <summary>Why no share is worked out.</summary>
public enum ShareRefusal
{
    /// <summary>The count is for another area than the place.</summary>
    OtherArea,

    /// <summary>Citizens or arrivals were counted, not Roma.</summary>
    NotRoma,

    /// <summary>Only certain settlements were counted.</summary>
    PartOnly,

    /// <summary>No source gives the number of residents of the whole place.</summary>
    NoResidents,

    /// <summary>The two numbers are from different years.</summary>
    OtherYear,

    /// <summary>One of the two has a year, the other has none.</summary>
    YearMissing,

    /// <summary>Neither has a year and they come from different documents.</summary>
    UndatedElsewhere,

    /// <summary>Too few people for a rate.</summary>
    TooFew,

    /// <summary>A checked correction says that the two numbers do not belong together.</summary>
    Corrected,

    /// <summary>The number itself is protected.</summary>
    Protected,
}

/// <summary>A percentage worked out by us: never a fact of its own, always shown with its formula.</summary>
/// <param name="Low">Lower end in percent; null when only an upper one follows.</param>
/// <param name="High">Upper end in percent; null when only a lower one follows.</param>
/// <param name="About">One of the two numbers is "about".</param>
/// <param name="Part">The count above the line.</param>
/// <param name="Whole">The residents below the line.</param>
/// <param name="Undated">Neither has a year; both stand in one document.</param>
/// <param name="Shaky">From 20 to 49 people.</param>
public sealed record Share(decimal? Low, decimal? High, bool About, Figure Part, Figure Whole, bool Undated, bool Shaky);

/// <summary>A number of people worked out from a stated share.</summary>
public sealed record DerivedCount(decimal People, Figure Share, Figure Whole, bool Undated);

/// <summary>A share, or the reason why there is none. Exactly one is set.</summary>
public sealed record ShareAnswer(Share? Share, ShareRefusal? Refusal)
{
    public static ShareAnswer No(ShareRefusal why) => new(null, why);
}

/// <summary>
/// Decides whether two numbers may be divided (domain.md 7.2): both about the whole place, and of the same year, or
/// both undated in the same document. Everything else is refused with a reason.
/// </summary>
public static class Shares
{
    /// <param name="count">A count of Roma residents, already through <see cref="Disclosure"/>.</param>
    /// <param name="population">All figures of residents.</param>
    /// <param name="blocked">Counts that a correction keeps from being divided.</param>
    public static ShareAnswer Of(Figure count, IReadOnlyList<Figure> population, IReadOnlyCollection<decimal> blocked)
    {
        if (OwnRefusal(count, blocked) is { } refusal)
            return ShareAnswer.No(refusal);
        var whole = population.Where(p => p is { IsWholePlace: true, Protected: Protection.No }).ToList();
        if (whole.Count == 0)
            return ShareAnswer.No(ShareRefusal.NoResidents);
        var partner = whole.OrderByDescending(p => p.IsPreferred).FirstOrDefault(p => Fit(count, p) is null);
        if (partner is null)
            return ShareAnswer.No(Fit(count, whole[0])!.Value);
        var people = partner.Low ?? partner.High ?? 0;
        return people < Disclosure.SmallestBase ? ShareAnswer.No(ShareRefusal.TooFew) : new ShareAnswer(Divide(count, partner, people), null);
    }

    /// <summary>A stated share of the residents, turned into people; null unless both fit.</summary>
    public static DerivedCount? Count(Figure share, IReadOnlyList<Figure> population)
    {
        if (share is not { IsWholePlace: true, Unit: "PERCENT", Low: { } percent } || share.High != percent)
            return null;
        var whole = population.FirstOrDefault(p => p is { IsWholePlace: true, Protected: Protection.No, Low: not null } && p.High == p.Low && Fit(share, p) is null);
        if (whole is null)
            return null;
        var people = Math.Round(percent * whole.Low!.Value / 100m, MidpointRounding.AwayFromZero);
        return Disclosure.IsSmall(people) || Disclosure.IsSmall(whole.Low.Value - people) ? null : new DerivedCount(people, share, whole, share.Year is null);
    }

    private static ShareRefusal? OwnRefusal(Figure count, IReadOnlyCollection<decimal> blocked) => count switch
    {
        { Protected: not Protection.No } => ShareRefusal.Protected,
        { IsProxy: true } => ShareRefusal.NotRoma,
        { IsWholePlace: false } => ShareRefusal.OtherArea,
        { CountsWholePlace: false } => ShareRefusal.PartOnly,
        { Low: { } low } when blocked.Contains(low) => ShareRefusal.Corrected,
        _ => null,
    };

    /// <summary>Null when both may stand above and below one line.</summary>
    private static ShareRefusal? Fit(Figure part, Figure whole) => (part.Year, whole.Year) switch
    {
        (null, null) => part.Document == whole.Document ? null : ShareRefusal.UndatedElsewhere,
        ({ } a, { } b) => a == b && part.YearTo == whole.YearTo ? null : ShareRefusal.OtherYear,
        _ => ShareRefusal.YearMissing,
    };

    private static Share Divide(Figure part, Figure whole, decimal people) => new(
        part.Low is { } low && whole.High is { } most and > 0 ? Percent(low, most) : null,
        part.High is { } high && whole.Low is { } least and > 0 ? Percent(high, least) : null,
        part.About || whole.About, part, whole, part.Year is null, people < Disclosure.ShakyBase);

    private static decimal Percent(decimal part, decimal whole) => Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero);
}
