using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Names;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Places;

/// <summary>How texts introduce a place: nouns of type beside a name, "X is a town", "municipality of X".</summary>
internal sealed class PlaceGrammar(DocumentWorkspace work)
{
    private static readonly (Concept Concept, string Code)[] Types =
    [
        (Concept.TypeCityDistrict, "CITY_DISTRICT"), (Concept.TypeCityState, "CITY_STATE"), (Concept.TypeCounty, "COUNTY"),
        (Concept.TypeIntermunicipal, "INTERMUNICIPAL"), (Concept.TypeRegion, "REGION"), (Concept.TypeMunicipality, "MUNICIPALITY"),
    ];

    private readonly FoldedText text = work.Text;

    /// <summary>The type noun that a hit is, or null.</summary>
    public static string? TypeOf(SegmentView view, Hit hit)
    {
        foreach (var (concept, code) in Types)
            if (view.Is(hit, concept))
                return code;
        return null;
    }

    /// <summary>First type noun that starts in the range.</summary>
    public static (string Code, Hit Hit)? FirstType(SegmentView view, int from, int to)
    {
        for (var i = 0; i < view.Count && view[i].Start < to; i++)
            if (view[i].Start >= from && TypeOf(view, view[i]) is { } code)
                return (code, view[i]);
        return null;
    }

    /// <summary>A type noun right before the name: "the municipality of X", "town X".</summary>
    public string? TypeBefore(SegmentView view, int start)
    {
        for (var i = 0; i < view.Count && view[i].Start < start; i++)
        {
            var hit = view[i];
            if (start - hit.End > 8 || hit.End > start || TypeOf(view, hit) is not { } code) continue;
            if (hit.End == start && text.Has(start, Gap.White)) return code;
            if (hit.End == start - 1 && text.Chars[hit.End] == ',' && !text.IsUpper(hit.Start)) return code;
            if (view.At(Concept.Of, hit.End) is { } of && (of.End == start || (start - of.End <= 3 && text.Has(start, Gap.White)))) return code;
        }
        return null;
    }

    /// <summary>A type noun inside or right behind the name: "Cluj County", "Aitos municipality".</summary>
    public string? TypeAfter(SegmentView view, Name name)
    {
        for (var i = 0; i < view.Count && view[i].Start <= name.End; i++)
        {
            var hit = view[i];
            if (hit.Start <= name.Start || hit.End < name.End || TypeOf(view, hit) is not { } code) continue;
            if (hit.Start == name.End ? text.Has(name.End, Gap.White) : hit.End == name.End) return code;
        }
        return null;
    }

    /// <summary>"X is a small town", "X, a town": the type, or null.</summary>
    public string? TypeDeclared(SegmentView view, Name name)
    {
        var at = name.End;
        if (at < view.Segment.End && text.Chars[at] == '(')
            while (at < view.Segment.End && text.Chars[at - 1] != ')') at++;
        var isA = view.At(Concept.IsA, at);
        if (isA is { } hit)
            return FirstType(view, hit.End, hit.End + 60) is { } type && !view.ClauseBetween(hit.End, type.Hit.Start) && view.Commas(hit.End, type.Hit.Start) < 2 ? type.Code : "";
        return at < view.Segment.End && text.Chars[at] == ',' && FirstType(view, at, at + 16) is { } apposition && !text.IsUpper(apposition.Hit.Start) && view.Commas(at + 1, apposition.Hit.Start) == 0
            ? apposition.Code : null;
    }

    /// <summary>"Naples, Italy", "Bujanovac (Serbia)" in running text.</summary>
    public string? CountryAfter(SegmentView view, Name name)
    {
        if (name.End >= view.Segment.End || text.Chars[name.End] is not (',' or '(')) return null;
        return view.At(Concept.Country, name.End + 1) is { } hit ? work.Vocabulary.Countries[hit.Term] : null;
    }

    /// <summary>Name without type nouns at its ends, as folded characters.</summary>
    public Name Bare(SegmentView view, Name name)
    {
        var (start, end) = (name.Start, name.End);
        for (var i = 0; i < view.Count && view[i].Start < name.End; i++)
        {
            var hit = view[i];
            if (hit.Start < start || hit.End > end || TypeOf(view, hit) is null) continue;
            if (hit.End == end && hit.Start > start && text.Has(hit.Start, Gap.White)) end = hit.Start;
            else if (hit.Start == start && hit.End < end && text.Has(hit.End, Gap.White)) start = hit.End;
        }
        return new Name(start, end);
    }

    /// <summary>The place stands as a landmark: "near X", "30 km from X", "X border".</summary>
    public bool IsLandmark(SegmentView view, Name name)
    {
        for (var i = 0; i < view.Count && view[i].Start < name.Start; i++)
            if (view[i].End <= name.Start && name.Start - view[i].End <= 4 && view.Is(view[i], Concept.Away))
                return true;
        return view.At(Concept.Away, name.End) is not null && !text.IsUpper(name.End);
    }
}
