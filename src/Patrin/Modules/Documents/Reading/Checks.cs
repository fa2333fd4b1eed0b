using System.Globalization;
using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Places;

namespace Patrin.Modules.Documents.Reading;

/// <summary>
/// Comparisons the reader makes after reading: what agrees is reported as passed, what does not as a question for a person.
/// Codes are stable. Numbers among the arguments are invariant decimals; an open end is an empty string.
/// </summary>
public static class Checks
{
    /// <summary>A share, a count and the whole they belong to. Arguments: share in percent, count, whole they imply, lowest and highest stated whole.</summary>
    public const string ShareAndCount = "SHARE_AND_COUNT";

    /// <summary>Parts against their whole (passed within a tenth). Arguments: number of parts, their sum, lowest and highest whole.</summary>
    public const string PartsAndWhole = "PARTS_AND_WHOLE";

    /// <summary>More Roma residents than residents. Arguments: Roma residents (lowest), residents (highest).</summary>
    public const string CountAbovePopulation = "COUNT_ABOVE_POPULATION";

    /// <summary>A district that the text calls one of the country's cities. Arguments: district, the words of the text.</summary>
    public const string DistrictAsCity = "DISTRICT_AS_CITY";

    /// <summary>A Roma figure for an area wider than the subject. Arguments: area, lowest, highest.</summary>
    public const string ScopeWider = "SCOPE_WIDER";

    /// <summary>Roma residents and residents of different years: a share would mix them. Arguments: year of the Roma figure, year of the residents (empty: not stated).</summary>
    public const string UnlikeBases = "UNLIKE_BASES";

    /// <summary>Rival Roma figures for the same area. Arguments: method, lowest, highest of the first, then of the second.</summary>
    public const string RivalFigures = "RIVAL_FIGURES";

    /// <summary>People of a nationality or migrants, some taken for Roma: not a Roma count. Arguments: group, lowest, highest.</summary>
    public const string ProxyFigure = "PROXY_FIGURE";

    /// <summary>The gazetteer knows several places of this name in the country. Arguments: name, number.</summary>
    public const string SameName = "SAME_NAME";

    /// <summary>Heading and text spell the place differently. Arguments: name in the heading, name in the text.</summary>
    public const string NameDiffers = "NAME_DIFFERS";

    /// <summary>All codes, for interfaces that need a text per code.</summary>
    public static readonly IReadOnlyList<string> Codes =
        [ShareAndCount, PartsAndWhole, CountAbovePopulation, DistrictAsCity, ScopeWider, UnlikeBases, RivalFigures, ProxyFigure, SameName, NameDiffers];

    private const decimal Tolerance = 0.1m;
    private const int Most = 12;

    internal static void Run(DocumentWorkspace work)
    {
        var bySubject = work.Claims.Where(c => c.Value is not null || c.Kind == ClaimKind.Place).ToLookup(c => c.Subject, StringComparer.Ordinal);
        foreach (var subject in work.Subjects.DistinctBy(s => s.Key))
        {
            var claims = bySubject[subject.Key].OrderBy(c => c.Quote.Start).ToList();
            Shares(work, subject.Key, claims);
            if (subject.IsProgramme) continue;
            Parts(work, subject.Key, claims);
            Figures(work, subject.Key, claims);
            Names(work, subject, claims);
        }
        if (bySubject.Contains("")) Shares(work, "", [.. bySubject[""]]);
    }

    // "68% (7.5 million)" of "10-12 million" in one sentence; or share, count and residents of one place.
    private static void Shares(DocumentWorkspace work, string subject, List<ReadClaim> claims)
    {
        var sentences = claims.Where(c => c.Unit == "PERSONS").ToLookup(c => c.Quote);
        var ownCount = claims.Find(c => c.Kind == ClaimKind.RomaPopulation && c.Scope == ClaimScope.Place && c.Method != "PROXY_NATIONALITY");
        var residents = claims.Find(IsResidents);
        foreach (var share in claims.Where(c => c.Unit == "PERCENT" && c.Value!.Low is > 0))
        {
            var sentence = sentences[share.Quote].Take(Most).ToList();
            var count = sentence.Find(c => c.Rule.EndsWith("after a share", StringComparison.Ordinal));
            var whole = sentence.Find(c => c != count);
            if (count is null && share.Kind == ClaimKind.RomaShare && share.Scope == ClaimScope.Place)
                (count, whole) = (ownCount, residents);
            if (count?.Value?.Low is not { } part || whole?.Value is not { } all || share.Value!.Low is not { } percent) continue;
            var implied = part / (percent / 100);
            var (low, high) = (all.Low ?? 0, all.High ?? decimal.MaxValue);
            var agrees = implied >= low * (1 - Tolerance / 2) && (all.High is null || implied <= high * (1 + Tolerance / 2));
            Add(work, ShareAndCount, subject, agrees, [Text(percent), Text(part), Text(Math.Round(implied)), Text(all.Low), Text(all.High)], share, count, whole);
        }
    }

    private static void Parts(DocumentWorkspace work, string subject, List<ReadClaim> claims)
    {
        var roma = claims.Where(c => c.Kind == ClaimKind.RomaPopulation && c.Method != "PROXY_NATIONALITY").ToList();
        var wholes = roma.Where(c => c.Scope != ClaimScope.Group).ToLookup(c => c.Quote);
        foreach (var sentence in roma.Where(c => c.Scope == ClaimScope.Group).GroupBy(c => c.Quote))
            if (sentence.Count() > 1 && wholes[sentence.Key].FirstOrDefault() is { } whole)
                Compare(work, subject, [.. sentence], whole);
        var named = roma.Where(c => c.Scope == ClaimScope.PartOfPlace && c.ScopeName.Length > 0).ToList();
        if (named.Count > 1 && roma.Find(c => c.Scope == ClaimScope.Place) is { } all) Compare(work, subject, named, all);
    }

    private static void Compare(DocumentWorkspace work, string subject, List<ReadClaim> parts, ReadClaim whole)
    {
        var sum = parts.Sum(p => p.Value!.Low ?? p.Value.High ?? 0);
        var (low, high) = (whole.Value!.Low ?? 0, whole.Value.High ?? whole.Value.Low ?? 0);
        var agrees = sum >= low * (1 - Tolerance) && sum <= high * (1 + Tolerance);
        Add(work, PartsAndWhole, subject, agrees, [Text(parts.Count), Text(sum), Text(whole.Value.Low), Text(whole.Value.High)], [.. parts, whole]);
    }

    private static bool IsResidents(ReadClaim c) => c.Kind == ClaimKind.Population && c.Scope == ClaimScope.Place;

    private static void Figures(DocumentWorkspace work, string subject, List<ReadClaim> claims)
    {
        var roma = claims.Where(c => c.Kind == ClaimKind.RomaPopulation).ToList();
        foreach (var claim in roma.Where(c => c.Method == "PROXY_NATIONALITY"))
            Add(work, ProxyFigure, subject, false, [claim.ScopeName, Text(claim.Value!.Low), Text(claim.Value.High)], claim);
        foreach (var claim in roma.Where(c => c.Scope is ClaimScope.WiderArea or ClaimScope.Country))
            Add(work, ScopeWider, subject, false, [claim.ScopeName, Text(claim.Value!.Low), Text(claim.Value.High)], claim);
        var own = roma.Where(c => c.Scope == ClaimScope.Place && c.Method != "PROXY_NATIONALITY").ToList();
        if (claims.Find(IsResidents) is { } residents && own.Count > 0) Bases(work, subject, own, residents);
        if (own.Count > 1 && own.Skip(1).FirstOrDefault(c => c.Value != own[0].Value) is { } rival)
            Add(work, RivalFigures, subject, false, [own[0].Method, Text(own[0].Value!.Low), Text(own[0].Value!.High), rival.Method, Text(rival.Value!.Low), Text(rival.Value!.High)], own[0], rival);
    }

    private static void Bases(DocumentWorkspace work, string subject, List<ReadClaim> own, ReadClaim residents)
    {
        foreach (var claim in own)
        {
            if (claim.Value!.Low > (residents.Value!.High ?? decimal.MaxValue))
                Add(work, CountAbovePopulation, subject, false, [Text(claim.Value.Low), Text(residents.Value.High)], claim, residents);
            else if (claim.Year != residents.Year)
                Add(work, UnlikeBases, subject, false, [Text(claim.Year), Text(residents.Year)], claim, residents);
        }
    }

    private static void Names(DocumentWorkspace work, Subject subject, List<ReadClaim> claims)
    {
        var place = claims.Find(c => c.Kind == ClaimKind.Place);
        if (subject.Namesakes > 1) Add(work, SameName, subject.Key, false, [subject.Name, Text(subject.Namesakes)], place);
        var grammar = new PlaceGrammar(work);
        var spelled = false;
        for (var i = work.SegmentAt(subject.Start); i < work.Segments.Count && work.Segments[i].Start < subject.End; i++)
        {
            var segment = work.Segments[i];
            var view = work.View(segment);
            if (subject.Type == "CITY_DISTRICT" && view.First(Concept.SecondCity) is { } rank && StartsWithSubject(work, subject, segment))
                work.Checks.Add(new ReadCheck(DistrictAsCity, subject.Key, CheckOutcome.Question, [subject.Name, work.Verbatim(rank.Start, rank.End)], [view.Quote]));
            if (spelled || segment.Start == work.Segments[subject.DeclaredIn].Start || work.Text.Of(segment.Start, segment.End).IndexOf(subject.HeadingName) < 0) continue;
            foreach (var name in work.Names.Scan(segment))
            {
                var bare = grammar.Bare(view, name);
                if (spelled || !IsOtherSpelling(work, subject, bare) || grammar.TypeAfter(view, name) != subject.Type) continue;
                spelled = true;
                work.Checks.Add(new ReadCheck(NameDiffers, subject.Key, CheckOutcome.Question, [subject.Name, work.Verbatim(bare.Start, bare.End)], [view.Quote]));
            }
        }
    }

    private static bool StartsWithSubject(DocumentWorkspace work, Subject subject, Segments.Segment segment)
    {
        var names = work.Names.Scan(segment);
        return names.Count > 0 && names[0].Start - segment.Start < 8 && subject.Names.Contains(work.Text.Of(names[0].Start, names[0].End).ToString());
    }

    private static bool IsOtherSpelling(DocumentWorkspace work, Subject subject, Reading.Names.Name bare)
    {
        var word = work.Text.Of(bare.Start, bare.End).ToString();
        return word.Length >= subject.HeadingName.Length + 3 && word.StartsWith(subject.HeadingName, StringComparison.Ordinal);
    }

    private static void Add(DocumentWorkspace work, string code, string subject, bool passed, IReadOnlyList<string> arguments, params ReadOnlySpan<ReadClaim?> claims)
    {
        var spans = new List<Span>();
        foreach (var claim in claims)
            if (claim is not null && spans.Count < Most && !spans.Contains(claim.Quote))
                spans.Add(claim.Quote);
        work.Checks.Add(new ReadCheck(code, subject, passed ? CheckOutcome.Passed : CheckOutcome.Question, arguments, spans));
    }

    private static string Text(decimal? value) => value is { } number ? number.ToString("0.############", CultureInfo.InvariantCulture) : "";
}
