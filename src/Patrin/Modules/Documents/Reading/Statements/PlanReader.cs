using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Numbers;
using Patrin.Modules.Documents.Reading.Places;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Statements;

/// <summary>Finds plans and strategies that exist, with their years. A plan that is only wished for is a wish.</summary>
internal sealed class PlanReader(DocumentWorkspace work)
{
    private const int LongestName = 110;
    private readonly FoldedText text = work.Text;

    public void Read(Segment segment, Surroundings around)
    {
        var view = work.View(segment);
        var zones = Zones.Of(view, around, segment);
        if (LastOfRun(view, zones.WishAt) is not { } plan) return;
        var years = Years(view);
        var isRunning = zones.HasMeasure || around.Heading == Frame.Plan || years.From is not null || text.IsUpper(plan.Start) || view.First(Concept.HomeTo, segment.Start, plan.Start) is not null;
        if (!isRunning || IsMissing(view, plan)) return;
        work.Claims.Add(new ReadClaim
        {
            Kind = ClaimKind.Plan,
            Subject = work.KeyOf(segment),
            Text = NameOf(view, plan),
            Year = years.From,
            YearTo = years.To,
            Codes = ["INT-33"],
            Quote = view.Quote,
            Confidence = years.From is not null ? 0.85 : 0.75,
            Rule = "plan",
        });
        segment.Role = SentenceRole.Claim;
    }

    // "Roma action plan": the longest plan noun outside the wish.
    private static Hit? LastOfRun(SegmentView view, int before)
    {
        Hit? best = null;
        for (var i = 0; i < view.Count && view[i].Start < before; i++)
            if (view.Is(view[i], Concept.Plan) && (best is null || (view[i].Start <= best.Value.Start && view[i].End >= best.Value.End)))
                best = view[i];
        return best;
    }

    private static bool IsMissing(SegmentView view, Hit plan) =>
        view.Last(Concept.Negation, plan.Start - 24, plan.Start) is not null || view.First(Concept.Negation, plan.End, plan.End + 10) is not null;

    // Capitals and adjectives before the noun, and what it is for, to the end of the phrase.
    private string NameOf(SegmentView view, Hit plan)
    {
        var (start, end) = (plan.Start, plan.End);
        while (start > view.Segment.Start && plan.Start - start < 40)
        {
            var word = WordBefore(view, start);
            if (word == start || view.Vocabulary.GlueWords.Contains(text.Of(word, start).ToString()) || IsVerb(view, word)) break;
            start = word;
        }
        while (end < view.Segment.End && end - plan.Start < LongestName && text.Chars[end] is not (',' or '.' or ';' or '(' or ':') && !Characters.IsDigit(text.Chars[end]) && !StartsVerb(view, end)) end++;
        return work.Verbatim(start, end);
    }

    private static bool IsVerb(SegmentView view, int at) => view.At(Concept.Measure, at) is not null || view.At(Concept.Copula, at) is not null;

    private bool StartsVerb(SegmentView view, int at) =>
        text.IsBoundary(at) && (view.At(Concept.Measure, at) is not null || view.At(Concept.Copula, at) is not null || view.At(Concept.HomeTo, at) is not null
            || view.At(Concept.Aim, at) is not null || view.At(Concept.Contrast, at) is not null || view.At(Concept.Intend, at) is not null || text.Has(at, Gap.Case)
            || (view.At(Concept.In, at) is { } place && (Characters.IsDigit(text.Chars[Math.Min(place.End, text.Length - 1)]) || view.At(Concept.Month, place.End) is not null)));

    private int WordBefore(SegmentView view, int at)
    {
        var start = at;
        while (start > view.Segment.Start && Characters.IsLetter(text.Chars[start - 1]) && (start == at || !text.Has(start, Gap.White))) start--;
        return start;
    }

    private static (int? From, int? To) Years(SegmentView view)
    {
        (int? From, int? To) years = (null, null);
        foreach (var n in new NumberScanner(view).Scan())
        {
            if (!n.LooksLikeYear || n.Value is not { Low: { } low, High: { } high }) continue;
            years.From = years.From is { } from ? Math.Min(from, (int)low) : (int)low;
            if (high > years.From) years.To = Math.Max(years.To ?? 0, (int)high);
        }
        return years;
    }
}
