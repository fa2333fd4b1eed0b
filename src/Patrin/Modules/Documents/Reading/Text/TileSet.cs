namespace Patrin.Modules.Documents.Reading.Text;

/// <summary>Pulls a run of letters apart into known words ("aseducationcommunication"), or says that it cannot.</summary>
internal sealed class TileSet
{
    /// <summary>Longer runs are no glued prose; leaving them alone keeps the work linear.</summary>
    public const int LongestRun = 400;

    private const int LongestGuess = 40;

    // Languages without a list of word endings inflect or compound: short words inside a long one ("er|richtete", "k|o|ordinace")
    // prove nothing there, so only long runs of long words are taken apart.
    private const int CarefulTile = 4;
    private const int CarefulRun = 12;
    private readonly HashSet<string> words;
    private readonly string[] wordEnds;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly int longest;

    public TileSet(IEnumerable<string> words, string[] wordEnds)
    {
        this.wordEnds = wordEnds;
        this.words = new HashSet<string>(words, StringComparer.Ordinal);
        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
        longest = Math.Min(24, this.words.Count == 0 ? 0 : this.words.Max(w => w.Length));
    }

    public bool Contains(ReadOnlySpan<char> word) => lookup.Contains(word);

    /// <summary>
    /// Fewest known words that make up <paramref name="run"/>: marks their starts in <paramref name="starts"/>. A first word
    /// of at least four letters may be unknown when it begins with a capital (a name glued to the next word).
    /// </summary>
    public bool TryCut(ReadOnlySpan<char> run, bool nameFirst, Span<bool> starts)
    {
        starts.Clear();
        if (run.Length > LongestRun) return false;
        var careful = wordEnds.Length == 0;
        if (careful && run.Length < CarefulRun) return false;
        Span<short> cost = stackalloc short[run.Length + 1];
        Span<short> from = stackalloc short[run.Length + 1];
        cost.Fill(short.MaxValue);
        cost[0] = 0;
        for (var start = 0; start < run.Length; start++)
        {
            if (cost[start] == short.MaxValue) continue;
            for (var length = careful ? CarefulTile : 1; length <= longest && start + length <= run.Length; length++)
            {
                if (!lookup.Contains(run.Slice(start, length))) continue;
                var price = (short)(cost[start] + (length < 4 ? 3 : 2));
                if (price >= cost[start + length]) continue;
                cost[start + length] = price;
                from[start + length] = (short)start;
            }
        }
        return Mark(cost[run.Length] < short.MaxValue ? run.Length : 0, from, starts) || (nameFirst && TryAfterName(run, starts)) || TryAfterEnding(run, starts);
    }

    // "Gothenburglive": the rest must be one known word, so that "Preservation" is not cut.
    private bool TryAfterName(ReadOnlySpan<char> run, Span<bool> starts)
    {
        for (var at = 4; at <= run.Length - 4; at++)
        {
            if (!lookup.Contains(run[at..])) continue;
            starts[at] = true;
            return true;
        }
        return false;
    }

    // "hostelsdebt": an unknown word with a usual ending, then known words only.
    private bool TryAfterEnding(ReadOnlySpan<char> run, Span<bool> starts)
    {
        if (wordEnds.Length == 0 || run.Length > LongestGuess) return false;
        for (var at = 4; at <= run.Length - 3; at++)
        {
            if (!EndsLikeWord(run[..at]) || !lookup.Contains(run[at..])) continue;
            starts[at] = true;
            return true;
        }
        return false;
    }

    private bool EndsLikeWord(ReadOnlySpan<char> word)
    {
        foreach (var end in wordEnds)
            if (word.EndsWith(end, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool Mark(int end, Span<short> from, Span<bool> starts)
    {
        if (end == 0) return false;
        for (var at = end; at > 0; at = from[at]) starts[from[at]] = true;
        return true;
    }
}
