using Patrin.Platform.Text;

namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>
/// Names of places in Europe and what they may stand for. Built once from data/gazetteer, then read by many threads.
/// A name that is not here may still be a place: villages below a thousand residents are mostly missing.
/// </summary>
public sealed class PlaceNames
{
    private readonly PlaceTable _table;
    private readonly NameIndex _index;
    private readonly Dictionary<string, string> _firstLevel;
    private readonly Dictionary<int, NamedPlace> _handMade;

    internal PlaceNames(PlaceTable table, NameIndex index, Dictionary<string, string> firstLevel,
        Dictionary<int, NamedPlace> handMade, CountryNames countries)
    {
        _table = table;
        _index = index;
        _firstLevel = firstLevel;
        _handMade = handMade;
        Countries = countries;
    }

    /// <summary>Countries with their names in all languages.</summary>
    public CountryNames Countries { get; }

    /// <summary>Number of places known.</summary>
    public int Count => _table.Count + _handMade.Keys.Count(row => row >= _table.Count);

    /// <summary>Reads the files of a folder (places.tsv.gz, aliases.tsv, countries.tsv, country-words.tsv).</summary>
    public static PlaceNames Load(string folder) => PlaceNamesLoader.Load(folder);

    /// <summary>Whether a folded name (see <see cref="Folding.Fold(string)"/>) is the name of at least one place. Allocates nothing.</summary>
    public bool Contains(ReadOnlySpan<char> foldedName) => !_index.Rows(foldedName).IsEmpty;

    /// <summary>
    /// Whether some name starts with these whole words and goes on with more: a scanner reads one word further as long as
    /// this holds, then takes the longest name that <see cref="Contains"/>. Allocates nothing.
    /// </summary>
    public bool IsKnownPrefix(ReadOnlySpan<char> foldedWords) => _index.IsPrefix(foldedWords);

    /// <summary>
    /// All places of a name, the likeliest first: those in <paramref name="country"/> when given, then by weight (residents,
    /// seats), own names before aliases. Names in Cyrillic or Greek, or with oe for ö, that are not recorded as such are
    /// found by their Latin or plain form.
    /// </summary>
    public IReadOnlyList<NamedPlace> Find(string foldedName, string? country = null)
    {
        ArgumentNullException.ThrowIfNull(foldedName);
        foreach (var form in Forms(foldedName))
        {
            var rows = _index.Rows(form);
            if (!rows.IsEmpty) return Ordered(rows, form, country);
        }
        return [];
    }

    private static IEnumerable<string> Forms(string folded)
    {
        yield return folded;
        var latin = Folding.Fold(Folding.Transliterate(folded));
        if (latin != folded) yield return latin;
        var plain = latin.Replace("oe", "o", StringComparison.Ordinal).Replace("ae", "a", StringComparison.Ordinal)
            .Replace("ue", "u", StringComparison.Ordinal);
        if (plain != latin) yield return plain;
    }

    private List<NamedPlace> Ordered(ReadOnlySpan<int> rows, string folded, string? country)
    {
        var places = new List<NamedPlace>(rows.Length);
        var seen = new HashSet<int>();
        foreach (var row in rows)
            if (seen.Add(row))
                places.Add(_handMade.GetValueOrDefault(row) ?? _table.Place(row, _firstLevel));
        return [.. places
            .OrderByDescending(place => place.Country == country)
            .ThenByDescending(place => place.Weight - (Folding.Fold(place.Name) == folded ? 0 : 5))
            .ThenBy(place => place.Country, StringComparer.Ordinal)
            .ThenBy(place => place.Key, StringComparer.Ordinal)];
    }
}
