using Patrin.Modules.Vocabulary.Changing;

namespace Patrin.Modules.Vocabulary;

/// <summary>
/// All code lists: loaded once at start-up, with this network's own words laid over them. Keys never change while the program runs;
/// a list or code that somebody holds keeps the words it had when it was asked for.
/// </summary>
public sealed class CodeLists : IChangedLists<CodeChange>
{
    /// <summary>Languages in which every label exists; a list that lacks one stops the start.</summary>
    public static readonly IReadOnlyList<string> CompleteLanguages = ["en", "ro", "hu"];

    private readonly IReadOnlyList<CodeList> _shipped;

    // Replaced as a whole when an administrator changes a list; readers keep the one they began with.
    private volatile State _now;

    private CodeLists(IEnumerable<CodeList> lists)
    {
        _shipped = [.. lists];
        _now = State.Of(_shipped, []);
    }

    public IEnumerable<CodeList> All => _now.Lists.Values.OrderBy(list => list.Name, StringComparer.Ordinal);

    public CodeList Areas => this["area"];

    public CodeList Challenges => this["challenge"];

    public CodeList Interventions => this["intervention"];

    public CodeList Indicators => this["indicator"];

    /// <summary>Keys are ISO 3166-1 alpha-2; the field <c>own</c> holds the name in the country's own languages.</summary>
    public CodeList Countries => this["country"];

    /// <summary>Keys are BCP 47 tags; the field <c>own</c> holds the language's name for itself.</summary>
    public CodeList Languages => this["language"];

    /// <summary>The list of this name; an unknown name is an error that names it.</summary>
    public CodeList this[string name] => _now.Lists.TryGetValue(name, out var list)
        ? list
        : throw new KeyNotFoundException($"There is no code list '{name}'.");

    /// <summary>Reads and checks every <c>*.json</c> in <paramref name="directory"/> (<c>data/codes</c>).</summary>
    /// <exception cref="CodeListException">Something is wrong; the message has one line per fault: file, code, fault.</exception>
    public static CodeLists Load(string directory)
    {
        var files = CodeListReader.ReadAll(directory);
        var faults = CodeListCheck.Faults(files).ToList();
        if (faults.Count > 0)
            throw new CodeListException(faults);
        return new CodeLists(files.Select(file => file.ToList()));
    }

    /// <summary>A list as it came with the program, or null where there is none of this name.</summary>
    public CodeList? Shipped(string name) => _shipped.FirstOrDefault(list => list.Name == name);

    /// <inheritdoc/>
    public void Apply(IReadOnlyList<CodeChange> inForce)
    {
        if (!_now.Changes.SequenceEqual(inForce.Select(change => change.Id)))
            _now = State.Of(_shipped, inForce);
    }

    /// <summary>The policy area of a challenge.</summary>
    public Code AreaOf(string challengeCode) => Areas[Challenges[challengeCode].Parent!];

    /// <summary>The lists as they count now.</summary>
    private sealed record State(Dictionary<string, CodeList> Lists, IReadOnlyList<Guid> Changes)
    {
        public static State Of(IReadOnlyList<CodeList> shipped, IReadOnlyList<CodeChange> changes)
        {
            var byList = changes.ToLookup(change => change.List, StringComparer.Ordinal);
            var lists = shipped.Select(list => byList.Contains(list.Name) ? list.With(byList[list.Name].ToLookup(change => change.Code)) : list);
            return new(lists.ToDictionary(list => list.Name, StringComparer.Ordinal), [.. changes.Select(change => change.Id)]);
        }
    }
}
