using Patrin.Modules.Twinning.Matching;

namespace Patrin.Benchmarks.Matching;

/// <summary>
/// Rounds as they could be: skewed countries, needs that many share, some places of origin and of arrival. Each place keeps its best
/// candidates among at most 400 looked at; 60 % take one partner, 25 % two, 15 % three; 1 % carry a lock, 2 % of the pairs are excluded.
/// </summary>
internal static class MatchingInstances
{
    private const int Looked = 400;
    private const int Challenges = 49;
    private const int Interventions = 36;

    /// <summary>The same numbers give the same round on every machine.</summary>
    public static PairingProblem Create(int places, int kept = 60, int seed = 1)
    {
        var random = new SplitMix((ulong)(seed * 1_000_003L + places));
        var all = Enumerable.Range(0, places).Select(i => Draw(i, random)).ToArray();
        var rarity = Rarities(all);
        var scores = new Dictionary<PairKey, int>();
        var best = new PairKey?[places];
        for (var i = 0; i < places; i++)
        {
            var candidates = Partners(i, places, random).Where(j => j != i && all[j].Country != all[i].Country).Distinct()
                .Select(j => (Score: Score(all[i], all[j], rarity), j)).Where(c => c.Score > 0)
                .OrderByDescending(c => c.Score).ThenBy(c => c.j).Take(kept).ToList();
            foreach (var (score, j) in candidates)
                scores[new PairKey(Key(i), Key(j))] = score;
            best[i] = candidates.Count > 0 ? new PairKey(Key(i), Key(candidates[0].j)) : null;
        }
        return WithRules(all, scores, best, random);
    }

    private static PairingProblem WithRules(Place[] all, Dictionary<PairKey, int> scores, PairKey?[] best, SplitMix random)
    {
        var locks = new List<PairKey>();
        var used = new HashSet<string>();
        for (var i = 0; i < Math.Max(1, all.Length / 100); i++)
            if (best[random.Next(all.Length)] is { } pair && !used.Contains(pair.A) && !used.Contains(pair.B))
            {
                used.Add(pair.A);
                used.Add(pair.B);
                locks.Add(pair);
            }
        var locked = locks.ToHashSet();
        var pairs = scores.Keys.Order().ToList();
        return new PairingProblem
        {
            Places = [.. all.Select((p, i) => new PairingPlace(Key(i), p.Country.ToString(System.Globalization.CultureInfo.InvariantCulture), Capacity(random)))],
            Candidates = [.. pairs.Select(p => new Candidate(p, scores[p]))],
            Locks = locks,
            Exclusions = [.. pairs.Where(p => !locked.Contains(p) && random.Next(50) == 0)],
            AcrossBordersOnly = true
        };
    }

    private static int Capacity(SplitMix random) => random.Next(100) switch { < 60 => 1, < 85 => 2, _ => 3 };

    private static string Key(int place) => place.ToString("D7", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<int> Partners(int place, int places, SplitMix random) =>
        places <= Looked + 1 ? Enumerable.Range(0, places) : Enumerable.Range(0, Looked).Select(_ => random.Next(places));

    private static Place Draw(int index, SplitMix random) => new(
        Skewed(random, 15), Math.Exp(10.3 + 1.2 * Normal(random)), Pick(random, Challenges, 3, 8, 0),
        Pick(random, Interventions, 1, 5, 0), Pick(random, Interventions, 0, 5, 11), random.Next(100) < 45, random.Next(12));

    private static int Skewed(SplitMix random, int count) => (int)(count * Math.Pow(Unit(random), 1.7));

    private static double Unit(SplitMix random) => random.Next(1_000_000) / 1e6;

    private static double Normal(SplitMix random) => Enumerable.Range(0, 12).Sum(_ => Unit(random)) - 6;

    /// <summary>Codes of a list in which the first are wanted by many.</summary>
    private static HashSet<int> Pick(SplitMix random, int codes, int least, int most, int shift)
    {
        var picked = new HashSet<int>();
        for (var i = least + random.Next(most - least + 1); i > 0; i--)
            picked.Add((Math.Max(0, (int)Math.Pow(codes, Unit(random)) - 1) * 7 + shift) % codes);
        return picked;
    }

    private static (double[] Challenge, double[] Need) Rarities(Place[] all)
    {
        double[] Of(int codes, Func<Place, HashSet<int>> list) =>
            [.. Enumerable.Range(0, codes).Select(c => Math.Log(1 + (double)all.Length / Math.Max(1, all.Count(p => list(p).Contains(c)))))];
        return (Of(Challenges, p => p.Challenges), Of(Interventions, p => p.Needs));
    }

    private static int Score(Place a, Place b, (double[] Challenge, double[] Need) rarity)
    {
        var score = .30 * Overlap(a.Challenges, b.Challenges, rarity.Challenge) + .15 * Overlap(a.Needs, b.Needs, rarity.Need)
            + .15 * Met(a, b, rarity.Need) + .15 * Met(b, a, rarity.Need) + .10 * Math.Min(a.Size, b.Size) / Math.Max(a.Size, b.Size);
        if (a.Origin != b.Origin && (a.Language + b.Language) % 4 == 0)
            score += .15;
        return (int)Math.Round(10_000 * score);
    }

    private static double Overlap(HashSet<int> a, HashSet<int> b, double[] rarity)
    {
        var shared = a.Where(b.Contains).Sum(c => rarity[c]);
        return shared == 0 ? 0 : shared / Math.Sqrt(a.Sum(c => rarity[c]) * b.Sum(c => rarity[c]));
    }

    private static double Met(Place learner, Place teacher, double[] rarity) =>
        learner.Needs.Where(teacher.Offers.Contains).Sum(c => rarity[c]) / learner.Needs.Sum(c => rarity[c]);

    private sealed record Place(int Country, double Size, HashSet<int> Challenges, HashSet<int> Needs, HashSet<int> Offers, bool Origin, int Language);
}
