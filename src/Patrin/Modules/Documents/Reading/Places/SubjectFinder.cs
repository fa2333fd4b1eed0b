using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Names;
using Patrin.Modules.Documents.Reading.Segments;
using Patrin.Modules.Documents.Reading.Text;
using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Reading.Places;

/// <summary>Turns headings and declarations into subjects with sections, and gives every segment its subject.</summary>
internal sealed class SubjectFinder(DocumentWorkspace work)
{
    private readonly PlaceGrammar grammar = new(work);
    private readonly FoldedText text = work.Text;

    public void Find()
    {
        var heads = new HeadingReader(work, grammar).Read();
        var programme = heads.Count > 0 && heads[0].SegmentIndex <= 3 ? null : new ProgrammeFinder(work).Find(heads.Count > 0 ? heads[0].SegmentIndex : work.Segments.Count);
        if (heads.Count == 0)
        {
            var prose = new ProsePlaces(work, grammar).Read();
            if (programme is not null && (prose.Count == 0 || programme.IsStrong)) AddProgramme(programme);
            else AddSections(prose, fromStart: true);
        }
        else
        {
            AddSections(heads, fromStart: false);
            if (programme is not null) AddProgramme(programme, work.Segments[heads[0].SegmentIndex].Start);
        }
        Assign();
    }

    private void AddProgramme(ProgrammeCandidate programme, int end = 0)
    {
        var name = work.Verbatim(programme.Name.Start, programme.Name.End);
        work.Subjects.Add(new Subject
        {
            Key = $"programme-{KeyPart(name)}",
            Name = name,
            IsProgramme = true,
            Start = 0,
            End = end > 0 ? end : text.Length,
            Declared = programme.Name,
            DeclaredIn = programme.SegmentIndex,
        });
    }

    // Sections run from heading to heading; prose of one place is about it from the first word on.
    private void AddSections(List<PlaceCandidate> candidates, bool fromStart)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            var start = fromStart && i == 0 ? 0 : work.Segments[candidates[i].SegmentIndex].Start;
            var end = i + 1 < candidates.Count ? work.Segments[candidates[i + 1].SegmentIndex].Start : text.Length;
            if (end > start) work.Subjects.Add(Make(candidates[i], start, end));
        }
    }

    private void Assign()
    {
        foreach (var segment in work.Segments)
        {
            for (var s = LowerBound(segment.Start); s >= 0 && s < work.Subjects.Count; s = -1)
                if (work.Subjects[s].Start <= segment.Start && segment.Start < work.Subjects[s].End)
                    segment.Subject = s;
        }
    }

    private int LowerBound(int position)
    {
        var (low, high) = (0, work.Subjects.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (work.Subjects[middle].Start <= position) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private Subject Make(PlaceCandidate candidate, int start, int end)
    {
        var view = work.View(work.Segments[candidate.SegmentIndex]);
        if (candidate.Name.Start < view.Segment.Start || candidate.Name.Start >= view.Segment.End)
            view = work.ViewOf(candidate.Name.Start, candidate.Name.End);
        var bare = grammar.Bare(view, candidate.Name);
        var bareName = Nice(work.Verbatim(bare.Start, bare.End));
        var type = candidate.Type;
        var name = type is "COUNTY" or "REGION" && bare.End < candidate.Name.End ? Nice(work.Verbatim(candidate.Name.Start, candidate.Name.End)) : bareName;
        var known = KnownPlaces(name, bareName, type);
        var country = candidate.Country.Length > 0 ? candidate.Country : CountryOf(candidate, known, start, end);
        var same = country.Length == 0 ? known : [.. known.Where(k => k.Country == country)];
        var place = same.Count > 0 ? same[0] : null;
        var subject = new Subject
        {
            Key = $"{(country.Length == 0 ? "place" : country.ToLowerInvariant())}-{KeyPart(name)}",
            Name = name,
            Country = country,
            Start = start,
            End = end,
            Declared = candidate.Name,
            DeclaredIn = candidate.SegmentIndex,
            Known = place,
            Namesakes = NamesakesOf(same),
        };
        AddNames(subject, bareName, place);
        subject.Type = type ?? TypeInSection(subject, place) ?? "MUNICIPALITY";
        return subject;
    }

    private static int NamesakesOf(List<KnownPlace> same) => same.Count(k => k.Kind == same[0].Kind);

    private List<KnownPlace> KnownPlaces(string name, string bareName, string? type)
    {
        var found = work.Find(name) is { Count: > 0 } exact ? exact : work.Find(bareName);
        var kind = type switch { "COUNTY" => "COUNTY", "REGION" => "REGION", _ => "" };
        var ofKind = found.Where(k => kind.Length > 0 ? k.Kind == kind : k.Kind is not ("COUNTY" or "REGION")).ToList();
        return ofKind.Count > 0 ? ofKind : [.. found];
    }

    private static void AddNames(Subject subject, string bareName, KnownPlace? place)
    {
        subject.HeadingName = Squeeze(bareName);
        foreach (var name in new[] { subject.Name, bareName, place?.Name, place?.LocalName })
            if (name is not null)
                subject.Names.Add(Squeeze(name));
    }

    /// <summary>Folded and without spaces and hyphens, as the scanners see it.</summary>
    public static string Squeeze(string name) => Folding.Fold(WithoutSurrogates(name)).Replace(" ", "", StringComparison.Ordinal);

    private static string WithoutSurrogates(string name) =>
        name.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(name.Where(c => !char.IsSurrogate(c))) : name;

    private static string KeyPart(string name) => Folding.Fold(Folding.Transliterate(WithoutSurrogates(name))).Replace(' ', '-');

    // "LOM" is a heading's way of writing "Lom".
    private static string Nice(string name)
    {
        var clean = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length > 3 && clean.All(c => !char.IsLower(c))
            ? System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(clean.ToLowerInvariant()) : clean;
    }

    // The country that the section names first, best in the declaring sentence; the gazetteer decides between several.
    private string CountryOf(PlaceCandidate candidate, List<KnownPlace> known, int start, int end)
    {
        var declaring = work.Segments[candidate.SegmentIndex];
        var near = Mentioned(declaring.Start, declaring.End);
        var all = near.Concat(Mentioned(start, Math.Min(end, start + 3000))).ToList();
        foreach (var country in all)
            if (known.Any(k => k.Country == country))
                return country;
        if (near.Count > 0 && known.Count == 0) return near[0];
        if (all.Count > 0 && known.Count == 0) return all[0];
        return known.Count > 0 ? known[0].Country : all.Count > 0 ? all[0] : "";
    }

    private List<string> Mentioned(int start, int end)
    {
        var view = work.ViewOf(start, end);
        var (names, adjectives) = (new List<string>(), new List<string>());
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Is(view[i], Concept.Country)) names.Add(work.Vocabulary.Countries[view[i].Term]);
            else if (view.Is(view[i], Concept.Nationality)) adjectives.Add(work.Vocabulary.Nationalities[view[i].Term]);
        }
        return [.. names.Concat(adjectives).Distinct()];
    }

    private string? TypeInSection(Subject subject, KnownPlace? place)
    {
        foreach (var segment in SectionHead(subject))
        {
            var view = work.View(segment);
            foreach (var name in work.Names.Scan(segment))
            {
                var bare = grammar.Bare(view, name);
                if (!subject.Names.Contains(text.Of(bare.Start, bare.End).ToString())) continue;
                if (IsDistrictOf(view, name)) return "CITY_DISTRICT";
            }
        }
        if (IsPartOfKnownCity(subject)) return "CITY_DISTRICT";
        return place?.Kind switch { "DISTRICT" => "CITY_DISTRICT", "COUNTY" => "COUNTY", "REGION" => "REGION", "CITY_STATE" => "CITY_STATE", _ => null };
    }

    private IEnumerable<Segment> SectionHead(Subject subject) =>
        work.Segments.Skip(work.SegmentAt(subject.Start)).TakeWhile(s => s.Start < subject.End).Take(8);

    // "X is a district of Y city".
    private static bool IsDistrictOf(SegmentView view, Name name) =>
        view.At(Concept.IsA, name.End) is { } isA && view.First(Concept.TypeCityDistrict, isA.End, isA.End + 14) is not null;

    // "East Gothenburg" where Gothenburg is known and East Gothenburg is not a town of its own.
    private bool IsPartOfKnownCity(Subject subject)
    {
        var space = subject.Name.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || subject.Known is { Kind: not "DISTRICT" }) return false;
        var view = work.ViewOf(subject.Declared.Start, subject.Declared.End);
        return view.At(Concept.Direction, subject.Declared.Start) is not null
            && work.Find(subject.Name[(space + 1)..]).Any(k => k.Country == subject.Country);
    }
}
