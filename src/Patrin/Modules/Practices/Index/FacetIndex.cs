using System.Collections.Frozen;
using System.Numerics;

namespace Patrin.Modules.Practices.Index;

/// <summary>How the list is ordered.</summary>
public enum PracticeSort
{
    /// <summary>The highest level of evidence first.</summary>
    Evidence,

    /// <summary>What changed last first.</summary>
    Newest,
    Title,
}

/// <summary>A record as the index knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Folded title, for the order.</param>
/// <param name="Search">Folded words of title, place and owner.</param>
/// <param name="Level">Level of evidence.</param>
/// <param name="Changed">Number of its last change.</param>
/// <param name="Codes">Its codes in the facets.</param>
public sealed record IndexEntry(Guid Id, string Title, string Search, int Level, long Changed, IReadOnlyList<(string Facet, string Code)> Codes);

/// <summary>
/// All listed records as one bit each in a row per facet value. Within a facet any chosen value will do, between facets all
/// must hold; the values of a facet are counted over what the other facets leave. A count is a walk over whole words of
/// memory, so it takes the same time whatever the database. Immutable.
/// </summary>
public sealed class FacetIndex
{
    private readonly IndexEntry[] _entries;
    private readonly FrozenDictionary<string, FrozenDictionary<string, ulong[]>> _bits;
    private readonly int _words;
    private readonly Dictionary<PracticeSort, int[]> _orders;

    public FacetIndex(IEnumerable<IndexEntry> entries)
    {
        _entries = [.. entries];
        _words = (_entries.Length + 63) / 64;
        Dictionary<string, Dictionary<string, ulong[]>> bits = [];
        for (var i = 0; i < _entries.Length; i++)
        {
            foreach (var (facet, code) in _entries[i].Codes)
            {
                if (!bits.TryGetValue(facet, out var values))
                    bits[facet] = values = [];
                if (!values.TryGetValue(code, out var row))
                    values[code] = row = new ulong[_words];
                row[i / 64] |= 1UL << (i % 64);
            }
        }

        _bits = bits.ToFrozenDictionary(b => b.Key, b => b.Value.ToFrozenDictionary());
        _orders = Enum.GetValues<PracticeSort>().ToDictionary(sort => sort, Ordered);
    }

    public int Count => _entries.Length;

    /// <param name="chosen">Facet name to chosen codes.</param>
    /// <param name="words">Folded words that must all occur.</param>
    public Found Find(IReadOnlyDictionary<string, IReadOnlyList<string>> chosen, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(words);
        var text = WithWords(words);
        var picked = chosen.Where(c => c.Value.Count > 0).ToDictionary(c => c.Key, c => AnyOf(c.Key, c.Value));
        return new(this, text, picked, Together(text, picked.Values));
    }

    /// <summary>The records that pass, and what the facets count around them.</summary>
    public sealed class Found
    {
        private readonly FacetIndex _index;
        private readonly ulong[] _text;
        private readonly Dictionary<string, ulong[]> _picked;
        private readonly ulong[] _all;

        internal Found(FacetIndex index, ulong[] text, Dictionary<string, ulong[]> picked, ulong[] all)
        {
            (_index, _text, _picked, _all) = (index, text, picked, all);
            Total = all.Sum(BitOperations.PopCount);
        }

        public int Total { get; }

        public IReadOnlyList<IndexEntry> Page(PracticeSort sort, int skip, int take) =>
            [.. _index._orders[sort].Where(i => (_all[i / 64] >> (i % 64) & 1) != 0).Skip(skip).Take(take).Select(i => _index._entries[i])];

        /// <summary>Values of a facet with their number, those with none left out.</summary>
        public IReadOnlyDictionary<string, int> Counts(string facet)
        {
            if (!_index._bits.TryGetValue(facet, out var values))
                return FrozenDictionary<string, int>.Empty;
            var left = _picked.ContainsKey(facet) ? Together(_text, _picked.Where(p => p.Key != facet).Select(p => p.Value)) : _all;
            return values.Select(v => (v.Key, Number: Common(v.Value, left))).Where(v => v.Number > 0).ToDictionary(v => v.Key, v => v.Number);
        }
    }

    private int[] Ordered(PracticeSort sort)
    {
        var numbers = Enumerable.Range(0, _entries.Length);
        return [.. sort switch
        {
            PracticeSort.Title => numbers.OrderBy(i => _entries[i].Title, StringComparer.Ordinal).ThenBy(i => _entries[i].Id),
            PracticeSort.Newest => numbers.OrderByDescending(i => _entries[i].Changed).ThenBy(i => _entries[i].Id),
            _ => numbers.OrderByDescending(i => _entries[i].Level).ThenBy(i => _entries[i].Title, StringComparer.Ordinal).ThenBy(i => _entries[i].Id),
        }];
    }

    private ulong[] WithWords(IReadOnlyList<string> words)
    {
        var found = new ulong[_words];
        if (words.Count == 0)
        {
            // Bits behind the last record stay empty: they would be counted.
            Array.Fill(found, ulong.MaxValue);
            if (_entries.Length % 64 is > 0 and var rest)
                found[^1] = (1UL << rest) - 1;
            return found;
        }

        for (var i = 0; i < _entries.Length; i++)
        {
            if (words.All(w => _entries[i].Search.Contains(w, StringComparison.Ordinal)))
                found[i / 64] |= 1UL << (i % 64);
        }

        return found;
    }

    private ulong[] AnyOf(string facet, IEnumerable<string> codes)
    {
        var any = new ulong[_words];
        foreach (var code in codes)
        {
            if (_bits.GetValueOrDefault(facet)?.GetValueOrDefault(code) is not { } row)
                continue;
            for (var w = 0; w < any.Length; w++)
                any[w] |= row[w];
        }

        return any;
    }

    private static ulong[] Together(ulong[] first, IEnumerable<ulong[]> others)
    {
        var both = (ulong[])first.Clone();
        foreach (var other in others)
        {
            for (var w = 0; w < both.Length; w++)
                both[w] &= other[w];
        }

        return both;
    }

    private static int Common(ulong[] a, ulong[] b)
    {
        var number = 0;
        for (var w = 0; w < a.Length; w++)
            number += BitOperations.PopCount(a[w] & b[w]);
        return number;
    }
}
