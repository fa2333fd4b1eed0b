namespace Patrin.Modules.Twinning.Matching;

/// <summary>
/// Why no answer can be better: either prices that bound every answer, or a split into two cases (a pair is taken, a pair
/// is dropped), each with its own proof. <see cref="Certificate"/> checks it.
/// </summary>
public abstract record Proof;

/// <summary>Two cases that leave nothing out.</summary>
public sealed record CaseProof(PairKey Pair, Proof Taken, Proof Dropped) : Proof;

/// <summary>
/// Prices in half ten-thousandths. An answer pays every place price at most capacity times, every set price at most as often as
/// pairs fit into the set, every limit price at most as often as the limit allows; what a pair scores beyond its prices counts once.
/// </summary>
/// <param name="PlacePrices">By place key; places not named have price 0.</param>
/// <param name="Sets">Odd sets of places, one inside the other or apart; a set stands after the one that holds it.</param>
/// <param name="LimitPrices">One price per limit of the problem, in its order; empty when there are none.</param>
/// <param name="Marked">Pairs by which the border pairs of the sets are named; any list gives a valid bound.</param>
public sealed record PriceProof(
    IReadOnlyDictionary<string, int> PlacePrices, IReadOnlyList<OddSet> Sets, IReadOnlyList<int> LimitPrices,
    IReadOnlyList<PairKey> Marked) : Proof;

/// <summary>
/// A set S of places and a set F of pairs across its border. At most (capacities of S + size of F) / 2, rounded down, pairs of
/// an answer lie in S or in F. F is the marked pairs across the border with <paramref name="Turned"/> added or, if it is one of them, left out.
/// </summary>
/// <param name="Within">Index of the smallest set that holds this one, or -1.</param>
/// <param name="Places">Places of the set that are in no set inside it.</param>
/// <param name="Turned">A pair across the border, or null.</param>
/// <param name="Price">The price, 0 or more.</param>
public sealed record OddSet(int Within, IReadOnlyList<string> Places, PairKey? Turned, int Price);
