using Patrin.Modules.Vocabulary.Changing;

namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>
/// Marks words that hurt, blame or mislead, and says why and what to write instead. It decides nothing: a person does.
/// Time grows linearly with the text.
/// </summary>
public sealed class WordingHints(IEnumerable<WordingList> lists) : IChangedLists<WordingChange>
{
    private readonly Dictionary<string, IReadOnlyList<WordingEntry>> _shipped =
        lists.ToDictionary(list => list.Language, list => list.Entries, StringComparer.OrdinalIgnoreCase);

    // Replaced as a whole when an administrator changes a list; readers keep the one they began with.
    private volatile State _now = State.Of(lists, []);

    /// <summary>Languages that have a list, by tag.</summary>
    public IReadOnlyList<string> Languages => [.. _shipped.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The list of a language as it came with the program.</summary>
    public IReadOnlyList<WordingEntry> ShippedOf(string language) => _shipped.GetValueOrDefault(language) ?? [];

    /// <summary>A shipped list has exactly this wording.</summary>
    public bool IsShipped(string language, string pattern) => ShippedOf(language).Any(e => e.Patterns.Contains(pattern, StringComparer.OrdinalIgnoreCase));

    /// <summary>The wording is marked now, shipped or added.</summary>
    public bool Marks(string language, string pattern) =>
        _now.Lists.Where(l => l.Language == language).SelectMany(l => l.Entries).Any(e => e.Patterns.Contains(pattern, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public void Apply(IReadOnlyList<WordingChange> inForce)
    {
        if (!_now.Changes.SequenceEqual(inForce.Select(c => c.Id)))
            _now = State.Of(_shipped.Select(s => new WordingList(s.Key, s.Value)), inForce);
    }

    /// <summary>True where there is a list for this language; without one, no hint does not mean no reason for one.</summary>
    public bool Knows(string language) => MatcherFor(language) is not null;

    /// <summary>All hints in the order of the text; they do not overlap.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">BCP 47 tag of the text; <c>ro-MD</c> uses the list of <c>ro</c>.</param>
    /// <param name="isQuotation">The whole text is somebody else's words, as the passage of a source is.</param>
    public IReadOnlyList<WordingHint> Find(string text, string language, bool isQuotation = false)
    {
        if (MatcherFor(language) is not { } matcher)
            return [];
        var words = new FoldedWords(text);
        var quotations = new Queue<(int Start, int End)>(isQuotation ? [(0, text.Length)] : Quotations.In(text));
        var hints = new List<WordingHint>();
        for (var at = 0; at < words.Count; at++)
        {
            if (matcher.Best(words, at) is not { } pattern)
                continue;
            var (start, end) = (words.Start(at), words.End(at + pattern.Length - 1));
            at += pattern.Length - 1;
            if (pattern.Entry is { } entry)
                hints.Add(new WordingHint(start, end, entry.Level, entry.Reason, entry.Instead, Covers(quotations, start, end)));
        }
        return hints;
    }

    // Words and quotations both come in order, so a quotation that ended before this word is done with.
    private static bool Covers(Queue<(int Start, int End)> quotations, int start, int end)
    {
        while (quotations.TryPeek(out var first) && first.End <= start)
            quotations.Dequeue();
        return quotations.TryPeek(out var next) && next.Start <= start && end <= next.End;
    }

    private WordingMatcher? MatcherFor(string language) =>
        _now.Matchers.GetValueOrDefault(language) ?? _now.Matchers.GetValueOrDefault(language.Split('-')[0]);

    /// <summary>The lists as they count now.</summary>
    private sealed record State(IReadOnlyList<WordingList> Lists, IReadOnlyList<Guid> Changes, Dictionary<string, WordingMatcher> Matchers)
    {
        public static State Of(IEnumerable<WordingList> shipped, IReadOnlyList<WordingChange> changes)
        {
            var lists = shipped.Select(list => With(list, changes)).ToList();
            return new(lists, [.. changes.Select(c => c.Id)], lists.ToDictionary(list => list.Language, list => new WordingMatcher(list), StringComparer.OrdinalIgnoreCase));
        }

        private static WordingList With(WordingList list, IReadOnlyList<WordingChange> changes)
        {
            var own = changes.Where(c => c.Language.Equals(list.Language, StringComparison.OrdinalIgnoreCase)).ToList();
            var off = own.Where(c => c.Kind == WordingChangeKind.SwitchOff).Select(c => c.Pattern).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return list with
            {
                Entries = [.. list.Entries.Select(e => off.Count == 0 ? e : e with { Patterns = [.. e.Patterns.Where(p => !off.Contains(p))] }),
                    .. own.Where(c => c.Kind == WordingChangeKind.Add).Select(c => new WordingEntry([c.Pattern], [], c.Reason, c.Level, c.Instead))],
            };
        }
    }
}
