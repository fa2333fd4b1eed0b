using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Numbers;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Figures;

/// <summary>Looks at the words before and after a number: what does it count?</summary>
internal sealed class CountedFinder(SegmentView view, IReadOnlyList<NumberMention> numbers)
{
    private const int DirectGap = 26;
    private const int TieGap = 44;

    private static readonly (Concept Concept, CountedKind Kind)[] Nouns =
    [
        (Concept.NotPersons, CountedKind.Nothing), (Concept.Countries, CountedKind.Countries), (Concept.Homes, CountedKind.Homes),
        (Concept.Families, CountedKind.Families), (Concept.Newcomers, CountedKind.Newcomers), (Concept.Learners, CountedKind.Persons),
        (Concept.Roma, CountedKind.Roma), (Concept.Residents, CountedKind.Residents), (Concept.Persons, CountedKind.Persons),
        (Concept.Nationality, CountedKind.GroupPart),
    ];

    private readonly FoldedText text = view.Text;

    public Counted Find(int index)
    {
        var n = numbers[index];
        var limit = Limit(index);
        if (n.End < view.Segment.End && text.Chars[n.End] is '%' or '°' or '€' or '$' or '£') return default;
        if (n.DigitsStart > 0 && text.Chars[n.DigitsStart - 1] is '€' or '$' or '£' or '/') return default;
        var noun = DirectNoun(n.End, limit);
        if (noun is { } found) return WithNoun(n, index, found.Hit, found.Kind, limit);
        if (n.FromWords) return default;
        return WithoutNoun(n, index, limit);
    }

    // The words of a number end at the next one; a share or count in brackets belongs to it.
    private int Limit(int index)
    {
        var next = index + 1;
        if (next < numbers.Count && InBrackets(numbers[next]) && numbers[next].Start - numbers[index].End < 30) next++;
        return next < numbers.Count ? numbers[next].Start : view.Segment.End;
    }

    // A noun after the number with nothing but adjectives between.
    private (Hit Hit, CountedKind Kind)? DirectNoun(int from, int limit)
    {
        for (var i = 0; i < view.Count && view[i].Start < Math.Min(limit, from + DirectGap); i++)
        {
            var hit = view[i];
            if (hit.Start < from) continue;
            if (view.Is(hit, Concept.Month)) return (hit, CountedKind.Nothing);
            if (KindOf(hit) is not { } kind) continue;
            if (!OnlyAdjectives(from, hit.Start)) return null;
            var longest = Longest(hit);
            return (longest, KindOf(longest) ?? kind);
        }
        return null;
    }

    private CountedKind? KindOf(Hit hit)
    {
        foreach (var (concept, kind) in Nouns)
            if (view.Is(hit, concept))
                return kind;
        return null;
    }

    private Hit Longest(Hit hit)
    {
        var best = hit;
        for (var i = 0; i < view.Count && view[i].Start <= hit.Start; i++)
            if (view[i].Start == hit.Start && view[i].End > best.End && KindOf(view[i]) is not null)
                best = view[i];
        return best;
    }

    private bool OnlyAdjectives(int from, int to)
    {
        for (var at = from; at < to;)
        {
            if (!Characters.IsLetter(text.Chars[at])) return text.Chars[at] is '\'' or '"' && at + 1 < to && (++at > 0) && OnlyAdjectives(at, to);
            var end = at + 1;
            while (end < to && !text.IsBoundary(end)) end++;
            var word = text.Of(at, end).ToString();
            if (view.Vocabulary.GlueWords.Contains(word) && !IsOfPhrase(at) && !IsAfterOf(from, at) && !IsBetweenNations(at)) return false;
            at = end;
        }
        return true;
    }

    // "members of the", "people of" may stand between number and group.
    private bool IsOfPhrase(int at) => view.At(Concept.Copula, at) is { } hit && hit.End - hit.Start > 4;

    // "1,000 of the most marginalised Roma".
    private bool IsAfterOf(int from, int at) =>
        view.At(Concept.OfThem, from) is null && view.At(Concept.Of, from) is { } of && of.Start <= at && (at == from || at - of.End < 8);

    // "Slovak and Romanian Roma".
    private bool IsBetweenNations(int at) => view.Before(Concept.Nationality, at) is not null && view.At(Concept.BetweenAnd, at) is not null;

    private Counted WithNoun(NumberMention n, int index, Hit noun, CountedKind kind, int limit)
    {
        switch (kind)
        {
            case CountedKind.Roma:
                return AfterRoma(n, noun, limit);
            case CountedKind.Residents or CountedKind.Persons when view.Is(noun, Concept.Residents) || view.Is(noun, Concept.Persons):
                return PersonsOrResidents(n, index, noun, kind, limit);
            case CountedKind.GroupPart:
                return AfterNationality(n, noun, limit);
            default:
                return new Counted(kind, noun.End, noun);
        }
    }

    // "Roma families", "Roma settlements", "Roma children": the second noun is what is counted.
    private Counted AfterRoma(NumberMention n, Hit roma, int limit)
    {
        var second = DirectNoun(roma.End, Math.Min(limit, roma.End + 16));
        if (second is not { } next || text.Chars[roma.End] is ',' or '.' or ';') return new Counted(CountedKind.Roma, roma.End, roma);
        if (next.Kind is CountedKind.Residents or CountedKind.Roma || (next.Kind == CountedKind.Persons && view.Is(next.Hit, Concept.Persons)))
            return new Counted(CountedKind.Roma, next.Hit.End, roma);
        return new Counted(next.Kind == CountedKind.GroupPart ? CountedKind.Newcomers : next.Kind, next.Hit.End, next.Hit);
    }

    // "five Swedish municipalities", "300 Bulgarian Roma", "21,393 Bulgarians".
    private Counted AfterNationality(NumberMention n, Hit nationality, int limit)
    {
        if (DirectNoun(nationality.End, limit) is not { } second) return n.FromWords ? default : new Counted(CountedKind.GroupPart, nationality.End, nationality);
        if (second.Kind == CountedKind.Roma) return AfterRoma(n, second.Hit, limit);
        if (second.Kind == CountedKind.GroupPart && second.Hit.Start > nationality.Start) return AfterNationality(n, second.Hit, limit);
        return second.Kind is CountedKind.Newcomers or CountedKind.Residents ? new Counted(CountedKind.Newcomers, second.Hit.End, nationality) : new Counted(second.Kind, second.Hit.End, second.Hit);
    }

    private Counted PersonsOrResidents(NumberMention n, int index, Hit noun, CountedKind kind, int limit)
    {
        if (MostlyRoma(noun.End, limit)) return new Counted(CountedKind.Newcomers, noun.End, noun);
        var inserted = n.Start > view.Segment.Start && text.Chars[n.Start - 1] == ',';
        if (TiedRoma(noun.End, limit, inserted ? 1 : 0) is { } roma) return new Counted(CountedKind.Roma, roma.End, roma);
        if (InRomaPart(noun.End, limit)) return new Counted(CountedKind.RomaPart, noun.End, noun);
        if (RomaBefore(n, index) is { } part) return new Counted(part, noun.End, noun);
        if (kind == CountedKind.Residents) return new Counted(CountedKind.Residents, noun.End, noun);
        if (InBrackets(n) && PartListed(n)) return new Counted(CountedKind.RomaPart, noun.End, noun);
        var population = view.Last(Concept.Population, n.Start - 40, n.Start) ?? view.Before(Concept.HomeTo, n.Start) ?? TypeBefore(n.Start);
        if (population is not null || view.First(Concept.HomeTo, noun.End, noun.End + 10) is not null) return new Counted(CountedKind.Residents, noun.End, noun);
        return default;
    }

    // "a commune of 4,259 souls".
    private Hit? TypeBefore(int start)
    {
        for (var i = 0; i < view.Count && view[i].Start < start; i++)
            if (Places.PlaceGrammar.TypeOf(view, view[i]) is not null && view.At(Concept.Of, view[i].End)?.End == start)
                return view[i];
        return null;
    }

    // "people live in the most excluded part of the Roma neighbourhood".
    private bool InRomaPart(int from, int limit) =>
        view.First(Concept.HomeTo, from, from + 4) is not null && view.First(Concept.Roma, from, Math.Min(limit, from + 60)) is { } roma
        && view.First(Concept.Part, roma.End, roma.End + 3) is not null && view.Commas(from, roma.Start) == 0;

    // "1,800 people, most of them Romanian citizens of Roma origin".
    private bool MostlyRoma(int from, int limit) =>
        view.First(Concept.Most, from, Math.Min(limit, from + 6)) is { } most && view.First(Concept.Roma, most.End, Math.Min(limit, most.End + TieGap)) is not null;

    /// <summary>"are thought to be Roma", "declared themselves as Roma": a copula and Roma without a comma between.</summary>
    /// <remarks>"about 2,300 people, are Roma": a comma may close what a comma before the number opened.</remarks>
    public Hit? TiedRoma(int from, int limit, int commas = 0)
    {
        if (view.First(Concept.Roma, from, Math.Min(limit, from + TieGap)) is not { } roma) return null;
        if (view.First(Concept.Copula, from, roma.Start) is not { } copula || view.Commas(from, roma.Start) > commas || view.ClauseBetween(from, roma.Start)) return null;
        if (view.First(Concept.NotPersons, copula.End, roma.Start) is not null || view.First(Concept.Part, copula.End, roma.Start) is not null) return null;
        var next = DirectNoun(roma.End, Math.Min(limit, roma.End + 12));
        return next is { Kind: CountedKind.Nothing or CountedKind.Families or CountedKind.Homes } ? null : roma;
    }

    // "settlements of approximately 250 people", "the Roma community numbers about 800 people".
    private CountedKind? RomaBefore(NumberMention n, int index)
    {
        var from = index > 0 ? Math.Max(numbers[index - 1].FromWords ? 0 : numbers[index - 1].End, n.Start - TieGap) : n.Start - TieGap;
        if (view.Last(Concept.Roma, from, n.Start) is not { } roma || view.ClauseBetween(roma.End, n.Start)) return null;
        if (view.Last(Concept.Part, roma.End - 1, n.Start) is { } part && n.Start - part.End <= 10 && view.Commas(part.End, n.Start) == 0) return CountedKind.RomaPart;
        return IsRomaMeasure(roma.End, n.Start) ? CountedKind.Roma : null;
    }

    // Between "Roma" and the number only words such as population, community, is, at, of, numbers, a colon.
    public bool IsRomaMeasure(int from, int to)
    {
        for (var at = from; at < to;)
        {
            if (!Characters.IsLetter(text.Chars[at]))
            {
                if (text.Chars[at] is ',' or ';' or '.') return false;
                if (text.Chars[at] == '(')
                    while (at < to - 1 && text.Chars[at] != ')') at++;
                at++;
                continue;
            }
            var end = at + 1;
            while (end < to && !text.IsBoundary(end)) end++;
            if (!IsMeasureWord(at, end)) return false;
            at = end;
        }
        return true;
    }

    private bool IsMeasureWord(int at, int end)
    {
        if (view.At(Concept.In, at) is not null && view.At(Concept.Here, at) is null) return false;
        if (view.At(Concept.HomeTo, at) is { } home && home.End >= end) return true;
        if (view.At(Concept.Population, at) is not null || view.At(Concept.Copula, at) is not null || view.At(Concept.Community, at) is not null
            || view.At(Concept.Residents, at) is not null || view.At(Concept.Persons, at) is not null || view.At(Concept.About, at) is not null) return true;
        return end - at <= 5 && view.Vocabulary.GlueWords.Contains(text.Of(at, end).ToString());
    }

    private Counted WithoutNoun(NumberMention n, int index, int limit)
    {
        if (view.At(Concept.OfThem, n.End) is { } ofThem && TiedRoma(ofThem.End, limit) is { } roma) return new Counted(CountedKind.Roma, roma.End, roma);
        if (view.At(Concept.Copula, view.At(Concept.OfThem, n.End)?.End ?? n.End) is { } copula)
        {
            if (TiedRoma(n.End, limit) is { } tied) return new Counted(CountedKind.Roma, tied.End, tied);
            if (view.First(Concept.Nationality, copula.End, copula.End + 3) is { } nation && view.Last(Concept.Roma, view.Segment.Start, n.Start) is not null)
                return new Counted(CountedKind.GroupPart, nation.End, nation);
        }
        if (InBrackets(n)) return PartListed(n) ? new Counted(CountedKind.RomaPart, n.End) : BracketAfterRoma(n);
        if (IsFollowedByOtherNoun(n.End)) return default;
        return FromBefore(n, index);
    }

    private Counted BracketAfterRoma(NumberMention n) =>
        view.Before(Concept.Roma, n.Start - 1) is not null ? new Counted(CountedKind.Roma, n.End) : default;

    // "500 parcels": a small letter word that is no function word is what is counted.
    public bool IsFollowedByOtherNoun(int at)
    {
        if (at >= view.Segment.End || !Characters.IsLetter(text.Chars[at]) || text.IsUpper(at)) return false;
        var end = at + 1;
        while (end < view.Segment.End && !text.IsBoundary(end)) end++;
        return !view.Vocabulary.GlueWords.Contains(text.Of(at, end).ToString()) && view.At(Concept.Copula, at) is null && view.At(Concept.HomeTo, at) is null;
    }

    // "population of 26,008", "Roma population: 3,000", "number of Roma at 5,000".
    private Counted FromBefore(NumberMention n, int index)
    {
        var from = Math.Max(view.Segment.Start, n.Start - 60);
        if (index > 0 && !numbers[index - 1].LooksLikeYear && !numbers[index - 1].FromWords) from = Math.Max(from, numbers[index - 1].End);
        // "60% of the Roma are under 20": the Roma are the base of the share.
        if (index > 0 && numbers[index - 1].IsPercent && view.At(Concept.Of, numbers[index - 1].End) is not null) return default;
        var population = view.Last(Concept.Population, from, n.Start) ?? LabelResidents(from, n.Start);
        var roma = view.Last(Concept.Roma, from, n.Start);
        if (roma is { } group && (population is null || group.End <= population.Value.Start + 3 || group.Start > population.Value.End) && IsRomaMeasure(group.End, n.Start) && !IsSubjectOfOther(group))
            return new Counted(CountedKind.Roma, n.End, roma, IsAfter: false);
        if (population is not { } hit || view.ClauseBetween(hit.End, n.Start)) return default;
        if (roma is { } owner && (owner.End == hit.Start || (owner.Start >= hit.End && owner.Start - hit.End <= 5))) return new Counted(CountedKind.Roma, n.End, roma, IsAfter: false);
        if (view.First(Concept.NotPersons, hit.End, n.Start) is not null || view.First(Concept.Away, hit.End, n.Start) is not null || view.Commas(hit.End, n.Start) > 2) return default;
        return new Counted(CountedKind.Residents, n.End, hit, IsAfter: false);
    }

    // "Roma children", "Roma families" before the number are no population.
    private bool IsSubjectOfOther(Hit roma) =>
        view.First(Concept.Learners, roma.End, roma.End + 2) is not null || view.First(Concept.Families, roma.End, roma.End + 2) is not null || view.First(Concept.Homes, roma.End, roma.End + 2) is not null;

    private Hit? LabelResidents(int from, int to) =>
        view.Last(Concept.Residents, from, to) is { } hit && hit.End < to && text.Chars[hit.End] is ':' or '|' or '-' or '=' && to - hit.End < 12 ? hit : null;

    public bool InBrackets(NumberMention n) => n.Start > view.Segment.Start && text.Chars[n.Start - 1] == '(';

    // A name, then the number in brackets, in a sentence that lists Roma communities or settlements.
    private bool PartListed(NumberMention n)
    {
        if (view.First(Concept.Roma, view.Segment.Start, n.Start) is not { } roma) return false;
        var isList = view.First(Concept.Community, roma.End, n.Start) is not null || view.First(Concept.Part, roma.End, n.Start) is not null || view.First(Concept.NotPersons, roma.End, n.Start) is not null;
        var at = n.Start - 2;
        while (at > view.Segment.Start && Characters.IsLetter(text.Chars[at]) && !text.Has(at, Gap.White)) at--;
        return isList && Characters.IsLetter(text.Chars[n.Start - 2]) && text.IsUpper(at);
    }
}
