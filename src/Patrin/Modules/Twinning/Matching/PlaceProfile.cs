namespace Patrin.Modules.Twinning.Matching;

/// <summary>What the engine knows of one place. Absent is empty or null, never zero.</summary>
/// <param name="Key">Stable key; every tie is broken by its ordinal order.</param>
/// <param name="Name">Name for people; the engine never reads it.</param>
/// <param name="Country">Country code (ISO 3166-1 alpha-2).</param>
public sealed record PlaceProfile(string Key, string Name, string Country)
{
    /// <summary>Actor type code, for example MUNICIPALITY or COUNTY_PROVINCE; null when not stated.</summary>
    public string? Type { get; init; }

    /// <summary>Number of residents, or null when the sources give none.</summary>
    public long? Population { get; init; }

    /// <summary>Working languages (BCP 47 codes).</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The profile says that people left from here for other countries.</summary>
    public bool IsOrigin { get; init; }

    /// <summary>The profile says that people from other countries came here.</summary>
    public bool IsDestination { get; init; }

    /// <summary>Countries or places the profile names as the other end of that movement.</summary>
    public IReadOnlyList<OriginLink> Links { get; init; } = [];

    /// <summary>Challenge codes.</summary>
    public IReadOnlyList<CodedFact> Challenges { get; init; } = [];

    /// <summary>What the place wants to learn: intervention codes.</summary>
    public IReadOnlyList<CodedFact> Needs { get; init; } = [];

    /// <summary>What the place has or runs: intervention codes.</summary>
    public IReadOnlyList<CodedFact> Offers { get; init; } = [];

    /// <summary>Keys of places it was twinned with before.</summary>
    public IReadOnlyList<string> PreviousPartners { get; init; } = [];
}

/// <summary>A code together with the accepted claims it rests on.</summary>
public sealed record CodedFact(string Code, IReadOnlyList<Guid> ClaimIds);

/// <summary>The other end of a movement of people, as the profile names it.</summary>
/// <param name="Target">A country code or the key of a place.</param>
/// <param name="ClaimIds">The claims that say so.</param>
public sealed record OriginLink(string Target, IReadOnlyList<Guid> ClaimIds);
