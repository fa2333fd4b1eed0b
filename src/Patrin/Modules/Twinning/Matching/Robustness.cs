namespace Patrin.Modules.Twinning.Matching;

/// <summary>
/// How often pairs are in the best set when the weights move: half of each weight stays, the other half is dealt out again by
/// chance among the criteria that count. The draw depends on the seed alone.
/// </summary>
/// <param name="Tries">How many weightings were drawn.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Counts">Every pair that was in the best set at least once, most often first.</param>
public sealed record Robustness(int Tries, ulong Seed, IReadOnlyList<SurvivingPair> Counts)
{
    public static Robustness None { get; } = new(0, 0, []);

    public int Survived(PairKey pair) => Counts.FirstOrDefault(c => c.Pair == pair)?.Times ?? 0;

    internal static Robustness Draw(Round round, PairingResult result, int tries, ulong seed, SolveLimits? limits)
    {
        var counts = new Dictionary<PairKey, int>();
        var random = new SplitMix(seed);
        for (var i = 0; i < tries; i++)
        {
            var problem = round.Reweighted(Shaken(round.Rules.Weights, random));
            foreach (var pair in Pairing.Solve(problem, limits).Pairs)
                counts[pair.Pair] = counts.GetValueOrDefault(pair.Pair) + 1;
        }
        var proposed = result.Pairs.Select(p => p.Pair).ToHashSet();
        return new Robustness(tries, seed, [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key)
            .Select(c => new SurvivingPair(c.Key, c.Value, proposed.Contains(c.Key)))]);
    }

    /// <summary>One draw. The sum of the weights stays the same up to rounding.</summary>
    public static AffinityWeights Shaken(AffinityWeights weights, SplitMix random)
    {
        var chances = Criteria.All.Select(c => (long)weights.Of(c) * (1 + random.Next(1_000_000))).ToList();
        var all = Math.Max(1, chances.Sum());
        return AffinityWeights.FromList([.. Criteria.All.Select((c, i) =>
            (int)(weights.Of(c) / 2 + (Int128)weights.Sum * chances[i] / (2 * all)))]);
    }
}

/// <summary>A pair that was in the best set of some weighting.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Times">In how many of the tries.</param>
/// <param name="Proposed">It is in the answer under the weights of the round.</param>
public sealed record SurvivingPair(PairKey Pair, int Times, bool Proposed);

/// <summary>A small random generator of our own (SplitMix64), because a seed must mean the same in every version of the runtime.</summary>
public sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong NextWord()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below - 1.</summary>
    public int Next(int below) => (int)(((UInt128)NextWord() * (ulong)below) >> 64);
}
