namespace Patrin.Modules.Vocabulary;

/// <summary>All code lists, loaded once at start-up and never changed while the program runs.</summary>
public sealed class CodeLists
{
    /// <summary>Languages in which every label exists; a list that lacks one stops the start.</summary>
    public static readonly IReadOnlyList<string> CompleteLanguages = ["en", "ro", "hu"];

    private readonly Dictionary<string, CodeList> _byName;

    private CodeLists(IEnumerable<CodeList> lists) =>
        _byName = lists.ToDictionary(list => list.Name, StringComparer.Ordinal);

    public IEnumerable<CodeList> All => _byName.Values.OrderBy(list => list.Name, StringComparer.Ordinal);

    public CodeList Areas => this["area"];

    public CodeList Challenges => this["challenge"];

    public CodeList Interventions => this["intervention"];

    public CodeList Indicators => this["indicator"];

    /// <summary>Keys are ISO 3166-1 alpha-2; the field <c>own</c> holds the name in the country's own languages.</summary>
    public CodeList Countries => this["country"];

    /// <summary>Keys are BCP 47 tags; the field <c>own</c> holds the language's name for itself.</summary>
    public CodeList Languages => this["language"];

    /// <summary>The list of this name; an unknown name is an error that names it.</summary>
    public CodeList this[string name] => _byName.TryGetValue(name, out var list)
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

    /// <summary>The policy area of a challenge.</summary>
    public Code AreaOf(string challengeCode) => Areas[Challenges[challengeCode].Parent!];
}
