using Patrin.Modules.Twinning.Matching;

namespace Patrin.Tests.Modules.Twinning.Matching;

/// <summary>Small random problems with every kind of rule, and the best answer found by trying everything.</summary>
internal static class RandomRounds
{
    public static PairingProblem Draw(int seed, bool withLimits = false, int mostPlaces = 9, int mostCandidates = 17)
    {
        var random = new SplitMix((ulong)seed);
        var places = Enumerable.Range(0, 2 + random.Next(mostPlaces - 1))
            .Select(i => new PairingPlace($"P{i:00}", "ABC".Substring(random.Next(3), 1), 1 + random.Next(3))).ToList();
        var density = 20 + random.Next(81);
        var topScore = new[] { 4, 40, 10_000 }[random.Next(3)];
        var across = random.Next(2) == 0;
        var candidates = new List<Candidate>();
        for (var i = 0; i < places.Count; i++)
            for (var j = i + 1; j < places.Count; j++)
                if (random.Next(100) < density && candidates.Count < mostCandidates)
                    candidates.Add(new Candidate(new PairKey(places[i].Key, places[j].Key), random.Next(topScore)));
        return new PairingProblem
        {
            Places = places,
            Candidates = candidates,
            AcrossBordersOnly = across,
            LeastScore = random.Next(3) == 0 ? topScore / 4 : 0,
            Locks = [.. candidates.Where(_ => random.Next(12) == 0).Select(c => c.Pair)],
            Exclusions = [.. candidates.Where(_ => random.Next(10) == 0).Select(c => c.Pair)],
            LeftOut = [.. places.Where(_ => random.Next(15) == 0).Select(p => p.Key)],
            Limits = withLimits ? [new("A", "B", random.Next(3)), new("B", "C", random.Next(4)), new("A", "A", random.Next(3))] : []
        };
    }

    /// <summary>The same problem with every list in another order and every pair named the other way round.</summary>
    public static PairingProblem Shuffle(PairingProblem problem, int seed)
    {
        var random = new SplitMix((ulong)seed);
        List<T> Mixed<T>(IEnumerable<T> items) => [.. items.Select(i => (random.NextWord(), i)).OrderBy(x => x.Item1).Select(x => x.i)];
        return problem with
        {
            Places = Mixed(problem.Places),
            Candidates = Mixed(problem.Candidates.Select(c => c with { Pair = new PairKey(c.Pair.B, c.Pair.A) })),
            Locks = Mixed(problem.Locks),
            Exclusions = Mixed(problem.Exclusions),
            LeftOut = Mixed(problem.LeftOut)
        };
    }

    /// <summary>The largest sum of scores, or null when the rules contradict each other.</summary>
    public static long? Best(PairingProblem problem)
    {
        var country = problem.Places.ToDictionary(p => p.Key, p => p.Country);
        var room = problem.Places.ToDictionary(p => p.Key, p => p.Capacity);
        var used = problem.Limits.ToDictionary(l => l, _ => 0);
        return Try(0);

        long? Try(int index)
        {
            if (index == problem.Candidates.Count)
                return used.All(u => u.Value <= u.Key.Most) ? 0 : null;
            var candidate = problem.Candidates[index];
            var locked = problem.Locks.Contains(candidate.Pair);
            var without = locked ? null : Try(index + 1);
            if (!May(candidate, locked))
                return without;
            Take(candidate.Pair, -1);
            var with = Try(index + 1) + candidate.Score;
            Take(candidate.Pair, 1);
            return without is null || with > without ? with ?? without : without;
        }

        void Take(PairKey pair, int step)
        {
            room[pair.A] += step;
            room[pair.B] += step;
            foreach (var limit in problem.Limits.Where(l => l.Covers(country[pair.A], country[pair.B])))
                used[limit] -= step;
        }

        bool May(Candidate candidate, bool locked) =>
            room[candidate.Pair.A] > 0 && room[candidate.Pair.B] > 0
            && !problem.Exclusions.Contains(candidate.Pair)
            && !(problem.AcrossBordersOnly && country[candidate.Pair.A] == country[candidate.Pair.B])
            && (locked || (candidate.Score >= problem.LeastScore && !problem.LeftOut.Any(candidate.Pair.Has)));
    }
}
