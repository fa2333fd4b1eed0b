using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Statements;

/// <summary>A pattern found in a segment.</summary>
internal readonly record struct Match(Pattern Pattern, int Start, int End, int KeyStart);

/// <summary>Applies patterns to the hits of one segment. Work per hit is bounded by the window.</summary>
internal static class PatternMatcher
{
    private const int RefusalDistance = 18;
    private const int CommaCost = 2 * Pattern.CharsPerWord;

    public static List<Match> All(SegmentView view, Func<int, Pattern[]> patternsAt)
    {
        var found = new List<Match>();
        for (var i = 0; i < view.Count; i++)
        {
            var hit = view[i];
            if (hit.End > view.Segment.End) continue;
            foreach (var concept in view.Vocabulary.Terms[hit.Term].Concepts)
                foreach (var pattern in patternsAt(concept))
                    if (TryMatch(view, i, pattern) is { } match)
                        found.Add(match);
        }
        return found;
    }

    private static Match? TryMatch(SegmentView view, int key, Pattern pattern)
    {
        var hit = view[key];
        var (start, end, from) = (hit.Start, hit.End, hit.End);
        for (var part = 1; part < pattern.Concepts.Length; part++)
        {
            if (Nearest(view, key, pattern.Concepts[part], pattern.Window, pattern.Ordered ? from : -1) is not { } other) return null;
            start = Math.Min(start, other.Start);
            end = Math.Max(end, other.End);
            from = other.End;
        }
        foreach (var refuser in pattern.Refusers)
            if (IsNear(view, refuser, start, end))
                return null;
        return new Match(pattern, start, end, hit.Start);
    }

    private static Hit? Nearest(SegmentView view, int key, int concept, int window, int after)
    {
        var hit = view[key];
        Hit? best = null;
        var bestDistance = window + 1;
        for (var i = key - 1; i >= 0 && hit.Start - view[i].Start <= window + 64 && after < 0; i--) Try(view[i]);
        for (var i = key + 1; i < view.Count && view[i].Start - hit.End <= window; i++) Try(view[i]);
        return best;

        void Try(Hit other)
        {
            var distance = other.End <= hit.Start ? hit.Start - other.End : other.Start - hit.End;
            if (distance < 0 || distance >= bestDistance || other.Start < after || !view.Is(other, concept)) return;
            var (from, to) = other.End <= hit.Start ? (other.End, hit.Start) : (hit.End, other.Start);
            distance += view.Commas(from, to) * CommaCost;
            if (distance >= bestDistance || view.ClauseBetween(from, to)) return;
            (best, bestDistance) = (other, distance);
        }
    }

    private static bool IsParted(SegmentView view, int from, int to) => view.Commas(from, to) > 0 || view.ClauseBetween(from, to);

    private static bool IsNear(SegmentView view, int concept, int start, int end)
    {
        for (var i = 0; i < view.Count && view[i].Start <= end + RefusalDistance; i++)
        {
            var hit = view[i];
            if (hit.End < start - RefusalDistance || !view.Is(hit, concept)) continue;
            if (hit.End <= start ? !IsParted(view, hit.End, start) : hit.Start < end || !IsParted(view, end, hit.Start)) return true;
        }
        return false;
    }
}
