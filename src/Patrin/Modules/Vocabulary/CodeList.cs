using System.Diagnostics.CodeAnalysis;
using Patrin.Modules.Vocabulary.Changing;

namespace Patrin.Modules.Vocabulary;

/// <summary>One list of codes, in the order people should see it.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, Code> _byKey;
    private readonly LocalText _label;

    internal CodeList(string name, LocalText label, string source, bool mayRetire, IEnumerable<Code> codes)
    {
        Name = name;
        Source = source;
        MayRetire = mayRetire;
        _label = label;
        All = [.. codes.OrderBy(code => code.Sort)];
        Current = [.. All.Where(code => !code.IsRetired)];
        // Language tags are compared without case (BCP 47), and a code typed in lower case means the same code.
        _byKey = All.ToDictionary(code => code.Key, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Name of the list and of its file: <c>challenge</c>.</summary>
    public string Name { get; }

    /// <summary>Where the list comes from.</summary>
    public string Source { get; }

    /// <summary>A network may stop offering single codes; false where the program's rules name them.</summary>
    public bool MayRetire { get; }

    /// <summary>Every code ever given out, retired ones included: for reading stored records.</summary>
    public IReadOnlyList<Code> All { get; }

    /// <summary>The codes on offer: for forms and filters.</summary>
    public IReadOnlyList<Code> Current { get; }

    /// <summary>The code with this key; an unknown key is an error that names list and key.</summary>
    public Code this[string key] => Find(key)
        ?? throw new KeyNotFoundException($"The code list '{Name}' has no code '{key}'.");

    /// <summary>The heading of the list.</summary>
    public string Label(string language) => _label.In(language);

    /// <summary>The same list with an administrator's changes laid over it.</summary>
    internal CodeList With(ILookup<string, CodeChange> changes) =>
        new(Name, _label, Source, MayRetire, All.Select(code => changes[code.Key].Aggregate(code, (c, change) => c.With(change))));

    public Code? Find(string key) => _byKey.GetValueOrDefault(key);

    public bool Contains(string key) => _byKey.ContainsKey(key);

    public bool TryGet(string key, [NotNullWhen(true)] out Code? code) => _byKey.TryGetValue(key, out code);
}
