namespace Patrin.Modules.Twinning.Matching;

/// <summary>Works out what the prices of one proof allow at most, for given rooms and open pairs.</summary>
internal sealed class PriceCheck(PriceProof proof, SetForest forest)
{
    private readonly HashSet<PairKey> _marked = [.. proof.Marked];
    private readonly Dictionary<PairKey, long> _turned = [];

    /// <summary>Half ten-thousandths for place and set prices and for what pairs score beyond; null when a turned pair is not at the border.</summary>
    public long? Sum(IReadOnlyDictionary<string, int> room, IReadOnlyList<(PairKey Pair, int Score)> open, Func<PairKey, long> limitPrice)
    {
        if (PayForSets(room) is not { } sum)
            return null;
        foreach (var (place, price) in proof.PlacePrices)
            sum += (long)price * room[place];
        foreach (var (pair, score) in open)
            sum += Math.Max(0, 2L * score - PriceOf(pair) - limitPrice(pair));
        return sum;
    }

    private long? PayForSets(IReadOnlyDictionary<string, int> room)
    {
        var inside = new long[forest.Sets.Count + 1];
        var border = new long[forest.Sets.Count + 1];
        foreach (var (place, index) in forest.Innermost)
            inside[index] += room[place];
        foreach (var pair in _marked)
        {
            var (one, other, common) = Around(pair);
            border[one]++;
            border[other]++;
            border[common] -= 2;
        }
        var sum = 0L;
        for (var i = forest.Sets.Count; i > 0; i--)
        {
            inside[forest.Up(i)] += inside[i];
            border[forest.Up(i)] += border[i];
            if (Turn(i, forest.Sets[i - 1]) is not { } change)
                return null;
            sum += forest.Sets[i - 1].Price * ((inside[i] + border[i] + change) / 2);
        }
        return sum;
    }

    /// <summary>By how much the turned pair changes the size of F.</summary>
    private int? Turn(int index, OddSet set)
    {
        if (set.Turned is not { } turned)
            return 0;
        if (forest.Holds(index, turned.A) == forest.Holds(index, turned.B))
            return null;
        _turned[turned] = _turned.GetValueOrDefault(turned) + set.Price;
        return _marked.Contains(turned) ? -1 : 1;
    }

    /// <summary>All prices a pair pays, limits aside.</summary>
    private long PriceOf(PairKey pair)
    {
        var price = (long)proof.PlacePrices.GetValueOrDefault(pair.A) + proof.PlacePrices.GetValueOrDefault(pair.B);
        var (one, other, common) = Around(pair);
        price += forest.PriceAround[common];
        if (one == common && other == common)
            return price;
        var turned = _turned.GetValueOrDefault(pair);
        if (!_marked.Contains(pair))
            return price + turned;
        return price + forest.PriceAround[one] + forest.PriceAround[other] - 2 * forest.PriceAround[common] - turned;
    }

    private (int One, int Other, int Common) Around(PairKey pair)
    {
        int one = forest.Innermost.GetValueOrDefault(pair.A), other = forest.Innermost.GetValueOrDefault(pair.B);
        return (one, other, one == other ? one : forest.Common(one, other));
    }
}
