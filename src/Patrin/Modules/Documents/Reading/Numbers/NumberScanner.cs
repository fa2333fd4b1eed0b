using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Numbers;

/// <summary>
/// Reads numbers, ranges, magnitudes, percentages and their qualifiers out of one segment, left to right, without
/// regular expressions: "2,500-3,000", "between 6,500 and 7,000", "3,4 Mio.", "26 008", "slightly more than 10,000", "half".
/// </summary>
internal sealed class NumberScanner(SegmentView view)
{
    private readonly FoldedText text = view.Text;
    private readonly DigitReader digits = new(view.Text, view.Vocabulary.Lexicon.DecimalSign);

    public List<NumberMention> Scan()
    {
        var found = new List<NumberMention>();
        var segment = view.Segment;
        if (!MayHoldNumbers(segment.Start, segment.End)) return found;
        var at = segment.Start;
        while (at < segment.End)
        {
            var mention = ReadAt(at, segment.End);
            if (mention is null)
            {
                at++;
                continue;
            }
            found.Add(mention);
            at = mention.End;
        }
        return found;
    }

    private bool MayHoldNumbers(int start, int end) =>
        text.Of(start, end).ContainsAnyInRange('0', '9') || view.Any(Concept.NumberWord) || view.Any(Concept.Fraction);

    private NumberMention? ReadAt(int at, int end)
    {
        if (text.Has(at, Gap.Address)) return null;
        if (Characters.IsDigit(text.Chars[at]))
            return IsInsideWord(at) ? null : ReadDigits(at, end);
        return text.IsBoundary(at) ? ReadWords(at) : null;
    }

    // "COVID19", "A4", "m2": digits glued to a letter in capitals or a unit are names; "approximately68%" is a lost space.
    private bool IsInsideWord(int at) =>
        at > 0 && (Characters.IsDigit(text.Chars[at - 1]) || (Characters.IsLetter(text.Chars[at - 1]) && !text.Has(at, Gap.White) && ShortWordBefore(at)));

    private bool ShortWordBefore(int at)
    {
        var n = 0;
        while (n < 4 && at - 1 - n >= 0 && Characters.IsLetter(text.Chars[at - 1 - n]) && (n == 0 || !text.Has(at - n, Gap.White))) n++;
        return n < 3 || text.IsUpper(at - 1);
    }

    private NumberMention? ReadDigits(int at, int end)
    {
        var first = digits.Read(at, end, IsFollowedByUnit);
        var stop = first.End;
        var low = first.Value;
        decimal? high = null;
        var isPlain = first.IsPlain;
        var firstScale = Magnitude(ref stop);
        if (SecondOfRange(at, stop, end) is { } second)
        {
            stop = second.End;
            isPlain &= second.IsPlain;
            var scale = Magnitude(ref stop);
            low *= firstScale ?? scale ?? 1;
            high = second.Value * (scale ?? 1);
            if (high < low && second.Value > 0 && isPlain && low is >= 1900 and <= 2099 && second.Value < 100) high = Math.Floor(low / 100) * 100 + second.Value;
            if (low < 1000 && high >= 1000 && high % 1000 == 0 && low * 1000 < high && firstScale is null) low *= 1000;
            if (high < low) (high, stop) = (null, first.End);
        }
        else
        {
            low *= firstScale ?? 1;
        }
        isPlain &= firstScale is null;
        var percent = high is null && OutOf(ref low, ref stop, end) || Percent(ref stop);
        return Qualify(at, stop, low, high, percent, isPlain && !percent, fromWords: false);
    }

    private bool IsFollowedByUnit(int at) =>
        at < text.Length && (text.Chars[at] == '%' || view.At(Concept.Percent, at) is not null || view.At(Concept.Magnitude, at) is { } m && m.End - m.Start > 1);

    private (decimal Value, int End, bool IsPlain)? SecondOfRange(int at, int stop, int end)
    {
        if (stop >= end) return null;
        var next = stop;
        if (text.Chars[next] == '%') next++;
        if (next + 1 < end && text.Chars[next] == '-' && Characters.IsDigit(text.Chars[next + 1]))
            return digits.Read(next + 1, end, IsFollowedByUnit);
        var joined = view.At(Concept.BetweenAnd, next);
        if (joined is not { } word || word.End >= end || !Characters.IsDigit(text.Chars[word.End])) return null;
        var between = HasBetween(at);
        if (!between && !IsTo(word)) return null;
        var second = digits.Read(word.End, end, IsFollowedByUnit);
        return between || second.Value > 0 ? second : null;
    }

    private bool HasBetween(int at)
    {
        var start = at;
        for (var steps = 0; steps < 3; steps++)
        {
            if (view.Before(Concept.Between, start) is not null) return true;
            if (view.Before(Concept.About, start) is not { } about) return false;
            start = about.Start;
        }
        return false;
    }

    // "5,000 to 7,000" is a range without "from"; "200 and 300" is not.
    private bool IsTo(Hit word) => view.Is(word, Concept.RangeAlone);

    private decimal? Magnitude(ref int stop)
    {
        if (view.At(Concept.Magnitude, stop) is not { } hit) return null;
        if (hit.End - hit.Start == 1 && (text.Has(stop, Gap.White) || (hit.End < text.Length && text.Gaps[hit.End] == 0))) return null;
        var value = view.Vocabulary.Magnitudes[hit.Term];
        stop = hit.End;
        if (stop < text.Length && text.Chars[stop] == '.' && !text.Has(stop, Gap.White) && hit.End - hit.Start <= 4 && stop + 1 < view.Segment.End) stop++;
        return value;
    }

    private bool Percent(ref int stop)
    {
        if (stop < text.Length && stop < view.Segment.End && text.Chars[stop] == '%')
        {
            stop++;
            return true;
        }
        if (view.At(Concept.Percent, stop) is not { } word) return false;
        stop = word.End;
        return true;
    }

    // "nine out of ten", "6 out of 10": a percentage.
    private bool OutOf(ref decimal part, ref int stop, int end)
    {
        if (part <= 0 || view.At(Concept.OutOf, stop) is not { } word || word.End >= end) return false;
        decimal whole;
        int next;
        if (Characters.IsDigit(text.Chars[word.End])) (whole, next, _) = digits.Read(word.End, end, IsFollowedByUnit);
        else if (view.At(Concept.NumberWord, word.End) is { } number) (whole, next) = (view.Vocabulary.Numbers[number.Term], number.End);
        else return false;
        if (whole is < 2 or > 100 || part > whole) return false;
        (part, stop) = (Math.Round(part / whole * 100, 1), next);
        return true;
    }

    private NumberMention? ReadWords(int at)
    {
        if (view.At(Concept.Fraction, at) is { } fraction)
            return Qualify(at, fraction.End, view.Vocabulary.Fractions[fraction.Term], null, true, false, fromWords: true);
        if (view.At(Concept.NumberWord, at) is not { } word) return null;
        var value = view.Vocabulary.Numbers[word.Term];
        var stop = word.End;
        if (value is >= 20 and < 100 && view.At(Concept.NumberWord, stop) is { } unit && view.Vocabulary.Numbers[unit.Term] < 10)
            (value, stop) = (value + view.Vocabulary.Numbers[unit.Term], unit.End);
        for (var scale = Magnitude(ref stop); scale is not null; scale = Magnitude(ref stop)) value *= scale.Value;
        var percent = OutOf(ref value, ref stop, view.Segment.End) || Percent(ref stop);
        return Qualify(at, stop, value, null, percent, false, fromWords: true);
    }

    private NumberMention Qualify(int at, int stop, decimal low, decimal? high, bool percent, bool isPlain, bool fromWords)
    {
        (low, high) = (Plain(low), high is { } top ? Plain(top) : null);
        var (start, about, atLeast, atMost) = (AfterAbbreviation(at), false, false, false);
        for (var steps = 0; steps < 5; steps++)
        {
            var word = Longest(view.Before(Concept.About, start), view.Before(Concept.AtLeast, start), view.Before(Concept.AtMost, start),
                view.Before(Concept.Almost, start), high is null ? null : view.Before(Concept.Between, start));
            if (word is not { } hit) break;
            about |= view.Is(hit, Concept.About) || view.Is(hit, Concept.Almost);
            atLeast |= view.Is(hit, Concept.AtLeast) && !view.Is(hit, Concept.Between);
            atMost |= view.Is(hit, Concept.AtMost) && !view.Is(hit, Concept.About);
            start = hit.Start;
        }
        if (stop < view.Segment.End && text.Chars[stop] == '+') (atLeast, stop) = (true, stop + 1);
        var value = high is not null ? new Quantity(low, high, about)
            : atLeast ? new Quantity(low, null, about)
            : atMost ? new Quantity(null, low, about)
            : Quantity.Exactly(low, about);
        return new NumberMention(start, stop, at, value, percent, isPlain && start == at, fromWords);
    }

    // "approx. 450", "ca. 300": the stop stands between.
    private int AfterAbbreviation(int at) =>
        at > view.Segment.Start + 1 && text.Chars[at - 1] == '.' && view.Before(Concept.About, at - 1) is not null ? at - 1 : at;

    // 3.40 million is 3400000, not 3400000.00.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static Hit? Longest(params ReadOnlySpan<Hit?> candidates)
    {
        Hit? best = null;
        foreach (var c in candidates)
            if (c is { } hit && (best is null || hit.Start < best.Value.Start))
                best = hit;
        return best;
    }
}
