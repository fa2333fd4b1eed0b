using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Import;

/// <summary>One claim as the reader found it, whatever people corrected since.</summary>
public sealed record MatchedClaim(Guid Id, ClaimKind Kind, ClaimReading Read, string Quote, int Position)
{
    /// <summary>Words of the passage without case, marks and punctuation.</summary>
    public string[] Words { get; } = Folding.Fold(Quote).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same without numbers: what stays when only a number changes.</summary>
    public string[] WordsAlone => [.. Words.Where(w => !w.Any(char.IsDigit))];
}

/// <summary>A claim of the new version and the one of the old version it continues.</summary>
public sealed record ClaimPair(MatchedClaim Older, MatchedClaim Newer, Continuity Continuity);

/// <summary>
/// Finds which claims of two versions of a document are the same: same subject, kind and content, wherever the passage
/// moved to and however it was reworded a little. What says something else about the same is a change, never the same.
/// </summary>
public static class ClaimMatching
{
    /// <summary>Share of common words from which a reworded passage still counts as the same one.</summary>
    public const double SameWords = 0.5;

    /// <summary>For claims without a number, where the words are the content.</summary>
    public const double SameStatement = 0.7;

    private const int MostCandidates = 200;

    public static List<ClaimPair> Match(IReadOnlyList<MatchedClaim> older, IReadOnlyList<MatchedClaim> newer)
    {
        var pairs = new List<ClaimPair>();
        var waiting = newer.OrderBy(c => c.Position).ToList();
        var open = TakeSameWords(waiting, older, pairs).GroupBy(Group).ToDictionary(g => g.Key, g => g.OrderBy(c => c.Position).ToList());
        Take(waiting, open, pairs, Continuity.Same, (o, n) => SaysSame(o, n) && Similarity(o.Words, n.Words) is var s && s >= (HasValue(n) || n.Read.Text.Length > 0 ? SameWords : SameStatement) ? s : 0);
        Take(waiting, open, pairs, Continuity.Changed, (o, n) => Comparable(o, n) && Similarity(o.WordsAlone, n.WordsAlone) is var s && s >= SameWords ? s : 0);
        return pairs;
    }

    /// <summary>Words in common over all different words (Jaccard), 0 to 1.</summary>
    public static double Similarity(string[] a, string[] b)
    {
        var left = a.ToHashSet();
        var both = b.Distinct().Count(left.Contains);
        var all = left.Count + b.Distinct().Count() - both;
        return all == 0 ? 1 : (double)both / all;
    }

    /// <summary>Claims whose passage has the very same words, in order; returns the older ones that are left.</summary>
    private static List<MatchedClaim> TakeSameWords(List<MatchedClaim> waiting, IReadOnlyList<MatchedClaim> older, List<ClaimPair> pairs)
    {
        var left = older.OrderBy(c => c.Position).GroupBy(c => (Group(c), string.Join(' ', c.Words))).ToDictionary(g => g.Key, g => g.ToList());
        waiting.RemoveAll(claim =>
        {
            if (!left.TryGetValue((Group(claim), string.Join(' ', claim.Words)), out var candidates) || candidates.Find(o => SaysSame(o, claim)) is not { } same)
                return false;
            candidates.Remove(same);
            pairs.Add(new(same, claim, Continuity.Same));
            return true;
        });
        return [.. left.Values.SelectMany(c => c)];
    }

    /// <summary>Each waiting claim takes the best older one that is still free; the nearer one when two are equally good.</summary>
    private static void Take(
        List<MatchedClaim> waiting, Dictionary<(string, ClaimKind), List<MatchedClaim>> open, List<ClaimPair> pairs,
        Continuity continuity, Func<MatchedClaim, MatchedClaim, double> score)
    {
        waiting.RemoveAll(claim =>
        {
            if (!open.TryGetValue(Group(claim), out var candidates))
                return false;
            var best = Near(candidates, claim.Position).Select(o => (Older: o, Score: score(o, claim))).Where(x => x.Score > 0)
                .OrderByDescending(x => x.Score).ThenBy(x => Math.Abs(x.Older.Position - claim.Position)).FirstOrDefault();
            if (best.Older is null)
                return false;
            candidates.Remove(best.Older);
            pairs.Add(new(best.Older, claim, continuity));
            return true;
        });
    }

    /// <summary>The candidates around a position: a text of ten megabytes may have thousands of one kind.</summary>
    private static IEnumerable<MatchedClaim> Near(List<MatchedClaim> candidates, int position)
    {
        if (candidates.Count <= MostCandidates)
            return candidates;
        var next = candidates.FindIndex(c => c.Position >= position);
        var middle = next < 0 ? candidates.Count : next;
        return candidates.Skip(Math.Clamp(middle - (MostCandidates / 2), 0, candidates.Count - MostCandidates)).Take(MostCandidates);
    }

    private static (string, ClaimKind) Group(MatchedClaim claim) => (claim.Read.Subject, claim.Kind);

    /// <summary>Scope and method belong to the content: the same number for another area is another claim.</summary>
    private static bool SaysSame(MatchedClaim o, MatchedClaim n) => o.Read.Says(n.Read with { About = o.Read.About });

    private static bool Comparable(MatchedClaim o, MatchedClaim n) => HasValue(o) == HasValue(n) && o.Read.Unit == n.Read.Unit;

    private static bool HasValue(MatchedClaim claim) => claim.Read.Low is not null || claim.Read.High is not null;
}
