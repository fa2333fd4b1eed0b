using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Segments;

/// <summary>
/// Marks sentences that a page repeats, small variations included: the same names and figures and nearly the same small
/// words. Sentences are bucketed by two samples of their words, so the work is linear.
/// </summary>
internal static class Boilerplate
{
    private const int FewestWords = 6;
    private const int FewestTimes = 3;
    private const double Alike = 0.8;

    private sealed record Sentence(Segment Segment, HashSet<int> Words, int Fixed);

    private sealed class Group(Sentence first)
    {
        public Sentence First { get; } = first;

        public List<Segment> Members { get; } = [first.Segment];
    }

    public static void Mark(FoldedText text, List<Segment> segments)
    {
        MarkFrontMatter(text, segments);
        var buckets = new Dictionary<(int Band, int Key), Group>();
        var groups = new List<Group>();
        foreach (var segment in segments)
        {
            if (segment.Length < FewestWords * 4 || Describe(text, segment) is not { } sentence) continue;
            var (a, b) = Samples(sentence.Words);
            var group = Match(buckets, (0, a), sentence) ?? Match(buckets, (1, b), sentence);
            if (group is null) groups.Add(group = new Group(sentence));
            else group.Members.Add(segment);
            buckets.TryAdd((0, a), group);
            buckets.TryAdd((1, b), group);
        }
        foreach (var group in groups.Where(g => g.Members.Count >= FewestTimes))
            foreach (var member in group.Members)
                member.IsBoilerplate = true;
    }

    // A block between lines of three hyphens at the very start: data about the document, not the document.
    private static void MarkFrontMatter(FoldedText text, List<Segment> segments)
    {
        if (segments.Count < 3 || !IsRule(text, segments[0].Start)) return;
        var end = 1;
        while (end < segments.Count && end < 60 && !(segments[end].NewLine && IsRule(text, segments[end].Start))) end++;
        if (end is 60 || end == segments.Count) return;
        for (var i = 0; i <= end; i++) segments[i].IsBoilerplate = true;
    }

    private static bool IsRule(FoldedText text, int at) =>
        at + 2 < text.Length && text.Chars[at] == '-' && text.Chars[at + 1] == '-' && text.Chars[at + 2] == '-';

    private static Group? Match(Dictionary<(int, int), Group> buckets, (int, int) key, Sentence sentence) =>
        buckets.TryGetValue(key, out var group) && group.First.Fixed == sentence.Fixed && IsAlike(group.First.Words, sentence.Words) ? group : null;

    private static bool IsAlike(HashSet<int> a, HashSet<int> b)
    {
        if (Math.Min(a.Count, b.Count) < Alike * Math.Max(a.Count, b.Count)) return false;
        var shared = a.Count(b.Contains);
        return shared >= Alike * (a.Count + b.Count - shared);
    }

    // Names and figures must be the same; only small words may differ.
    private static Sentence? Describe(FoldedText text, Segment segment)
    {
        var words = new HashSet<int>();
        var fixedParts = 17;
        var count = 0;
        for (var at = segment.Start; at < segment.End;)
        {
            var kind = Characters.ClassOf(text.Chars[at]);
            var end = at + 1;
            while (end < segment.End && Characters.ClassOf(text.Chars[end]) == kind && (text.Gaps[end] & (byte)(Gap.White | Gap.Case)) == 0) end++;
            if (kind != CharacterClass.Other)
            {
                count++;
                var hash = Hash(text.Of(at, end));
                if (kind == CharacterClass.Digit || (count > 1 && text.IsUpper(at))) fixedParts = fixedParts * 31 + hash;
                else words.Add(hash);
            }
            at = end;
        }
        return count >= FewestWords && words.Count >= FewestWords - 2 ? new Sentence(segment, words, fixedParts) : null;
    }

    // Smallest hash under two orders: alike sets agree on at least one of them most of the time.
    private static (int, int) Samples(HashSet<int> words)
    {
        var (a, b) = (int.MaxValue, int.MaxValue);
        foreach (var word in words)
        {
            a = Math.Min(a, word);
            b = Math.Min(b, unchecked(word * -1640531527 + 97));
        }
        return (a, b);
    }

    // FNV-1a: the same on every run, unlike string.GetHashCode.
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = unchecked((hash ^ c) * 16777619u);
        return unchecked((int)hash);
    }
}
