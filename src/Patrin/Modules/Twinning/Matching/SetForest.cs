namespace Patrin.Modules.Twinning.Matching;

/// <summary>The odd sets of a proof as a forest, with what is needed to ask which sets hold both ends of a pair.</summary>
internal sealed class SetForest
{
    private readonly int[] _depth;
    private readonly int[] _up;
    private readonly int[] _jump;

    private SetForest(IReadOnlyList<OddSet> sets)
    {
        Sets = sets;
        // Index 0 stands for "no set", set i has index i + 1.
        _depth = new int[sets.Count + 1];
        _up = new int[sets.Count + 1];
        _jump = new int[sets.Count + 1];
        PriceAround = new long[sets.Count + 1];
    }

    public IReadOnlyList<OddSet> Sets { get; }

    /// <summary>For each index the sum of prices of the set and all sets that hold it.</summary>
    public long[] PriceAround { get; }

    /// <summary>The index of the smallest set around each place.</summary>
    public Dictionary<string, int> Innermost { get; } = new(StringComparer.Ordinal);

    /// <summary>Null when the sets do not form a forest or a price is negative.</summary>
    public static SetForest? Of(IReadOnlyList<OddSet> sets)
    {
        var forest = new SetForest(sets);
        for (var i = 1; i <= sets.Count; i++)
        {
            var set = sets[i - 1];
            if (set.Price < 0 || set.Within < -1 || set.Within >= i - 1)
                return null;
            forest.Hang(i, set.Within + 1, set.Price);
            foreach (var place in set.Places)
                if (!forest.Innermost.TryAdd(place, i))
                    return null;
        }
        return forest;
    }

    public int Up(int index) => _up[index];

    /// <summary>The smallest set that holds both, or 0.</summary>
    public int Common(int one, int other)
    {
        if (_depth[one] < _depth[other])
            (one, other) = (other, one);
        while (_depth[one] > _depth[other])
            one = _depth[_jump[one]] >= _depth[other] ? _jump[one] : _up[one];
        while (one != other)
            (one, other) = _jump[one] != _jump[other] ? (_jump[one], _jump[other]) : (_up[one], _up[other]);
        return one;
    }

    public bool Holds(int set, string place) => Common(set, Innermost.GetValueOrDefault(place)) == set;

    /// <summary>Long jumps towards the root make every question cost only the logarithm of the depth.</summary>
    private void Hang(int index, int parent, int price)
    {
        _up[index] = parent;
        _depth[index] = _depth[parent] + 1;
        var far = _jump[parent];
        _jump[index] = _depth[parent] - _depth[far] == _depth[far] - _depth[_jump[far]] ? _jump[far] : parent;
        PriceAround[index] = PriceAround[parent] + price;
    }
}
