using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Numbers;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Figures;

/// <summary>Tells the share of Roma among residents from every other percentage.</summary>
internal sealed class ShareFinder(SegmentView view, IReadOnlyList<NumberMention> numbers)
{
    private const int BaseDistance = 44;
    private const int TieDistance = 36;
    private readonly FoldedText text = view.Text;

    public (bool IsShare, int End) IsRomaShare(int index)
    {
        var n = numbers[index];
        if (OfResidents(n, index) is { } end) return (true, end);
        if (AccountFor(n) is { } account) return (true, account);
        if (Labelled(n)) return (true, n.End);
        if (view.Before(Concept.OfThem, n.Start) is not null && view.At(Concept.Copula, n.End) is { } copula && view.First(Concept.Roma, n.End, copula.End + TieDistance) is { } tied && !IsOtherNoun(tied.End) && view.Commas(n.End, tied.Start) == 0)
            return (true, tied.End);
        if (view.At(Concept.Roma, n.End) is { } roma && !IsOtherNoun(roma.End)) return (true, roma.End);
        return (false, n.End);
    }

    /// <summary>"half of the Roma": the fraction is a share of something.</summary>
    public bool IsOfSomething(int index)
    {
        var end = numbers[index].End;
        return end < view.Segment.End && (view.At(Concept.Of, end) is not null || view.At(Concept.OfThem, end) is not null);
    }

    // "25% of them are Roma", "15 % of the 24,000 inhabitants belong to the Roma community".
    private int? OfResidents(NumberMention n, int index)
    {
        if (!IsOfSomething(index) && view.At(Concept.Residents, n.End) is null && view.At(Concept.Persons, n.End) is null) return null;
        var limit = Math.Min(view.Segment.End, n.End + BaseDistance);
        var roma = view.First(Concept.Roma, n.End, limit + TieDistance);
        if (roma is not { } group || IsOtherNoun(group.End)) return null;
        var basis = view.First(Concept.OfThem, n.End, limit) ?? view.First(Concept.Residents, n.End, limit) ?? view.First(Concept.Population, n.End, limit) ?? view.First(Concept.Persons, n.End, limit);
        if (basis is not { } hit || hit.Start > group.Start || group.Start - hit.End > TieDistance) return null;
        if ((group.Start > hit.End && view.First(Concept.Copula, hit.End - 1, group.Start) is null) || view.First(Concept.Learners, n.End, group.Start) is not null) return null;
        if (view.First(Concept.Relative, hit.End, group.Start) is not null || view.Commas(hit.End, group.Start) > 2 || view.ClauseBetween(n.End, group.Start)) return null;
        return view.First(Concept.In, hit.End, group.Start) is { } place && group.Start - place.Start < 12 ? null : group.End;
    }

    // "Roma account for 40% of the residents"; "the share of Roma is 12%".
    private int? AccountFor(NumberMention n)
    {
        var verb = view.Last(Concept.AccountFor, n.Start - 60, n.Start);
        if (verb is not { } hit) return null;
        var roma = view.Last(Concept.Roma, Math.Max(view.Segment.Start, hit.Start - 50), n.Start);
        if (roma is not { } group || IsOtherNoun(group.End) || view.ClauseBetween(group.End, n.Start)) return null;
        if (hit.Start > group.Start && n.Start - hit.End > 16) return null;
        if (view.First(Concept.Learners, Math.Min(group.Start, hit.Start), n.Start) is not null || IsAboutOther(group.End, n.Start)) return null;
        var end = n.End;
        if (view.At(Concept.Of, n.End) is { } of)
        {
            if (view.First(Concept.Roma, of.End, of.End + 8) is not null || view.First(Concept.Learners, of.End, of.End + 14) is not null) return null;
            end = (view.First(Concept.Residents, of.End, of.End + 30) ?? view.First(Concept.Population, of.End, of.End + 30))?.End ?? of.End;
        }
        return end;
    }

    // "share of Roma with a job": what stands between must be words of counting.
    private bool IsAboutOther(int from, int to) =>
        view.First(Concept.Homes, from, to) is not null || view.First(Concept.Relative, from, to) is not null;

    private bool Labelled(NumberMention n)
    {
        if (view.Last(Concept.Roma, n.Start - 40, n.Start) is not { } roma || IsOtherNoun(roma.End)) return false;
        var between = text.Of(roma.End, n.Start);
        return n.Start > roma.End && between.Length <= 24 && between.IndexOfAny(":(|") >= 0 && view.First(Concept.Learners, roma.End, n.Start) is null
            && view.Any(Concept.Population) | between.Length < 3 && !HasUnknownWord(roma.End, n.Start);
    }

    private bool HasUnknownWord(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Characters.IsLetter(text.Chars[i]) && view.First(Concept.Population, from, to) is null && view.First(Concept.Community, from, to) is null && view.First(Concept.Residents, from, to) is null)
                return true;
        return false;
    }

    private bool IsOtherNoun(int at) =>
        view.First(Concept.Learners, at, at + 10) is not null || view.First(Concept.Families, at, at + 3) is not null
        || view.First(Concept.Homes, at, at + 3) is not null || view.First(Concept.NotPersons, at, at + 3) is not null;
}
