using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Numbers;
using Patrin.Modules.Documents.Reading.Places;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Figures;

/// <summary>Turns the numbers of one segment into claims about residents, Roma residents, shares and other figures.</summary>
internal sealed class FigureReader(DocumentWorkspace work)
{
    private const int LinkDistance = 400;

    // "22,800 inhabitants has lost four thousand jobs since 2010": a year far behind says something else.
    private const int YearBehind = 32;
    private readonly HashSet<(string, Quantity)> countries = [];

    public void Read(Segment segment)
    {
        var view = work.View(segment);
        var numbers = new NumberScanner(view).Scan();
        if (numbers.Count == 0) return;
        var counted = new CountedFinder(view, numbers);
        var shares = new ShareFinder(view, numbers);
        var scopes = new ScopeFinder(work, view, numbers);
        var methods = new MethodFinder(view, numbers);
        for (var i = 0; i < numbers.Count; i++)
        {
            var claim = numbers[i].IsPercent ? Share(view, numbers, i, shares, scopes, methods) : Count(view, numbers, i, counted, shares, scopes, methods);
            if (claim is not null) work.Claims.Add(claim with { Year = YearOf(view, numbers, numbers[i]) });
            else continue;
            segment.Role = SentenceRole.Claim;
        }
    }

    private ReadClaim? Share(SegmentView view, List<NumberMention> numbers, int i, ShareFinder shares, ScopeFinder scopes, MethodFinder methods)
    {
        var n = numbers[i];
        var (isRomaShare, end) = shares.IsRomaShare(i);
        isRomaShare |= IsShareAgain(view, numbers, i);
        var scope = scopes.Of(i, end);
        if (isRomaShare)
        {
            var method = methods.Of(n, end);
            return Make(view, n, ClaimKind.RomaShare, "PERCENT", scope, method is "UNATTRIBUTED" or "NOT_STATED" ? "DERIVED_SHARE" : method, 0.9, "share of residents");
        }
        if (n.FromWords && !shares.IsOfSomething(i)) return null;
        var group = scope.Scope is ClaimScope.Place && view.Any(Concept.Roma) ? new FigureScope(ClaimScope.Group, "Roma") : scope;
        return Make(view, n, ClaimKind.Figure, "PERCENT", group, FigureMethod(view, n, end, methods), 0.75, "percentage");
    }

    // "29,839 persons (4.5%) declared themselves Roma"; "11.8% of them Roma according to the census and 20% according to experts".
    private bool IsShareAgain(SegmentView view, List<NumberMention> numbers, int i)
    {
        if (i == 0 || work.Claims.Count == 0 || work.Claims[^1] is not { } last || last.Quote != view.Quote) return false;
        var n = numbers[i];
        if (last.Kind == ClaimKind.RomaPopulation)
            return (work.Text.Chars[n.Start - 1] == '(' && n.Start - numbers[i - 1].End < 30) || (EndsSegment(view, n.End) && n.Start - numbers[i - 1].End < 50 && view.Commas(numbers[i - 1].End, n.Start) == 1);
        return last.Kind == ClaimKind.RomaShare && view.Before(Concept.BetweenAnd, n.Start) is not null && view.At(Concept.Of, n.End) is null;
    }

    private static bool EndsSegment(SegmentView view, int at) => view.Segment.End - at <= 1;

    private static string FigureMethod(SegmentView view, NumberMention n, int end, MethodFinder methods) =>
        methods.Of(n, end) is var method && method is "INTERVIEWER_ASSIGNED" or "SELF_SURVEY" or "SELF_CENSUS" && view.Any(Concept.Roma) ? method : "";

    private ReadClaim? Count(SegmentView view, List<NumberMention> numbers, int i, CountedFinder counted, ShareFinder shares, ScopeFinder scopes, MethodFinder methods)
    {
        var n = numbers[i];
        var what = counted.Find(i);
        if (SaysPart(view, numbers, i, what)) what = new Counted(CountedKind.RomaPart, Math.Max(n.End, what.End));
        else if (what.Kind == CountedKind.Nothing && !n.IsPercent && SaysFigureAgain(view, numbers, i, counted)) what = new Counted(counted.InBrackets(n) ? CountedKind.RomaPart : CountedKind.Roma, n.End);
        if (n.LooksLikeYear && !IsCountedYear(view, what)) return null;
        var isProgramme = work.SubjectOf(view.Segment) is { IsProgramme: true };
        if (i > 0 && numbers[i - 1].IsPercent && counted.InBrackets(n) && (n.Start - numbers[i - 1].End <= 2 || (view.At(Concept.OfThem, numbers[i - 1].End) is { } of && n.Start - of.End <= 2)))
        {
            var isShare = shares.IsRomaShare(i - 1).IsShare && !isProgramme;
            return Make(view, n, isShare ? ClaimKind.RomaPopulation : ClaimKind.Figure, "PERSONS", scopes.Of(i, n.End + 1), isShare ? methods.Of(n, n.End) : "", 0.85, "count in brackets after a share");
        }
        var scope = what.Kind == CountedKind.Nothing ? default : scopes.Of(i, what.End);
        return what.Kind switch
        {
            CountedKind.Residents => isProgramme ? Make(view, n, ClaimKind.Figure, "PERSONS", scope, "", 0.8, "residents")
                : Make(view, n, ClaimKind.Population, "PERSONS", scope, "NOT_STATED", scope.Scope == ClaimScope.Place ? 0.95 : 0.8, "residents"),
            CountedKind.Roma when IsBelief(view, n, what) => Make(view, n with { Value = n.Value with { About = true } }, isProgramme ? ClaimKind.Figure : ClaimKind.RomaPopulation, "PERSONS", scope, methods.Of(n, what.End), scope.Scope == ClaimScope.Place ? 0.9 : 0.75, "Roma residents"),
            CountedKind.Roma when isProgramme => Make(view, n, ClaimKind.Figure, "PERSONS", scope, methods.Of(n, what.End), 0.85, "Roma residents"),
            CountedKind.Roma => Make(view, n, ClaimKind.RomaPopulation, "PERSONS", scope, methods.Of(n, what.End), scope.Scope == ClaimScope.Place ? 0.9 : 0.75, "Roma residents"),
            CountedKind.RomaPart => Part(view, n, scope, methods, what),
            CountedKind.GroupPart => Group(view, n, what),
            CountedKind.Newcomers => Newcomers(view, n, what, scope),
            CountedKind.Persons => view.Any(Concept.Roma) ? Make(view, n, ClaimKind.Figure, "PERSONS", InGroup(scope, NameOf(what)), "", 0.7, "people of a group") : null,
            CountedKind.Families => view.Any(Concept.Roma) ? Make(view, n, ClaimKind.Figure, "", InGroup(scope, NameOf(what)), "", 0.7, "families") : null,
            CountedKind.Homes => Make(view, n, ClaimKind.Figure, "HOMES", scope, "", 0.7, "homes"),
            CountedKind.Countries => isProgramme && !IsCountedAlready(view, n) ? Make(view, n, ClaimKind.Figure, "COUNTRIES", scope, "", 0.8, "countries") : null,
            _ => null,
        };
    }

    // "NGOs put the figure at 12,000", "the real number exceeds 60,000", after a count of Roma in this or the last sentences.
    private bool SaysFigureAgain(SegmentView view, List<NumberMention> numbers, int i, CountedFinder counted)
    {
        var n = numbers[i];
        if (n.FromWords || n.LooksLikeYear || n.Value.Low < 10 || !CountedRomaBefore(view)) return false;
        var from = Math.Max(i > 0 ? numbers[i - 1].End : view.Segment.Start, n.Start - 40);
        if (counted.InBrackets(n)) return view.First(Concept.Community, view.Segment.Start, n.Start) is not null && NameBefore(n).Length > 0;
        if (i > 0 && IsRomaLabel(view) && !counted.IsFollowedByOtherNoun(n.End)) return true;
        if (view.At(Concept.HomeTo, n.End) is not null && n.End < view.Segment.End && counted.TiedRoma(n.End, view.Segment.End) is null) return n.Start - view.Segment.Start < 4 || view.Before(Concept.OfThem, n.Start) is not null;
        if (view.Last(Concept.Community, from, n.Start) is not { } noun || view.First(Concept.NotPersons, noun.End, n.Start) is not null || view.First(Concept.Learners, noun.End, n.Start) is not null) return false;
        return counted.IsRomaMeasure(noun.End, n.Start) && !counted.IsFollowedByOtherNoun(n.End);
    }

    // "Pata Rât in Cluj-Napoca with 2,000 people, Turda with more than 2,600": named communities, each with its number.
    private bool SaysPart(SegmentView view, List<NumberMention> numbers, int i, Counted what)
    {
        var n = numbers[i];
        if (n.FromWords || n.LooksLikeYear || what.Kind is not (CountedKind.Nothing or CountedKind.Residents) || work.SubjectOf(view.Segment) is null) return false;
        if (what.Noun is { } noun && !view.Is(noun, Concept.Persons)) return false;
        if (view.First(Concept.Community, view.Segment.Start, n.Start) is null || NameBefore(n).Length == 0) return false;
        return view.Last(Concept.Roma, view.Segment.Start, n.Start) is not null || CountedRomaBefore(view);
    }

    // "Roma: 9,561 by census, 25,000-30,000 by local estimates".
    private bool IsRomaLabel(SegmentView view)
    {
        var start = view.Quote.Start;
        return view.First(Concept.Roma, 0, view.Segment.Start + 6) is { } roma && work.Text.At[roma.Start] == start
            && work.Text.Of(roma.End, Math.Min(roma.End + 14, view.Segment.End)).Contains(':');
    }

    private bool CountedRomaBefore(SegmentView view)
    {
        var reach = work.Text.At[Math.Max(0, view.Segment.Start - LinkDistance)];
        for (var c = work.Claims.Count - 1; c >= Math.Max(0, work.Claims.Count - 50) && work.Claims[c].Quote.Start >= reach; c--)
            if (work.Claims[c].Kind == ClaimKind.RomaPopulation && work.Claims[c].Subject == work.KeyOf(view.Segment))
                return true;
        return false;
    }

    // "eight countries" said once is enough.
    private bool IsCountedAlready(SegmentView view, NumberMention n) => !countries.Add((work.KeyOf(view.Segment), n.Value));

    // "3,000 of whom are thought to be Roma".
    private static bool IsBelief(SegmentView view, NumberMention n, Counted what) => !n.Value.About && view.First(Concept.About, n.End, what.End) is not null;

    private static bool IsCountedYear(SegmentView view, Counted what) =>
        what.Kind is CountedKind.Roma or CountedKind.Residents or CountedKind.RomaPart && what.Noun is { } noun && noun.End <= what.End && noun.End > noun.Start && what.IsAfter;

    private string NameOf(Counted what) => what.Noun is { } noun ? work.Verbatim(noun.Start, noun.End) : "";

    private static FigureScope InGroup(FigureScope scope, string name) => scope.Scope == ClaimScope.Place ? new(ClaimScope.Group, name) : scope;

    private ReadClaim Part(SegmentView view, NumberMention n, FigureScope scope, MethodFinder methods, Counted what)
    {
        var name = NameBefore(n);
        if (name.Length > 0 && work.Parts.Add((work.KeyOf(view.Segment), name)))
            work.Claims.Add(Make(view, n, ClaimKind.SubPlace, "", new(ClaimScope.PartOfPlace, name), "", 0.85, "named community with a count") with { Value = null, Text = name });
        var method = methods.Of(n, what.End);
        if (name.Length == 0 && method is "UNATTRIBUTED" or "NOT_STATED" && view.Last(Concept.Part, view.Segment.Start, n.Start) is not null) method = "SETTLEMENT_COUNT";
        return Make(view, n, ClaimKind.RomaPopulation, "PERSONS", new(ClaimScope.PartOfPlace, name.Length > 0 ? name : scope.Scope == ClaimScope.PartOfPlace ? scope.Name : ""), method, 0.85, "Roma residents of a part");
    }

    // "Cluj Napoca-Pata Rat (2,000 people)", "Turda with more than 2,600": the name since the last comma or colon.
    private string NameBefore(NumberMention n)
    {
        var text = work.Text;
        var end = n.Start;
        if (end < 2) return "";
        var from = end - 1;
        while (from > 0 && end - from < 70 && text.Chars[from] is not (',' or ':' or ';' or '.' or ')')) from--;
        var names = work.Names.Scan(from, text.Chars[end - 1] == '(' ? end - 1 : end);
        if (names.Count == 0 || end - names[^1].End > 6) return "";
        return text.Chars[end - 1] == '(' ? names[^1].End == end - 1 ? work.Verbatim(names[^1].Start, names[^1].End) : "" : work.Verbatim(names[0].Start, names[0].End);
    }

    private ReadClaim? Group(SegmentView view, NumberMention n, Counted what)
    {
        var nation = NameOf(what);
        return view.Last(Concept.Roma, view.Segment.Start, n.Start) is not null
            ? Make(view, n, ClaimKind.RomaPopulation, "PERSONS", new(ClaimScope.Group, nation), "UNATTRIBUTED", 0.75, "nationality within a Roma count")
            : Newcomers(view, n, what, new(ClaimScope.Place, ""));
    }

    // Migrants are only kept beside a remark that many of them are Roma, and never as a Roma number.
    private ReadClaim? Newcomers(SegmentView view, NumberMention n, Counted what, FigureScope scope)
    {
        if (!IsLinkedToRoma(view)) return null;
        return Make(view, n, ClaimKind.RomaPopulation, "PERSONS", new(scope.Scope, scope.Name.Length > 0 ? scope.Name : NameOf(what)), "PROXY_NATIONALITY", 0.7, "newcomers taken for Roma");
    }

    private bool IsLinkedToRoma(SegmentView view)
    {
        if (view.Any(Concept.Roma)) return true;
        var next = work.SegmentAt(view.Segment.End);
        if (next >= work.Segments.Count || work.Segments[next].Start - view.Segment.End > LinkDistance || work.Segments[next].Subject != view.Segment.Subject) return false;
        var following = work.View(work.Segments[next]);
        return following.Any(Concept.Roma) && (following.Any(Concept.Most) || following.Any(Concept.Newcomers));
    }

    private ReadClaim Make(SegmentView view, NumberMention n, ClaimKind kind, string unit, FigureScope scope, string method, double confidence, string rule) => new()
    {
        Kind = kind,
        Subject = work.KeyOf(view.Segment),
        Value = n.Value,
        Unit = unit,
        Method = method,
        Scope = scope.Scope,
        ScopeName = scope.Name,
        Quote = view.Quote,
        Confidence = n.Value.About ? Math.Min(confidence, 0.9) : confidence,
        Rule = $"figure: {rule}",
    };

    // The only year of the sentence, or of the clause, is the year of its figures.
    private static int? YearOf(SegmentView view, List<NumberMention> numbers, NumberMention figure)
    {
        int? year = null;
        foreach (var n in numbers)
        {
            if (!n.LooksLikeYear || n.Value.Point is not { } value || n.Start - figure.End > YearBehind || view.ClauseBetween(Math.Min(n.End, figure.End), Math.Max(n.Start, figure.Start))) continue;
            if (year is not null && year != (int)value) return null;
            year = (int)value;
        }
        return year;
    }
}
