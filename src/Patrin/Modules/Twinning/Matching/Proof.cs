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
/// <param name="Sets">Odd sets of places.</param>
/// <param name="LimitPrices">One price per limit of the problem, in its order; empty when there are none.</param>
public sealed record PriceProof(
    IReadOnlyDictionary<string, int> PlacePrices, IReadOnlyList<OddSet> Sets, IReadOnlyList<int> LimitPrices) : Proof;

/// <summary>A set S of places with some pairs F that cross its border: at most (capacities of S + number of F) / 2, rounded down, pairs lie in S or F.</summary>
public sealed record OddSet(IReadOnlyList<string> Places, IReadOnlyList<PairKey> Crossing, int Price);
