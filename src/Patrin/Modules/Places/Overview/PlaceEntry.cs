using Patrin.Modules.Documents;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Figures;

namespace Patrin.Modules.Places.Overview;

/// <summary>One place as lists, the map and comparisons show it. Its figures have been through <see cref="Disclosure"/>.</summary>
public sealed record PlaceEntry
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public string LocalName { get; init; } = "";

    public string LocalLanguage { get; init; } = "";

    public string Country { get; init; } = "";

    public string Type { get; init; } = "";

    public string Nuts3 { get; init; } = "";

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>For counties and regions.</summary>
    public double? AreaKm2 { get; init; }

    public long? Residents { get; init; }

    public FigureKind FigureKind { get; init; }

    public DateTime UpdatedAt { get; init; }

    /// <summary>All figures of residents.</summary>
    public IReadOnlyList<Figure> Population { get; init; } = [];

    /// <summary>All figures for Roma residents, counts and shares, ranked ones first.</summary>
    public IReadOnlyList<Figure> Roma { get; init; } = [];

    /// <summary>True when one of its numbers must not be told: then sentences are shown on its own pages only, which know which ones may be.</summary>
    public bool HasProtected { get; init; }

    public IReadOnlyList<CodedFact> Challenges { get; init; } = [];

    public IReadOnlyList<CodedFact> Wishes { get; init; } = [];

    public IReadOnlyList<CodedFact> Offers { get; init; } = [];

    /// <summary>What the reading of current documents compared about it.</summary>
    public IReadOnlyList<DocumentCheck> Checks { get; init; } = [];

    public bool HasPlan { get; init; }

    public bool HasWish { get; init; }

    public IReadOnlyList<PlaceMembership> Memberships { get; init; } = [];

    /// <summary>Codes of programmes it is a member of today.</summary>
    public IEnumerable<string> Programmes => Memberships.Where(m => m is { Status: "MEMBER", To: null }).Select(m => m.Programme);

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Folded names and aliases, for the text filter.</summary>
    public string Search { get; init; } = "";

    /// <summary>Challenges that may be listed, counted and drawn.</summary>
    public IEnumerable<string> OpenChallenges => Challenges.Where(c => !c.IsSensitive).Select(c => c.Code);

    public bool States(string challenge) => Challenges.Any(c => c.Code == challenge);
}
