using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Numbers;
using Patrin.Modules.Documents.Reading.Statements;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Figures;

/// <summary>How a Roma figure came about, by the nearest words that say so (domain.md 7.2).</summary>
internal sealed class MethodFinder(SegmentView view, IReadOnlyList<NumberMention> numbers)
{
    private const int Farthest = 160;
    private const int ClausePenalty = 140;
    private readonly List<Match> matches = PatternMatcher.All(view, view.Vocabulary.MethodsAt);

    public string Of(NumberMention number, int countedEnd)
    {
        var (best, distance) = ("", Farthest);
        foreach (var match in matches)
        {
            if (match.Pattern.Code == "PROXY_NATIONALITY") continue;
            var away = Distance(match, number, countedEnd);
            if (away < distance) (best, distance) = (match.Pattern.Code, away);
        }
        return best.Length > 0 ? best : Default(number);
    }

    private int Distance(Match match, NumberMention number, int end)
    {
        var start = number.Start;
        if (match.End > start && match.Start < end) return 0;
        var (from, to) = match.End <= start ? (match.End, start) : (end, match.Start);
        return to - from + (view.ClauseBetween(from, to) ? ClausePenalty : 0) + (match.Start >= end ? view.Commas(from, to) * 20 : 0) + (!number.IsPercent && IsOfAnother(from, to, start) ? Farthest : 0);
    }

    // The words belong to the figure they stand next to, unless this one is a part of that ("of whom").
    private bool IsOfAnother(int from, int to, int start) =>
        view.Before(Concept.OfThem, start) is null && numbers.Any(n => !n.LooksLikeYear && !n.IsPercent && ((n.DigitsStart >= from && n.End <= to) || (to == start && IsBeforeWithoutComma(n, from, to))));

    // "9,561 by census, 25,000 by local estimates": the census goes with the number on its side of the comma.
    private bool IsBeforeWithoutComma(NumberMention n, int from, int to) =>
        n.End < from && from - n.End < 24 && view.Commas(from, to) > 0 && view.Commas(n.End, from) == 0;

    // A round or qualified figure without a source is somebody's estimate; an exact one may be a count.
    private static string Default(NumberMention n)
    {
        var value = n.Value.Low ?? n.Value.High ?? 0;
        return n.Value.About || n.Value.Point is null || value % 100 == 0 ? "UNATTRIBUTED" : "NOT_STATED";
    }
}
