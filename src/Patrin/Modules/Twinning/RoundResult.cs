using System.Text.Json.Serialization;
using Patrin.Modules.Twinning.Matching;

namespace Patrin.Modules.Twinning;

/// <summary>
/// What a round found. All scores and sums are in ten-thousandths (10,000 is one hundred points), so that they add up
/// without rounding. The members stand in the order in which they are written.
/// </summary>
public sealed record RoundResult
{
    public const string FormatName = "patrin-match/1";

    public string Format { get; init; } = FormatName;

    /// <summary>Name and version of the method; another version may find other pairs.</summary>
    public required string Method { get; init; }

    public required RoundRules Rules { get; init; }

    /// <summary>Keys of the places that took part.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>The scores of all pairs together.</summary>
    public required long Objective { get; init; }

    /// <summary>No set of pairs under these rules can reach more.</summary>
    public required long Bound { get; init; }

    /// <summary>True when the bound equals the objective.</summary>
    public bool Proved => Objective == Bound;

    public required GreedyResult Greedy { get; init; }

    /// <summary>Random weightings that were tried for <see cref="PairResult.Survived"/>; 0 when none were.</summary>
    public required int Tries { get; init; }

    /// <summary>Best score first.</summary>
    public required IReadOnlyList<PairResult> Pairs { get; init; }

    public required IReadOnlyList<UnmatchedResult> Unmatched { get; init; }

    public required IReadOnlyList<FirstChoiceResult> FirstChoices { get; init; }

    /// <summary>Pairs in which both would rather have each other than what they got.</summary>
    public required IReadOnlyList<ScoredPair> Blocking { get; init; }

    /// <summary>Why no set of pairs can reach more than the bound.</summary>
    public required ProofResult? Proof { get; init; }
}

/// <summary>What taking the best pair first, then the next best, would give.</summary>
public sealed record GreedyResult(long Objective, IReadOnlyList<ScoredPair> Pairs);

public sealed record ScoredPair(string A, string B, int Score)
{
    [JsonIgnore]
    public PlacePair Pair => new(A, B);

    internal static ScoredPair Of(PairKey pair, int score) => new(pair.A, pair.B, score);
}

/// <summary>A proposed pair.</summary>
public sealed record PairResult
{
    public required string A { get; init; }

    public required string B { get; init; }

    /// <summary>The sum of the points of its parts.</summary>
    public required int Score { get; init; }

    public required IReadOnlyList<PartResult> Parts { get; init; }

    /// <summary>In how many of the tries the pair was in the best set.</summary>
    public required int Survived { get; init; }

    /// <summary>The same, of a thousand.</summary>
    public required int SurvivalPerMille { get; init; }

    public required bool FirstChoiceOfA { get; init; }

    public required bool FirstChoiceOfB { get; init; }

    public required bool Locked { get; init; }

    [JsonIgnore]
    public PlacePair Pair => new(A, B);
}

/// <summary>One part of a score.</summary>
/// <param name="Part">Its short name, as in the weights: <c>challenges</c>.</param>
/// <param name="Value">0 to 10,000. What is unknown adds nothing.</param>
/// <param name="Weight">In ten-thousandths.</param>
/// <param name="Points">What it adds to the score, in ten-thousandths.</param>
/// <param name="Facts">What it rests on.</param>
/// <param name="Unknowns">What the profiles lack for it.</param>
public sealed record PartResult(
    string Part, int Value, int Weight, int Points, IReadOnlyList<ScoreFact> Facts, IReadOnlyList<Unknown> Unknowns)
{
    internal static PartResult Of(ScorePart part) => new(
        ScoreParts.Name(part.Criterion), part.Value, part.Weight, part.Contribution, part.Facts, part.Unknowns);
}

/// <summary>A place without a partner.</summary>
/// <param name="Place">Its key.</param>
/// <param name="Reason">Why.</param>
/// <param name="Missing">What to add to the profile.</param>
/// <param name="Best">Its best partner that no rule bars, if any.</param>
/// <param name="CostOfBest">What all pairs together would lose if it got that partner; null when the pair may not be proposed.</param>
public sealed record UnmatchedResult(string Place, UnmatchedReason Reason, IReadOnlyList<ProfileGap> Missing, ScoredPair? Best, long? CostOfBest);

/// <summary>A place's own first choice, and what it would cost all the others.</summary>
/// <param name="Place">Its key.</param>
/// <param name="Choice">The partner that scores highest for it among those that may be proposed.</param>
/// <param name="Granted">The round proposes it.</param>
/// <param name="Gets">The best partner that the round proposes for it; null for none.</param>
/// <param name="Ranks">The how-manieth choice each of its partners is.</param>
/// <param name="Cost">What all pairs together would lose if it got its choice; null when the fixed pairs do not allow it.</param>
/// <param name="BreaksUp">Proposed pairs that would go.</param>
public sealed record FirstChoiceResult(
    string Place, ScoredPair Choice, bool Granted, ScoredPair? Gets, IReadOnlyList<int> Ranks, long? Cost, IReadOnlyList<PlacePair> BreaksUp);

/// <summary>
/// The proof of the bound: prices (in half ten-thousandths) that no set of pairs can outdo, or two cases that leave
/// nothing out. docs/formats-matching.md says how to check it.
/// </summary>
public sealed record ProofResult
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, int>? PlacePrices { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OddSetResult>? Sets { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? LimitPrices { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlacePair>? Marked { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlacePair? Case { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProofResult? Taken { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProofResult? Dropped { get; init; }

    internal static ProofResult? Of(Proof? proof) => proof switch
    {
        PriceProof prices => new ProofResult
        {
            PlacePrices = new(prices.PlacePrices.ToDictionary(), StringComparer.Ordinal),
            Sets = [.. prices.Sets.Select(set => new OddSetResult(set.Within, set.Places, set.Turned is { } turned ? PlacePair.Of(turned) : null, set.Price))],
            LimitPrices = prices.LimitPrices,
            Marked = [.. prices.Marked.Select(PlacePair.Of)],
        },
        CaseProof cases => new ProofResult { Case = PlacePair.Of(cases.Pair), Taken = Of(cases.Taken), Dropped = Of(cases.Dropped) },
        _ => null,
    };
}

/// <summary>An odd set of places in a proof.</summary>
/// <param name="Within">Index of the smallest set that holds this one, or -1.</param>
/// <param name="Places">Places that are in no set inside it.</param>
/// <param name="Turned">A pair across its border, or null.</param>
/// <param name="Price">In half ten-thousandths.</param>
public sealed record OddSetResult(int Within, IReadOnlyList<string> Places, PlacePair? Turned, int Price);
