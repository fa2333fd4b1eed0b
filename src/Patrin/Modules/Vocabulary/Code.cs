using Patrin.Modules.Vocabulary.Changing;

namespace Patrin.Modules.Vocabulary;

/// <summary>One entry of a code list: a stable key that is stored, and the words that people see for it.</summary>
public sealed record Code
{
    /// <summary>The stored form, for instance <c>EDU-01</c>. It is never translated, reused or deleted.</summary>
    public required string Key { get; init; }

    /// <summary>Key in the parent list (a challenge's area, a variety's language); null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Policy areas the entry belongs to, main one first; empty where areas do not apply.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Position in its list, from 1.</summary>
    public required int Sort { get; init; }

    /// <summary>Shown with a caution and never on a map below region level.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Set when the code is no longer offered; records that carry it keep it and keep its label.</summary>
    public Retirement? Retired { get; init; }

    /// <summary>Further properties by name: an indicator's unit, a country's own name, a programme's period.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The words in every language that has them: for search, which finds a record in any language.</summary>
    public required LocalText Labels { get; init; }

    public LocalText? Notes { get; init; }

    public bool IsRetired => Retired is not null;

    /// <summary>The words for the code in <paramref name="language"/>, or in the nearest language that has them.</summary>
    /// <param name="language">BCP 47 tag, for instance <c>ro</c> or <c>hu-RO</c>.</param>
    public string Label(string language) => Labels.In(language);

    /// <summary>What the code covers, where the list says so; otherwise null.</summary>
    public string? Note(string language) => Notes?.In(language);

    /// <summary>The code with a change of this network: other words in one language, or no longer offered.</summary>
    internal Code With(CodeChange change) => change.Kind switch
    {
        CodeChangeKind.Retire => this with { Retired = new(DateOnly.FromDateTime(change.At), change.Replacement.Length > 0 ? change.Replacement : null) },
        _ => this with
        {
            Labels = Labels.With(change.Language, change.Label),
            Notes = change.Note.Length == 0 ? Notes : (Notes ?? new LocalText(new Dictionary<string, string>())).With(change.Language, change.Note),
        },
    };

    /// <summary>A further property, or null where the entry has none of that name.</summary>
    public string? Field(string name) => Fields.GetValueOrDefault(name);
}

/// <summary>Since when a code is no longer offered, and which code to use instead, if any.</summary>
public sealed record Retirement(DateOnly Since, string? Replacement);
