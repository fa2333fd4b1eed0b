using Patrin.Modules.Twinning.Matching;

namespace Patrin.Modules.Twinning;

/// <summary>One proposed pair of a round, as rows that other pages can ask for by place.</summary>
public sealed class RoundPair
{
    public const int KeyMax = 120;

    public required Guid RoundId { get; init; }

    /// <summary>The key that comes first in ordinal order.</summary>
    public required string PlaceA { get; init; }

    public required string PlaceB { get; init; }

    /// <summary>In ten-thousandths: 10,000 is one hundred points.</summary>
    public required int Score { get; init; }

    /// <summary>The parts of the score as canonical JSON; they add up to <see cref="Score"/>.</summary>
    public required string Parts { get; init; }

    /// <summary>In how many of a thousand random weightings the pair stays in the best set.</summary>
    public required int SurvivalPerMille { get; init; }

    /// <summary>B is the partner that scores highest for A.</summary>
    public required bool IsFirstChoiceOfA { get; init; }

    public required bool IsFirstChoiceOfB { get; init; }

    /// <summary>Fixed by the rules, not chosen by the method.</summary>
    public required bool IsLocked { get; init; }

    internal static RoundPair Of(Guid round, PairResult pair) => new()
    {
        RoundId = round,
        PlaceA = pair.A,
        PlaceB = pair.B,
        Score = pair.Score,
        Parts = RoundJson.Write(pair.Parts),
        SurvivalPerMille = pair.SurvivalPerMille,
        IsFirstChoiceOfA = pair.FirstChoiceOfA,
        IsFirstChoiceOfB = pair.FirstChoiceOfB,
        IsLocked = pair.Locked,
    };
}

/// <summary>A place that the round leaves without a partner, with the reason and what would help.</summary>
public sealed class RoundUnmatched
{
    public const int MissingMax = 120;

    public required Guid RoundId { get; init; }

    public required string Place { get; init; }

    public required UnmatchedReason Reason { get; init; }

    /// <summary>What the profile lacks, as codes separated by spaces.</summary>
    public required string Missing { get; init; }

    internal static RoundUnmatched Of(Guid round, UnmatchedResult place) => new()
    {
        RoundId = round,
        Place = place.Place,
        Reason = place.Reason,
        Missing = string.Join(' ', place.Missing).ToUpperInvariant(),
    };
}
