namespace Patrin.Modules.Twinning.Show;

/// <summary>What happened to a pair when the weights moved.</summary>
public enum Flip
{
    Stays,
    Comes,
    Goes,
}

/// <summary>One pair before and after.</summary>
/// <param name="Pair">The two places.</param>
/// <param name="Before">Score with the round's weights; null when the pair was not proposed.</param>
/// <param name="After">Score with the reader's weights; null when the pair is not proposed now.</param>
public sealed record Flipped(PlacePair Pair, int? Before, int? After)
{
    public Flip Kind => (Before, After) switch { (null, _) => Flip.Comes, (_, null) => Flip.Goes, _ => Flip.Stays };
}

/// <summary>The same round with other weights.</summary>
/// <param name="Result">The best set of pairs under these weights; not tested for firmness.</param>
/// <param name="Pairs">Every pair of either set: those that come, those that go, those that stay.</param>
public sealed record WhatIf(BestPairs Result, IReadOnlyList<Flipped> Pairs)
{
    public int Coming => Pairs.Count(pair => pair.Kind == Flip.Comes);

    public int Going => Pairs.Count(pair => pair.Kind == Flip.Goes);

    public static WhatIf For(RoundHead head, WorkedRound round, Weights weights, RoundShelf shelf)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(shelf);
        var question = string.Join(',', weights.Values.Select(weight => FormattableString.Invariant($"{weight.Key}={weight.Value}")));
        return shelf.Answer(head, question, () => WorkOut(round, weights));
    }

    private static WhatIf WorkOut(WorkedRound round, Weights weights)
    {
        var inputs = round.Inputs with { Rules = round.Inputs.Rules with { Weights = weights.Values } };
        var result = RoundMethod.FindPairs(inputs);
        var before = round.Result.Pairs.ToDictionary(pair => pair.Pair, pair => pair.Score);
        var after = result.Pairs.ToDictionary(pair => pair.Pair, pair => pair.Score);
        var pairs = before.Keys.Union(after.Keys)
            .Select(pair => new Flipped(pair, before.TryGetValue(pair, out var b) ? b : null, after.TryGetValue(pair, out var a) ? a : null))
            .OrderBy(pair => pair.Kind == Flip.Stays).ThenBy(pair => pair.Kind).ThenBy(pair => pair.Pair.A, StringComparer.Ordinal).ThenBy(pair => pair.Pair.B, StringComparer.Ordinal);
        return new WhatIf(result, [.. pairs]);
    }
}
