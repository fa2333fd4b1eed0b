namespace Patrin.Modules.Places.Contracts;

/// <summary>What other modules may know about a place in one look.</summary>
/// <param name="Key">Subject key of its claims.</param>
/// <param name="Slug">Readable part of its address.</param>
/// <param name="Name">Latin name.</param>
/// <param name="LocalName">Name in its own script; empty when it is the same.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Type">A <c>PLACE_TYPE</c> code.</param>
/// <param name="Nuts3">NUTS 3 code; empty when unknown.</param>
/// <param name="Latitude">Degrees; null when unknown.</param>
/// <param name="Longitude">Degrees; null when unknown.</param>
/// <param name="Residents">The ranked or only stated number of residents; null when the sources give none.</param>
/// <param name="Languages">Languages of its authority, BCP 47, main one first.</param>
/// <param name="Challenges">Challenge codes with the claims they rest on.</param>
/// <param name="Needs">Intervention and challenge codes of its wishes.</param>
/// <param name="Offers">Intervention codes of what already runs.</param>
/// <param name="HasPlan">True when a source names a plan or strategy.</param>
/// <param name="Programmes">Codes of programmes it is a member of today.</param>
public sealed record PlaceCard(
    string Key, string Slug, string Name, string LocalName, string Country, string Type, string Nuts3,
    double? Latitude, double? Longitude, long? Residents, IReadOnlyList<string> Languages,
    IReadOnlyList<CodedFact> Challenges, IReadOnlyList<CodedFact> Needs, IReadOnlyList<CodedFact> Offers,
    bool HasPlan, IReadOnlyList<string> Programmes)
{
    /// <summary>What each source says about the number of residents of the whole place; protected numbers are left out.</summary>
    public IReadOnlyList<ResidentsFact> Population { get; init; } = [];

    /// <summary>False where a number of the place is protected: then its sentences stand on its own pages only.</summary>
    public bool ShowsSentences { get; init; } = true;
}

/// <summary>A number of residents as one accepted claim gives it; an open end is null.</summary>
public sealed record ResidentsFact(decimal? Low, decimal? High, Guid Claim);

/// <summary>A code a place states, with the accepted claims behind it.</summary>
/// <param name="Code">Challenge or intervention code.</param>
/// <param name="Claims">Claims that carry it; never empty.</param>
/// <param name="IsSensitive">To be shown with care: never on a map, never beside a count of Roma residents (domain.md 7.4).</param>
public sealed record CodedFact(string Code, IReadOnlyList<Guid> Claims, bool IsSensitive);

/// <summary>What the network holds, for the start page. Each number is a list somewhere.</summary>
public sealed record NetworkCounts(int Places, int Countries, int Challenges, int Wishes, int Offers, int PlacesWithWish, int PlacesWithPlan);

/// <summary>How many places state a challenge.</summary>
public sealed record ChallengeCount(string Code, int Places);
