using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Lexicon;

/// <summary>One language, compiled: the automaton over all its terms, the patterns by key concept, number words. Immutable.</summary>
internal sealed class ReaderVocabulary
{
    private readonly Dictionary<int, Pattern[]> challenges;
    private readonly Dictionary<int, Pattern[]> interventions;
    private readonly Dictionary<int, Pattern[]> methods;

    public ReaderVocabulary(ReadingLexicon lexicon, IPlaceNames places)
    {
        Lexicon = lexicon;
        var builder = new VocabularyBuilder(lexicon);
        builder.AddConcepts();
        challenges = builder.Patterns("challenges");
        interventions = builder.Patterns("interventions");
        methods = builder.Patterns("methods");
        Countries = builder.AddCountries(places.Countries);
        Nationalities = builder.AddValues(lexicon.Nationalities, Concept.Nationality);
        Numbers = builder.AddValues(lexicon.NumberWords, Concept.NumberWord);
        Fractions = builder.AddValues(lexicon.Fractions, Concept.Fraction);
        Magnitudes = builder.AddValues(lexicon.Magnitudes, Concept.Magnitude);
        Terms = builder.Terms();
        Automaton = TermAutomaton.Build([.. Terms.Select(t => t.Folded)]);
        Tiles = new TileSet(builder.Tiles(), [.. lexicon.WordEnds.Select(w => Term.Parse(w).Folded)]);
        GlueWords = [.. lexicon.Glue.Select(w => Term.Parse(w).Folded)];
        Abbreviations = [.. lexicon.Abbreviations.Select(w => Term.Parse(w).Folded)];
    }

    public ReadingLexicon Lexicon { get; }

    public Term[] Terms { get; }

    public TermAutomaton Automaton { get; }

    public TileSet Tiles { get; }

    public HashSet<string> GlueWords { get; }

    public HashSet<string> Abbreviations { get; }

    public Dictionary<int, string> Countries { get; }

    public Dictionary<int, string> Nationalities { get; }

    public Dictionary<int, decimal> Numbers { get; }

    public Dictionary<int, decimal> Fractions { get; }

    public Dictionary<int, decimal> Magnitudes { get; }

    public Pattern[] ChallengesAt(int concept) => challenges.GetValueOrDefault(concept) ?? [];

    public Pattern[] InterventionsAt(int concept) => interventions.GetValueOrDefault(concept) ?? [];

    public Pattern[] MethodsAt(int concept) => methods.GetValueOrDefault(concept) ?? [];
}
