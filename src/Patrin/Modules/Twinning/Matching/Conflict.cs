namespace Patrin.Modules.Twinning.Matching;

/// <summary>A set of rules that cannot hold together; without any one of them the rest could.</summary>
public sealed record Conflict(IReadOnlyList<Rule> Rules)
{
    /// <summary>A smallest conflict (fewest rules, then first by key), or null when the rules can hold together.</summary>
    public static Conflict? Find(PairingProblem problem)
    {
        var rules = Rule.Of(problem);
        if (CanHold(problem, rules))
            return null;
        return Seeds(rules).Select(seed => Shrink(problem, seed)).OfType<Conflict>()
            .MinBy(c => c.Rules.Count) ?? Shrink(problem, rules);
    }

    /// <summary>Only locks force anything, so rules can hold together when the locked pairs alone keep all of them.</summary>
    public static bool CanHold(PairingProblem problem, IReadOnlyCollection<Rule> rules)
    {
        var locks = rules.OfType<LockRule>().Select(l => l.Pair).ToHashSet();
        var country = problem.Places.ToDictionary(p => p.Key, p => p.Country, StringComparer.Ordinal);
        return rules.All(rule => rule switch
        {
            ExclusionRule r => !locks.Contains(r.Pair),
            BorderRule => locks.All(l => country[l.A] != country[l.B]),
            CapacityRule r => locks.Count(l => l.Has(r.Place)) <= r.Capacity,
            LimitRule r => locks.Count(l => r.Limit.Covers(country[l.A], country[l.B])) <= r.Limit.Most,
            _ => true
        });
    }

    /// <summary>Each rule that is not a lock, together with the locks: every conflict lies in one of these sets.</summary>
    private static IEnumerable<IReadOnlyList<Rule>> Seeds(IReadOnlyList<Rule> rules)
    {
        var locks = rules.OfType<LockRule>().ToList();
        return rules.Where(r => r is not LockRule).Select(r => (IReadOnlyList<Rule>)[.. locks, r]);
    }

    /// <summary>Leaves out one rule after the other as long as the rest still conflicts.</summary>
    private static Conflict? Shrink(PairingProblem problem, IReadOnlyList<Rule> rules)
    {
        if (CanHold(problem, rules))
            return null;
        var kept = rules.ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var rule = kept[i];
            kept.RemoveAt(i);
            if (CanHold(problem, kept))
                kept.Insert(i, rule);
        }
        return new Conflict(kept);
    }
}

/// <summary>One rule of a round.</summary>
public abstract record Rule
{
    /// <summary>All rules of a problem that a lock can break, and the locks, in order of their keys.</summary>
    public static IReadOnlyList<Rule> Of(PairingProblem problem)
    {
        var locked = problem.Locks.Distinct().Order().ToList();
        var touched = locked.SelectMany(l => new[] { l.A, l.B }).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. locked.Select(l => new LockRule(l)),
            .. problem.Exclusions.Distinct().Where(locked.Contains).Order().Select(x => new ExclusionRule(x)),
            .. problem.AcrossBordersOnly ? new Rule[] { new BorderRule() } : [],
            .. problem.Places.Where(p => touched.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => new CapacityRule(p.Key, p.Capacity)),
            .. problem.Limits.Distinct().OrderBy(l => l.One, StringComparer.Ordinal).ThenBy(l => l.Other, StringComparer.Ordinal)
                .ThenBy(l => l.Most).Select(l => new LimitRule(l))
        ];
    }
}

/// <summary>The pair must be in the answer.</summary>
public sealed record LockRule(PairKey Pair) : Rule;

/// <summary>The pair must not be in the answer.</summary>
public sealed record ExclusionRule(PairKey Pair) : Rule;

/// <summary>Partners must be in different countries.</summary>
public sealed record BorderRule : Rule;

/// <summary>The place takes at most so many partners.</summary>
public sealed record CapacityRule(string Place, int Capacity) : Rule;

/// <summary>At most so many pairs between two countries.</summary>
public sealed record LimitRule(CountryPairLimit Limit) : Rule;
