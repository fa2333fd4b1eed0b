using System.Numerics;

namespace Patrin.Modules.Twinning.Matching;

/// <summary>
/// How much a code tells: log2(1 + n / d), n places in the round, d of them naming it. What everybody names says little.
/// Calculated in whole numbers so that every machine gets the same score.
/// </summary>
public sealed class Rarity
{
    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    private readonly int _places;

    public Rarity(IReadOnlyCollection<IReadOnlyList<CodedFact>> lists)
    {
        _places = lists.Count;
        foreach (var list in lists)
            foreach (var code in list.Select(f => f.Code).Distinct(StringComparer.Ordinal))
                _named[code] = _named.GetValueOrDefault(code) + 1;
    }

    /// <summary>How many places name the code.</summary>
    public int NamedBy(string code) => _named.GetValueOrDefault(code);

    /// <summary>Weight of a code in units of 1/65,536.</summary>
    public long Of(string code)
    {
        var named = Math.Max(1, NamedBy(code));
        return Log2((ulong)(_places + named), (ulong)named);
    }

    /// <summary>Weight of several different codes together.</summary>
    public long Of(IEnumerable<string> codes) => codes.Distinct(StringComparer.Ordinal).Sum(Of);

    /// <summary>log2(numerator / denominator) in units of 1/65,536, rounded down. Needs numerator >= denominator.</summary>
    public static long Log2(ulong numerator, ulong denominator)
    {
        var x = ((UInt128)numerator << 32) / denominator;
        var whole = BitOperations.Log2((ulong)(x >> 32));
        x >>= whole;
        long result = whole;
        for (var bit = 0; bit < 16; bit++)
        {
            x = (x * x) >> 32;
            result <<= 1;
            if (x >> 33 == 0)
                continue;
            x >>= 1;
            result |= 1;
        }
        return result;
    }

    /// <summary>Square root rounded down.</summary>
    public static long Root(UInt128 square)
    {
        if (square == 0)
            return 0;
        var guess = UInt128.One << ((int)UInt128.Log2(square) / 2 + 1);
        while (true)
        {
            var next = (guess + square / guess) >> 1;
            if (next >= guess)
                return (long)guess;
            guess = next;
        }
    }
}
