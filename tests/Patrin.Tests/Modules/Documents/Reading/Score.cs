using System.Globalization;

namespace Patrin.Tests.Modules.Documents.Reading;

/// <summary>Right, wrong and missed answers against a gold set, and the usual measures.</summary>
public sealed class Score(string name)
{
    private readonly List<string> wrong = [];
    private readonly List<string> missed = [];
    private int right;

    public double Precision => right + wrong.Count == 0 ? 1 : right / (double)(right + wrong.Count);

    public double Recall => right + missed.Count == 0 ? 1 : right / (double)(right + missed.Count);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Compares two bags: what occurs in both is right as often as it occurs in both.</summary>
    public void Compare(string subject, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var open = expected.ToList();
        foreach (var item in found)
        {
            if (open.Remove(item)) right++;
            else wrong.Add($"{subject}: {item}");
        }
        missed.AddRange(open.Select(item => $"{subject}: {item}"));
    }

    /// <summary>Needs that any of several codes meets; a code that meets none is wrong.</summary>
    public void CompareNeeds(string subject, IReadOnlyList<IReadOnlyList<string>> needs, IReadOnlyCollection<string> found)
    {
        right += needs.Count(n => n.Any(found.Contains));
        missed.AddRange(needs.Where(n => !n.Any(found.Contains)).Select(n => $"{subject}: {string.Join('/', n)}"));
        wrong.AddRange(found.Where(code => !needs.Any(n => n.Contains(code))).Select(code => $"{subject}: {code}"));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{name}: precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000} ({right} right)\n  wrong: {string.Join("; ", wrong)}\n  missed: {string.Join("; ", missed)}");
}
