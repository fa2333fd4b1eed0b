namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>
/// From folded names to row numbers, as two sorted arrays of 64-bit hashes: about 1.5 MB for 85,000 names, where a
/// dictionary of strings takes twelve. With so few names two of them share a hash once in five billion data sets.
/// </summary>
internal sealed class NameIndex
{
    private readonly ulong[] _names;
    private readonly int[] _rows;
    private readonly ulong[] _prefixes;

    private NameIndex(ulong[] names, int[] rows, ulong[] prefixes)
    {
        _names = names;
        _rows = rows;
        _prefixes = prefixes;
    }

    public ReadOnlySpan<int> Rows(ReadOnlySpan<char> folded)
    {
        var hash = NameHash.Of(folded);
        var start = LowerBound(_names, hash);
        var end = start;
        while (end < _names.Length && _names[end] == hash) end++;
        return _rows.AsSpan(start, end - start);
    }

    public bool IsPrefix(ReadOnlySpan<char> folded) => Array.BinarySearch(_prefixes, NameHash.Of(folded)) >= 0;

    private static int LowerBound(ulong[] sorted, ulong value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    internal sealed class Builder(int capacity)
    {
        private readonly List<ulong> _names = new(capacity);
        private readonly List<int> _rows = new(capacity);
        private readonly List<ulong> _prefixes = new(capacity);

        public void Add(ReadOnlySpan<char> folded, int row)
        {
            if (folded.IsEmpty) return;
            var hash = NameHash.Start;
            foreach (var c in folded)
            {
                if (c == ' ') _prefixes.Add(hash);
                hash = NameHash.Add(hash, c);
            }
            _names.Add(hash);
            _rows.Add(row);
        }

        public NameIndex Build()
        {
            var names = _names.ToArray();
            var rows = _rows.ToArray();
            Array.Sort(names, rows);
            var prefixes = _prefixes.ToArray();
            Array.Sort(prefixes);
            return new NameIndex(names, rows, Distinct(prefixes));
        }

        private static ulong[] Distinct(ulong[] sorted)
        {
            var kept = 0;
            for (var i = 0; i < sorted.Length; i++)
                if (i == 0 || sorted[i] != sorted[i - 1])
                    sorted[kept++] = sorted[i];
            return sorted[..kept];
        }
    }
}
