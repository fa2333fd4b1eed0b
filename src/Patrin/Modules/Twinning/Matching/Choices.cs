namespace Patrin.Modules.Twinning.Matching;

/// <summary>What a place would choose if it alone decided.</summary>
/// <param name="Place">Key of the place.</param>
/// <param name="Choice">Its best pair that may be proposed; ties go to the first key.</param>
/// <param name="Score">Score of that pair.</param>
/// <param name="Granted">It is in the answer.</param>
/// <param name="Ranks">For each partner the place gets: the how-manieth choice it is (1 is the first).</param>
/// <param name="Cost">What granting it would cost the network and change.</param>
public sealed record FirstChoice(string Place, PairKey Choice, int Score, bool Granted, IReadOnlyList<int> Ranks, ForcedPair Cost)
{
    internal static IReadOnlyList<FirstChoice> Of(RoundView view, ForcedPairs forced)
    {
        var result = new List<FirstChoice>();
        foreach (var place in view.Round.Places)
        {
            var eligible = view.Choices(place.Key).Where(view.IsEligible).ToList();
            if (eligible.Count == 0)
                continue;
            var first = eligible[0];
            var ranks = view.Partners(place.Key).Select(p => 1 + view.Choices(place.Key).Count(c => c.Score > p.Score));
            result.Add(new FirstChoice(place.Key, first.Pair, first.Score, view.Chosen.Contains(first.Pair), [.. ranks.Order()], forced.Of(first.Pair)));
        }
        return result;
    }
}

/// <summary>Two places that would both rather have each other than (one of) the partners they got.</summary>
/// <param name="Pair">The two.</param>
/// <param name="Score">Score of the pair.</param>
/// <param name="WouldLeave">Partners that would be left for it.</param>
public sealed record BlockingPair(PairKey Pair, int Score, IReadOnlyList<PairKey> WouldLeave)
{
    internal static IReadOnlyList<BlockingPair> Of(RoundView view)
    {
        var result = new List<BlockingPair>();
        foreach (var candidate in view.Round.Problem.Candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Pair))
        {
            var excluded = view.Round.Rules.Exclusions.Contains(candidate.Pair);
            if (excluded || view.Chosen.Contains(candidate.Pair) || !view.IsEligible(candidate))
                continue;
            if (Leaves(view, candidate.Pair.A, candidate.Score) is { } one && Leaves(view, candidate.Pair.B, candidate.Score) is { } other)
                result.Add(new BlockingPair(candidate.Pair, candidate.Score, [.. one.Concat(other).Distinct().Order()]));
        }
        return result;
    }

    /// <summary>Nothing when it has room, its weakest unlocked partner when that scores less, null when it would not move.</summary>
    private static IReadOnlyList<PairKey>? Leaves(RoundView view, string place, int score)
    {
        var partners = view.Partners(place);
        if (partners.Count < view.Round.Rules.CapacityOf(place))
            return [];
        var weakest = partners.Where(p => !p.Locked).OrderBy(p => p.Score).ThenBy(p => p.Pair).FirstOrDefault();
        return weakest is not null && weakest.Score < score ? [weakest.Pair] : null;
    }
}

/// <summary>A place without a partner.</summary>
/// <param name="Place">Key of the place.</param>
/// <param name="Reason">Why.</param>
/// <param name="Gaps">What its profile lacks: what to add before the next round.</param>
/// <param name="Best">Its best pair, allowed or not by score, when there is any.</param>
/// <param name="BestScore">Score of that pair.</param>
/// <param name="Cost">What pairing the two would cost the network; null when the pair may not be proposed.</param>
public sealed record UnmatchedPlace(
    string Place, UnmatchedReason Reason, IReadOnlyList<ProfileGap> Gaps, PairKey? Best, int BestScore, ForcedPair? Cost)
{
    internal static IReadOnlyList<UnmatchedPlace> Of(RoundView view, ForcedPairs forced)
    {
        var result = new List<UnmatchedPlace>();
        foreach (var place in view.Round.Places.Where(p => view.Partners(p.Key).Count == 0))
        {
            var choices = view.Choices(place.Key);
            var eligible = choices.FirstOrDefault(view.IsEligible);
            var best = eligible ?? (choices.Count > 0 ? choices[0] : null);
            result.Add(new UnmatchedPlace(place.Key, Reasoned(view, place, choices, eligible), Knowledge.Gaps(place),
                best?.Pair, best?.Score ?? 0, eligible is null ? null : forced.Of(eligible.Pair)));
        }
        return result;
    }

    private static UnmatchedReason Reasoned(RoundView view, PlaceProfile place, IReadOnlyList<Candidate> choices, Candidate? eligible)
    {
        if (view.Round.Rules.CapacityOf(place.Key) < 1)
            return UnmatchedReason.TakesNone;
        if (eligible is not null)
            return UnmatchedReason.OthersFitBetter;
        if (choices.Count > 0 && Knowledge.TooLittle(place))
            return UnmatchedReason.TooLittleKnown;
        return choices.Count == 0 ? UnmatchedReason.NoCandidate : UnmatchedReason.BelowLeastScore;
    }
}

/// <summary>Why a place has no partner.</summary>
public enum UnmatchedReason
{
    /// <summary>We know too little about it: no need or no offer is stated.</summary>
    TooLittleKnown,

    /// <summary>Its profile is there, but no pair reaches the least score.</summary>
    BelowLeastScore,

    /// <summary>The border rule and the exclusions leave nobody.</summary>
    NoCandidate,

    /// <summary>It fits, but the network gains more from other pairs.</summary>
    OthersFitBetter,

    /// <summary>It takes no partner in this round.</summary>
    TakesNone
}
