using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Names;
using Patrin.Modules.Documents.Reading.Numbers;
using Patrin.Modules.Documents.Reading.Places;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Figures;

/// <summary>The area a figure is about.</summary>
internal readonly record struct FigureScope(ClaimScope Scope, string Name);

/// <summary>
/// Decides whether a figure belongs to the subject place, a part of it, or an area around it, from the names and nouns of
/// place in its clause. A place after the figure ("live in Gothenburg") wins over one before it.
/// </summary>
internal sealed class ScopeFinder(DocumentWorkspace work, SegmentView view, IReadOnlyList<NumberMention> numbers)
{
    private const int After = 60;
    private readonly FoldedText text = work.Text;
    private readonly List<Name> names = work.Names.Scan(view.Segment);

    public FigureScope Of(int index, int countedEnd)
    {
        var n = numbers[index];
        var (from, to) = Clause(index, countedEnd);
        if (view.First(Concept.IsA, from, n.Start) is not null && IsAboutSubject(from, n.Start)) return new(ClaimScope.Place, "");
        if (Behind(countedEnd, to) is { } behind) return behind;
        if (Before(from, n.Start) is { } before) return before;
        if (view.First(Concept.CountryLevel, from, to) is not null) return new(ClaimScope.Country, work.SubjectOf(view.Segment)?.Country ?? "");
        return new(work.SubjectOf(view.Segment) is null or { IsProgramme: true } ? ClaimScope.Document : ClaimScope.Place, "");
    }

    // From the clause word or the figure before, to the clause word or the next figure.
    private (int From, int To) Clause(int index, int countedEnd)
    {
        var (from, to) = (view.Segment.Start, view.Segment.End);
        for (var i = 0; i < view.Count; i++)
        {
            var hit = view[i];
            if (!view.Is(hit, Concept.Clause)) continue;
            if (hit.End <= numbers[index].Start) from = Math.Max(from, hit.End);
            else if (hit.Start >= countedEnd) to = Math.Min(to, hit.Start);
        }
        // "..., and La Mina, its quarter, 10,000, of whom 30 %": the whole is the number just before.
        if (index > 1 && !numbers[index - 2].LooksLikeYear && view.Before(Concept.OfThem, numbers[index].Start) is not null) from = Math.Max(from, numbers[index - 2].End);
        if (index + 1 < numbers.Count && !numbers[index + 1].LooksLikeYear && numbers[index + 1].Start >= countedEnd) to = Math.Min(to, numbers[index + 1].Start);
        return (from, to);
    }

    private FigureScope? Behind(int from, int to)
    {
        to = Math.Min(to, from + After);
        if (view.First(Concept.Most, from, to) is { } most && view.First(Concept.In, most.End, most.End + 4) is not null) return null;
        foreach (var name in names)
        {
            if (name.Start < from || name.Start >= to || view.Commas(from, name.Start) > 0) continue;
            if (IsLocated(name.Start)) return Judge(name);
        }
        if (view.First(Concept.Europe, from, to) is { } europe && IsLocated(europe.Start)) return new(ClaimScope.Country, work.Verbatim(europe.Start, europe.End));
        if (view.First(Concept.Part, from, Math.Min(to, from + 30)) is { } part && IsLocated(part.Start) && view.Commas(from, part.Start) == 0)
            return new(ClaimScope.PartOfPlace, PartName(part));
        return null;
    }

    private FigureScope? Before(int from, int start)
    {
        if (view.Last(Concept.Here, from, start) is { } here && IsAnaphora(here)) return new(ClaimScope.PartOfPlace, "");
        if (IsAboutSubject(from, start)) return new(ClaimScope.Place, "");
        for (var i = names.Count - 1; i >= 0; i--)
        {
            var name = names[i];
            if (name.End > start || name.Start < from || view.ClauseBetween(name.End, start)) continue;
            if (IsLandmark(name) || view.At(Concept.Roma, name.Start) is not null || IsNoPlace(name)) continue;
            var scope = Judge(name);
            if (scope.Scope is ClaimScope.Place || IsLocated(name.Start) || IsSubjectOfClause(name, from) || scope.Scope == ClaimScope.PartOfPlace && IsPart(name)) return scope;
        }
        if (view.Last(Concept.Part, Math.Max(from, start - 70), start) is { } part && (IsLocated(part.Start) || start - part.End <= 14) && !IsTypeOfSubject(part))
            return new(ClaimScope.PartOfPlace, PartName(part));
        return null;
    }

    // "Lom is a town in the region of Montana with 20,000 inhabitants": the subject of the clause is the place itself.
    private bool IsAboutSubject(int from, int start)
    {
        foreach (var name in names)
        {
            if (name.End > start) return false;
            if (name.Start < from || IsLandmark(name) || view.At(Concept.Nationality, name.Start) is not null) continue;
            if (IsLocated(name.Start) && !IsOwn(Bare(name))) return false;
            return IsOwn(Bare(name)) && !IsPart(name) && Judge(name).Scope == ClaimScope.Place
                && (IsSubjectOfClause(name, from) || view.Before(Concept.In, name.Start) is null) && !(view.Last(Concept.Part, name.End, start) is { } part && IsLocated(part.Start));
        }
        return false;
    }

    private bool IsTypeOfSubject(Hit part) => work.SubjectOf(view.Segment)?.Type == "CITY_DISTRICT" && view.Is(part, Concept.TypeCityDistrict);

    private bool IsAnaphora(Hit here) =>
        view.At(Concept.Of, here.End) is null && (here.Start == view.Segment.Start || view.Before(Concept.In, here.Start) is not null);

    private bool IsSubjectOfClause(Name name, int from) => name.Start - from <= 8 || view.At(Concept.IsA, name.End) is not null || view.At(Concept.HomeTo, name.End) is not null;

    private bool IsNoPlace(Name name) =>
        work.Find(work.Verbatim(name.Start, name.End)).Count == 0 && !IsPart(name) && !IsWider(name) && view.At(Concept.Country, name.Start) is null && !IsOwn(Bare(name)) && !IsLocated(name.Start);

    private bool IsLandmark(Name name) => view.Last(Concept.Away, name.Start - 12, name.Start) is { } hit && name.Start - hit.End <= 4;

    // "in X", "in the X", "in the X district", "of X".
    private bool IsLocated(int start)
    {
        for (var i = 0; i < view.Count && view[i].Start < start; i++)
            if (view[i].End <= start && start - view[i].End <= 14 && view.Is(view[i], Concept.In) && OnlySmallWords(view[i].End, start))
                return true;
        return view.Last(Concept.Part, start - 20, start) is { } part && start - part.End <= 3;
    }

    private bool OnlySmallWords(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!Characters.IsLetter(text.Chars[i]) && text.Chars[i] != '\'')
                return false;
        return view.First(Concept.Copula, from, to) is null;
    }

    private FigureScope Judge(Name name)
    {
        var bare = Bare(name);
        if (IsOwn(bare) && !(IsPart(name) && !IsOwnType())) return new(ClaimScope.Place, "");
        var verbatim = work.Verbatim(name.Start, name.End);
        if (view.At(Concept.Country, name.Start) is not null || view.At(Concept.Europe, name.Start) is not null) return new(ClaimScope.Country, verbatim);
        if (IsWider(name) || ContainsSubject(bare)) return new(ClaimScope.WiderArea, verbatim);
        if (IsPart(name)) return new(ClaimScope.PartOfPlace, verbatim);
        var subject = work.SubjectOf(view.Segment);
        if (subject is null || subject.IsProgramme) return new(ClaimScope.Document, verbatim);
        if (subject.Type is "COUNTY" or "REGION") return new(ClaimScope.PartOfPlace, verbatim);
        return new(IsKnownElsewhere(verbatim, subject) ? ClaimScope.WiderArea : ClaimScope.PartOfPlace, verbatim);
    }

    private bool IsKnownElsewhere(string name, Subject subject) => work.Find(name).Any(k => k.Country == subject.Country && k.Kind != "DISTRICT");

    private bool IsOwnType() => work.SubjectOf(view.Segment)?.Type == "CITY_DISTRICT";

    private Name Bare(Name name) => new PlaceGrammar(work).Bare(view, name);

    private bool IsOwn(Name bare) => work.SubjectOf(view.Segment)?.Names.Contains(text.Of(bare.Start, bare.End).ToString()) == true;

    // "Gothenburg" holds "East Gothenburg".
    private bool ContainsSubject(Name bare)
    {
        if (work.SubjectOf(view.Segment) is not { IsProgramme: false } subject) return false;
        var word = text.Of(bare.Start, bare.End).ToString();
        return subject.Names.Any(n => n.Length > word.Length && word.Length >= 4 && (n.EndsWith(word, StringComparison.Ordinal) || n.StartsWith(word, StringComparison.Ordinal)));
    }

    private bool IsWider(Name name) =>
        work.SubjectOf(view.Segment)?.Type is not ("COUNTY" or "REGION") && (HoldsOrFollows(name, Concept.Wider) || (view.Last(Concept.Wider, name.Start - 14, name.Start) is { } before && name.Start - before.End <= 4));

    private bool IsPart(Name name) => HoldsOrFollows(name, Concept.Part) || (view.Last(Concept.Part, name.Start - 18, name.Start) is { } before && name.Start - before.End <= 3);

    private bool HoldsOrFollows(Name name, Concept concept) =>
        view.First(concept, name.Start, name.End) is { } inside && (inside.Start > name.Start || inside.End < name.End) || (view.At(concept, name.End) is not null && text.Has(name.End, Gap.White));

    private string PartName(Hit part)
    {
        var near = names.FirstOrDefault(n => view.At(Concept.Roma, n.Start) is null && (n.End == part.Start || (n.Start >= part.End && n.Start - part.End <= 3)));
        return near.End > near.Start ? work.Verbatim(near.Start, near.End) : "";
    }
}
