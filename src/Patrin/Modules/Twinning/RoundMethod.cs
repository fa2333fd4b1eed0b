using Patrin.Modules.Twinning.Matching;
using Engine = Patrin.Modules.Twinning.Matching;

namespace Patrin.Modules.Twinning;

/// <summary>The one door between stored rounds and the matching engine. Pure: the same inputs give the same result.</summary>
public static class RoundMethod
{
    /// <summary>Random weightings that test how firm each pair is.</summary>
    public const int Tries = 500;

    public static string Version { get; } = "patrin-matching " + RoundReport.MethodVersion;

    /// <summary>The round as the engine knows it, with the score of every pair that may be proposed.</summary>
    public static Engine.Round Prepare(RoundInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var rules = inputs.Rules;
        return new Engine.Round([.. inputs.Places.Select(place => place.ToProfile())], new Engine.RoundRules
        {
            Weights = ScoreParts.Weights(rules.Weights),
            Capacities = rules.Capacities,
            AcrossBordersOnly = !rules.SameCountryAllowed,
            LeastScore = rules.Minimum,
            Locks = [.. rules.Locks.Select(pair => pair.Key)],
            Exclusions = [.. rules.Exclusions.Select(pair => pair.Key)],
            Limits = rules.CountryPairLimit is { } most ? [.. Limits(inputs, most)] : [],
        });
    }

    /// <summary>The best set of pairs and nothing else: fast enough to answer a visitor who moves the weights.</summary>
    public static BestPairs FindPairs(RoundInputs inputs)
    {
        var problem = Prepare(inputs).Problem;
        var result = Pairing.Solve(problem);
        return new BestPairs(
            result.Objective, Pairing.BestPairFirst(problem).Sum(pair => (long)pair.Score),
            [.. result.Pairs.Select(pair => ScoredPair.Of(pair.Pair, pair.Score))]);
    }

    /// <summary>The parts of the score of any two places of the round.</summary>
    public static IReadOnlyList<PartResult> Score(RoundInputs inputs, PlacePair pair)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(pair);
        var places = inputs.Places.Select(place => place.ToProfile()).ToList();
        var score = new Affinity(places, ScoreParts.Weights(inputs.Rules.Weights))
            .Score(places.Single(place => place.Key == pair.A), places.Single(place => place.Key == pair.B));
        return [.. score.Parts.Select(PartResult.Of)];
    }

    /// <summary>Everything a round has to say. The rules must be able to hold together.</summary>
    public static RoundResult WorkOut(RoundInputs inputs, int tries = Tries)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var report = RoundReport.Build(Prepare(inputs), tries, (ulong)(uint)inputs.Rules.Seed);
        if (report.Result.Status == PairingStatus.Infeasible)
            throw new InvalidOperationException("Rules that stand against each other must be refused before the round is worked out.");
        var firsts = report.FirstChoices.ToDictionary(choice => choice.Place, choice => choice.Choice, StringComparer.Ordinal);
        return new RoundResult
        {
            Method = Version,
            Rules = inputs.Rules,
            Places = [.. inputs.Places.Select(place => place.Key)],
            Objective = report.Result.Objective,
            Bound = report.Result.Bound,
            Greedy = new GreedyResult(report.BestPairFirst.Objective, [.. report.BestPairFirst.Pairs.Select(pair => ScoredPair.Of(pair.Pair, pair.Score))]),
            Tries = tries,
            Pairs = [.. report.Pairs.Select(pair => Pair(pair, firsts, tries))],
            Unmatched = [.. report.Unmatched.Select(place => new UnmatchedResult(
                place.Place, place.Reason, place.Gaps, place.Best is { } best ? ScoredPair.Of(best, place.BestScore) : null, place.Cost?.Loss))],
            FirstChoices = [.. report.FirstChoices.Select(choice => First(choice, report))],
            Blocking = [.. report.Blocking.Select(pair => ScoredPair.Of(pair.Pair, pair.Score))],
            Proof = ProofResult.Of(report.Result.Proof),
        };
    }

    private static PairResult Pair(ReportedPair pair, Dictionary<string, PairKey> firsts, int tries)
    {
        var key = new PairKey(pair.Score.A, pair.Score.B);
        return new PairResult
        {
            A = key.A,
            B = key.B,
            Score = pair.Score.Total,
            Parts = [.. pair.Score.Parts.Select(PartResult.Of)],
            Survived = pair.Survived,
            SurvivalPerMille = tries == 0 ? 0 : pair.Survived * 1000 / tries,
            FirstChoiceOfA = firsts.TryGetValue(key.A, out var a) && a == key,
            FirstChoiceOfB = firsts.TryGetValue(key.B, out var b) && b == key,
            Locked = pair.Locked,
        };
    }

    private static FirstChoiceResult First(FirstChoice choice, RoundReport report)
    {
        var gets = report.Result.Pairs.Where(pair => pair.Pair.Has(choice.Place)).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Pair).FirstOrDefault();
        return new FirstChoiceResult(
            choice.Place, ScoredPair.Of(choice.Choice, choice.Score), choice.Granted, gets is null ? null : ScoredPair.Of(gets.Pair, gets.Score),
            choice.Ranks, choice.Cost.Loss, [.. choice.Cost.BreaksUp.Select(PlacePair.Of)]);
    }

    private static IEnumerable<CountryPairLimit> Limits(RoundInputs inputs, int most)
    {
        var countries = inputs.Places.Select(place => place.Country).Distinct().Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < countries.Count; i++)
            for (var j = inputs.Rules.SameCountryAllowed ? i : i + 1; j < countries.Count; j++)
                yield return new CountryPairLimit(countries[i], countries[j], most);
    }
}

/// <summary>The best set of pairs under some weights, and what taking the best pair first would reach.</summary>
public sealed record BestPairs(long Objective, long GreedyObjective, IReadOnlyList<ScoredPair> Pairs);
