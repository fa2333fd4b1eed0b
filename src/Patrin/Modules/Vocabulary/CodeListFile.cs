namespace Patrin.Modules.Vocabulary;

/// <summary>A code list as its file writes it, before any check.</summary>
internal sealed record CodeListFile
{
    public required string List { get; init; }

    /// <summary>The list that the <c>parent</c> of each code points into.</summary>
    public string? ParentList { get; init; }

    /// <summary>For fields that hold codes themselves (one or several, separated by spaces): field name to list name.</summary>
    public Dictionary<string, string> FieldLists { get; init; } = [];

    public required Dictionary<string, string> Label { get; init; }

    /// <summary>A network may stop offering single codes: no rule of the program names them.</summary>
    public bool MayRetire { get; init; }

    public required string Source { get; init; }

    public required List<CodeEntry> Codes { get; init; }

    /// <summary>File name for messages; not part of the file.</summary>
    internal string FileName { get; set; } = "";

    public CodeList ToList() => new(List, new LocalText(Label), Source, MayRetire, Codes.Select(entry => entry.ToCode()));
}

/// <summary>One line of a code list's file.</summary>
internal sealed record CodeEntry
{
    public required string Code { get; init; }

    public string? Parent { get; init; }

    public List<string> Areas { get; init; } = [];

    public required Dictionary<string, string> Label { get; init; }

    public Dictionary<string, string>? Note { get; init; }

    public required int Sort { get; init; }

    public bool Sensitive { get; init; }

    public RetiredEntry? Retired { get; init; }

    public Dictionary<string, string> Fields { get; init; } = [];

    public Code ToCode() => new()
    {
        Key = Code,
        Parent = Parent,
        Areas = Areas,
        Sort = Sort,
        IsSensitive = Sensitive,
        Retired = Retired is null ? null : new Retirement(Retired.Since, Retired.Replacement),
        Fields = Fields,
        Labels = new LocalText(Label),
        Notes = Note is null ? null : new LocalText(Note),
    };
}

/// <summary>The retirement of a code as the file writes it.</summary>
internal sealed record RetiredEntry
{
    public required DateOnly Since { get; init; }

    public string? Replacement { get; init; }
}
