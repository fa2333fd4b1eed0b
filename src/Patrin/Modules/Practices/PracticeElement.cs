namespace Patrin.Modules.Practices;

/// <summary>A part of a practice that can be used elsewhere by itself (domain.md 4.4).</summary>
public sealed record PracticeElement
{
    public const int TitleMax = 80, DescriptionMax = 600, ConditionMax = 300, Most = 12;

    /// <summary>Its number for ever: part of its address, kept when others are added or taken away.</summary>
    public int Number { get; init; }

    /// <summary>Grows when its words change, so that adopters can be told what changed.</summary>
    public int Version { get; init; } = 1;

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Code of element_type.</summary>
    public string Type { get; init; } = "";

    /// <summary>Code of fidelity.</summary>
    public string Fidelity { get; init; } = "";

    public IReadOnlyList<Precondition> Preconditions { get; init; } = [];

    public decimal? CostLow { get; init; }

    public decimal? CostHigh { get; init; }

    public string? CostCurrency { get; init; }

    public string? CostPer { get; init; }

    public int? SetUpWeeks { get; init; }

    private bool SaysTheSameAs(PracticeElement other) =>
        this with { Version = other.Version, Preconditions = other.Preconditions } == other && Preconditions.SequenceEqual(other.Preconditions);

    /// <summary>
    /// The elements of a next version: those without a number get one never given before, those whose words changed a higher version.
    /// </summary>
    public static (IReadOnlyList<PracticeElement> Elements, int Last) Follow(PracticeContent? before, IReadOnlyList<PracticeElement> now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var last = Math.Max(before?.LastElement ?? 0, now.Select(e => e.Number).DefaultIfEmpty(0).Max());
        List<PracticeElement> followed = [];
        foreach (var element in now)
        {
            followed.Add((element.Number == 0 ? null : before?.Element(element.Number)) switch
            {
                { } old => element with { Version = element.SaysTheSameAs(old) ? old.Version : old.Version + 1 },
                null => element with { Number = element.Number == 0 ? ++last : element.Number, Version = 1 },
            });
        }

        return (followed, last);
    }
}

/// <summary>What a precondition is about: the kind decides whether a place's facts can answer it.</summary>
public enum PreconditionKind
{
    /// <summary>The place has this challenge.</summary>
    Challenge,

    /// <summary>The place already does this.</summary>
    Intervention,

    /// <summary>At least so many residents.</summary>
    PopulationMin,

    /// <summary>At most so many residents.</summary>
    PopulationMax,

    /// <summary>Code of place_type.</summary>
    PlaceType,

    /// <summary>ISO 3166-1 alpha-2.</summary>
    Country,

    /// <summary>Only people on the ground can say.</summary>
    Stated,
}

/// <summary>What must be there before an element can work.</summary>
public sealed record Precondition
{
    public PreconditionKind Kind { get; init; } = PreconditionKind.Stated;

    public string Value { get; init; } = "";

    public string Text { get; init; } = "";
}
