namespace Patrin.Modules.Documents.Reading.Lexicon;

/// <summary>Numbers terms and concepts of one lexicon and compiles its patterns.</summary>
internal sealed class VocabularyBuilder(ReadingLexicon lexicon)
{
    private static readonly Dictionary<string, (string Group, string Id, Concept Concept)> Roles = MakeRoles();

    private readonly Dictionary<string, int> termIds = new(StringComparer.Ordinal);
    private readonly List<Term> terms = [];
    private readonly List<HashSet<int>> conceptsOf = [];
    private readonly Dictionary<string, int> conceptIds = new(StringComparer.Ordinal);
    private int nextConcept = (int)Concept.Count;

    public Term[] Terms()
    {
        for (var i = 0; i < terms.Count; i++) terms[i].Concepts = [.. conceptsOf[i].Order()];
        return [.. terms];
    }

    /// <summary>Named concepts and the sets the engine asks for.</summary>
    public void AddConcepts()
    {
        foreach (var (group, id, concept) in Roles.Values)
            foreach (var written in Group(group).GetValueOrDefault(id) ?? [])
                foreach (var word in Expand(written))
                    Put(word, (int)concept);
        foreach (var word in lexicon.Months) Put(word, (int)Concept.Month);
    }

    public Dictionary<int, Pattern[]> Patterns(string group)
    {
        var found = new Dictionary<int, List<Pattern>>();
        foreach (var (code, rules) in Group(group).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            foreach (var rule in rules)
            {
                var text = PatternText.Parse(rule);
                var pattern = new Pattern(code, [.. text.Parts.Select(ConceptOf)], [.. text.Refusers.Select(ConceptOf)],
                    text.Ordered, text.Words * Pattern.CharsPerWord, text.ListOnly || (text.Parts.Count == 1 && code.EndsWith("-00", StringComparison.Ordinal)), rule);
                if (!found.TryGetValue(pattern.Concepts[0], out var list)) found[pattern.Concepts[0]] = list = [];
                list.Add(pattern);
            }
        }
        return found.ToDictionary(p => p.Key, p => p.Value.ToArray());
    }

    public Dictionary<int, string> AddCountries(IEnumerable<KeyValuePair<string, string>> countries)
    {
        var values = new Dictionary<int, string>();
        foreach (var (name, code) in countries) values.TryAdd(Put(name, (int)Concept.Country), code);
        return values;
    }

    public Dictionary<int, T> AddValues<T>(IReadOnlyDictionary<string, T> words, Concept concept)
    {
        var values = new Dictionary<int, T>();
        foreach (var (word, value) in words) values[Put(word, (int)concept)] = value;
        return values;
    }

    /// <summary>Every whole word of the lexicon: what glued text may consist of.</summary>
    public IEnumerable<string> Tiles()
    {
        var groups = lexicon.Groups.Values.SelectMany(g => g.Values).SelectMany(rules => rules).SelectMany(Words);
        return groups.Concat(lexicon.Glue).Concat(lexicon.Words).Concat(lexicon.NumberWords.Keys).Concat(lexicon.Nationalities.Keys)
            .Select(w => Term.Parse(w).Folded).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Words(string rule)
    {
        foreach (var alternative in rule.Split('&', '>', '|', '!'))
            foreach (var word in alternative.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (word.Length > 2 && !word.Contains('*', StringComparison.Ordinal) && word.All(c => char.IsLetter(c) || c is '-' or '\''))
                    yield return word;
    }

    private int ConceptOf(string[] alternatives)
    {
        var key = string.Join('|', alternatives.Order(StringComparer.Ordinal));
        if (conceptIds.TryGetValue(key, out var known)) return known;
        var concept = nextConcept++;
        conceptIds[key] = concept;
        foreach (var alternative in alternatives)
            foreach (var word in Expand(alternative))
                Put(word, concept);
        return concept;
    }

    private IEnumerable<string> Expand(string alternative, int depth = 0)
    {
        if (!alternative.StartsWith('@'))
            return [alternative];
        if (depth > 4 || !Group("concepts").TryGetValue(alternative[1..], out var words))
            throw new LexiconException($"Lexicon {lexicon.Language}: there is no concept {alternative}.");
        return words.SelectMany(w => Expand(w, depth + 1));
    }

    private int Put(string written, int concept)
    {
        var term = Term.Parse(written);
        var key = $"{(term.OpenStart ? "*" : "")}{term.Folded}{(term.OpenEnd ? "*" : "")}";
        if (!termIds.TryGetValue(key, out var id))
        {
            termIds[key] = id = terms.Count;
            terms.Add(term);
            conceptsOf.Add([]);
        }
        conceptsOf[id].Add(concept);
        return id;
    }

    private IReadOnlyDictionary<string, IReadOnlyList<string>> Group(string name) =>
        lexicon.Groups.TryGetValue(name, out var group) ? group : new Dictionary<string, IReadOnlyList<string>>();

    private static Dictionary<string, (string, string, Concept)> MakeRoles()
    {
        var roles = new Dictionary<string, (string, string, Concept)>(StringComparer.Ordinal);
        void Add(string group, string id, Concept concept) => roles.Add($"{group}/{id}", (group, id, concept));
        void Same(string group, Concept first, Concept last, string prefix = "")
        {
            for (var c = first; c <= last; c++)
            {
                var name = c.ToString()[prefix.Length..];
                Add(group, char.ToLowerInvariant(name[0]) + name[1..], c);
            }
        }
        Same("markers", Concept.Wish, Concept.ListLead);
        Same("headings", Concept.HeadPlace, Concept.HeadFurniture, "Head");
        Same("quantifiers", Concept.About, Concept.Percent);
        Same("nouns", Concept.Roma, Concept.Community);
        Same("placeWords", Concept.Part, Concept.HomeTo);
        Add("placeTypes", "MUNICIPALITY", Concept.TypeMunicipality);
        Add("placeTypes", "CITY_DISTRICT", Concept.TypeCityDistrict);
        Add("placeTypes", "COUNTY", Concept.TypeCounty);
        Add("placeTypes", "CITY_STATE", Concept.TypeCityState);
        Add("placeTypes", "REGION", Concept.TypeRegion);
        Add("placeTypes", "INTERMUNICIPAL", Concept.TypeIntermunicipal);
        Add("placeTypes", "COUNTRY", Concept.TypeCountry);
        return roles;
    }

    /// <summary>Keys the engine understands, for validation.</summary>
    public static IReadOnlyCollection<string> KnownKeys => Roles.Keys;
}
