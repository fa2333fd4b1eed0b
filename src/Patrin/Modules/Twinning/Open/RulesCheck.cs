using Patrin.Modules.Twinning.Matching;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Twinning.Open;

/// <summary>Refuses rules that cannot be kept, and names the smallest set of them that stand against each other.</summary>
public sealed class RulesCheck(Texts texts)
{
    public void Run(RoundInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Values(inputs.Rules);
        Places(inputs);
        if (Conflict.Find(RoundMethod.Prepare(inputs).Problem) is { } conflict)
            throw new RuleBroken("Form.Locks", "These rules cannot all be kept. Change one of them: {0}", texts.List(conflict.Rules.Select(rule => Words(inputs, rule))));
    }

    private static void Values(RoundRules rules)
    {
        if (rules.Weights.Values.Any(weight => weight is < 0 or > 100))
            throw new RuleBroken("Form.Weights", "Write each weight as a whole number from 0 to 100.");
        if (rules.Weights.Values.All(weight => weight == 0))
            throw new RuleBroken("Form.Weights", "At least one weight must be more than 0.");
        if (rules.Minimum is < 0 or > AffinityWeights.One)
            throw new RuleBroken("Form.Minimum", "Write the least score as a number from 0 to 100.");
        if (rules.CountryPairLimit is < 1)
            throw new RuleBroken("Form.CountryPairLimit", "Write a number of pairs from 1 on, or leave the field empty.");
        if (rules.Capacities.Values.Any(capacity => capacity is < 1 or > RoundRules.MaxCapacity))
            throw new RuleBroken("Form.Capacity", "A place can have 1 to {0} partners.", RoundRules.MaxCapacity);
        if (rules.Locks.Concat(rules.Exclusions).Any(pair => pair.A == pair.B || pair.A.Length == 0))
            throw new RuleBroken("Form.Locks", "A pair needs two different places.");
    }

    private static void Places(RoundInputs inputs)
    {
        var known = inputs.Places.Select(place => place.Key).ToHashSet(StringComparer.Ordinal);
        var named = inputs.Rules.Places.Concat(inputs.Rules.Capacities.Keys)
            .Concat(inputs.Rules.Locks.Concat(inputs.Rules.Exclusions).SelectMany(pair => new[] { pair.A, pair.B }));
        if (named.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
            throw new RuleBroken("Form.Places", "“{0}” does not take part in this round. Choose it as a place first, or take it out of the rules.", unknown);
        if (known.Count < 2)
            throw new RuleBroken("Form.Places", "At least two places with accepted facts must take part. Review what was read, on the page of the source, or import with --accept-clear.");
        if (known.Count > RoundRules.MaxPlaces)
            throw new RuleBroken("Form.Places", "A round on this site can have at most {0} places.", RoundRules.MaxPlaces);
    }

    private string Words(RoundInputs inputs, Rule rule)
    {
        string Name(string key) => inputs.Find(key)?.Name ?? key;
        return rule switch
        {
            LockRule r => texts["{0} and {1} are fixed as a pair", Name(r.Pair.A), Name(r.Pair.B)],
            ExclusionRule r => texts["{0} and {1} are barred as a pair", Name(r.Pair.A), Name(r.Pair.B)],
            BorderRule => texts["partners are in different countries"],
            CapacityRule r => texts.Plural(r.Capacity, "{1} takes at most {0} partner", "{1} takes at most {0} partners", Name(r.Place)),
            LimitRule r => texts.Plural(r.Limit.Most, "at most {0} pair between {1} and {2}", "at most {0} pairs between {1} and {2}", r.Limit.One, r.Limit.Other),
            _ => "",
        };
    }
}
