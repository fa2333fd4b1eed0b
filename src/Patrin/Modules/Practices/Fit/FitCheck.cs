using System.Globalization;

namespace Patrin.Modules.Practices.Fit;

/// <summary>Whether a place's facts meet a precondition.</summary>
public enum FitAnswer
{
    /// <summary>No fact says so or otherwise. Never counted as met.</summary>
    Unknown,
    Met,
    NotMet,
}

/// <summary>A coded statement of a place with the claims it rests on.</summary>
public sealed record FitFact(string Code, IReadOnlyList<Guid> Claims);

/// <summary>A number of residents as one source gives it; an open end is null.</summary>
public sealed record FitResidents(decimal? Low, decimal? High, Guid Claim);

/// <summary>What is known about a place, as far as preconditions ask. What must not be told of a place is not in here.</summary>
public sealed record FitPlace
{
    public string Country { get; init; } = "";

    public string Type { get; init; } = "";

    public IReadOnlyList<FitFact> Challenges { get; init; } = [];

    public IReadOnlyList<FitFact> Offers { get; init; } = [];

    public IReadOnlyList<FitResidents> Residents { get; init; } = [];
}

/// <summary>One precondition with its answer and the claims that gave it; no claims where the register of places answers.</summary>
public sealed record FitLine(Precondition Condition, FitAnswer Answer, IReadOnlyList<Guid> Claims);

/// <summary>
/// Does it fit here? One answer per precondition, from facts alone, and no sum of them. A place that does not state a challenge
/// may still have it, so a missing statement is unknown and never "not met". Pure.
/// </summary>
public static class FitCheck
{
    public static IReadOnlyList<FitLine> Run(IReadOnlyList<Precondition> conditions, FitPlace place)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(place);
        return [.. conditions.Select(c => Of(c, place))];
    }

    private static FitLine Of(Precondition condition, FitPlace place) => condition.Kind switch
    {
        PreconditionKind.Challenge => Stated(condition, place.Challenges),
        PreconditionKind.Intervention => Stated(condition, place.Offers),
        PreconditionKind.PlaceType => Same(condition, place.Type),
        PreconditionKind.Country => Same(condition, place.Country),
        PreconditionKind.PopulationMin or PreconditionKind.PopulationMax => Residents(condition, place.Residents),
        _ => new(condition, FitAnswer.Unknown, []),
    };

    private static FitLine Stated(Precondition condition, IReadOnlyList<FitFact> facts)
    {
        var claims = facts.Where(f => Covers(condition.Value, f.Code)).SelectMany(f => f.Claims).Distinct().ToList();
        return new(condition, claims.Count > 0 ? FitAnswer.Met : FitAnswer.Unknown, claims);
    }

    /// <summary>"HOU-00" asks for any difficulty of its area; a place that states only the area does not answer a finer question.</summary>
    private static bool Covers(string asked, string stated) =>
        asked == stated || (asked.EndsWith("-00", StringComparison.Ordinal) && stated.StartsWith(asked[..^2], StringComparison.Ordinal));

    private static FitLine Same(Precondition condition, string known) =>
        new(condition, known.Length == 0 || condition.Value.Length == 0 ? FitAnswer.Unknown : known == condition.Value ? FitAnswer.Met : FitAnswer.NotMet, []);

    /// <summary>Sources may give ranges and may disagree: only where all of them answer alike is there an answer.</summary>
    private static FitLine Residents(Precondition condition, IReadOnlyList<FitResidents> figures)
    {
        var isMin = condition.Kind == PreconditionKind.PopulationMin;
        if (!decimal.TryParse(condition.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var bound) || figures.Count == 0)
            return new(condition, FitAnswer.Unknown, []);
        var answers = figures.Select(f => isMin ? AtLeast(f, bound) : AtMost(f, bound)).Distinct().ToList();
        return new(condition, answers is [var alike] ? alike : FitAnswer.Unknown, [.. figures.Select(f => f.Claim)]);
    }

    private static FitAnswer AtLeast(FitResidents f, decimal bound) =>
        f.Low >= bound ? FitAnswer.Met : f.High < bound ? FitAnswer.NotMet : FitAnswer.Unknown;

    private static FitAnswer AtMost(FitResidents f, decimal bound) =>
        f.High <= bound ? FitAnswer.Met : f.Low > bound ? FitAnswer.NotMet : FitAnswer.Unknown;
}
