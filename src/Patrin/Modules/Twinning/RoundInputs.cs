using Patrin.Modules.Twinning.Matching;

namespace Patrin.Modules.Twinning;

/// <summary>Everything a round is worked out from. Nothing else flows in: no clock, no database, no order of rows.</summary>
/// <param name="Rules">What the secretariat decided.</param>
/// <param name="Places">The profiles as they stood, in ordinal order of their keys.</param>
public sealed record RoundInputs(RoundRules Rules, IReadOnlyList<ProfileSnapshot> Places)
{
    public ProfileSnapshot? Find(string key) => Places.FirstOrDefault(place => place.Key == key);
}

/// <summary>The rules of a round.</summary>
public sealed record RoundRules
{
    public const int MaxCapacity = 3;
    public const int MaxPlaces = 400;

    /// <summary>Keys of the places that take part; empty for all.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>How many partners a place can look after, 1 to 3; 1 where nothing is said.</summary>
    public SortedDictionary<string, int> Capacities { get; init; } = new(StringComparer.Ordinal);

    /// <summary>False: partners are in different countries.</summary>
    public bool SameCountryAllowed { get; init; }

    /// <summary>At most so many pairs between the same two countries; null for no limit.</summary>
    public int? CountryPairLimit { get; init; }

    /// <summary>Pairs that are fixed before the search begins.</summary>
    public IReadOnlyList<PlacePair> Locks { get; init; } = [];

    /// <summary>Pairs that must not be proposed.</summary>
    public IReadOnlyList<PlacePair> Exclusions { get; init; } = [];

    /// <summary>Weight of each part of the score by its name, 0 to 100.</summary>
    public SortedDictionary<string, int> Weights { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Least score of a pair that is proposed, in ten-thousandths.</summary>
    public int Minimum { get; init; } = 1500;

    /// <summary>Starts the random weightings that test how firm a pair is.</summary>
    public int Seed { get; init; } = 1;

    public int CapacityOf(string place) => Capacities.GetValueOrDefault(place, 1);
}

/// <summary>Two places, the key that comes first in ordinal order in front.</summary>
public sealed record PlacePair(string A, string B)
{
    public static PlacePair Of(string x, string y) => string.CompareOrdinal(x, y) < 0 ? new(x, y) : new(y, x);

    internal static PlacePair Of(PairKey key) => new(key.A, key.B);

    internal PairKey Key => new(A, B);

    public bool Has(string place) => A == place || B == place;

    public string Other(string place) => A == place ? B : A;
}

/// <summary>What a round knows about a place: figures and codes, each with the claims it rests on.</summary>
public sealed record ProfileSnapshot
{
    public required string Key { get; init; }

    /// <summary>Readable part of the place's address, for links.</summary>
    public string Slug { get; init; } = "";

    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2; empty when unknown.</summary>
    public string Country { get; init; } = "";

    public string Type { get; init; } = "";

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Residents of the place itself; null when no source says.</summary>
    public long? Residents { get; init; }

    /// <summary>The claims that give <see cref="Residents"/>.</summary>
    public IReadOnlyList<Guid> ResidentsClaims { get; init; } = [];

    /// <summary>Languages its authority works in, BCP 47, main one first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<StatedCode> Challenges { get; init; } = [];

    /// <summary>What it wants to learn or do.</summary>
    public IReadOnlyList<StatedCode> Needs { get; init; } = [];

    /// <summary>What already runs there.</summary>
    public IReadOnlyList<StatedCode> Offers { get; init; } = [];

    /// <summary>The profile says that people from other countries came here.</summary>
    public bool IsDestination { get; init; }

    /// <summary>Countries or places that the profile names as the other end of that movement.</summary>
    public IReadOnlyList<StatedCode> Links { get; init; } = [];

    /// <summary>Keys of places it was twinned with before.</summary>
    public IReadOnlyList<string> EarlierPartners { get; init; } = [];

    internal PlaceProfile ToProfile() => new(Key, Name, Country)
    {
        Type = Type.Length > 0 ? Type : null,
        Population = Residents,
        Languages = Languages,
        IsDestination = IsDestination,
        Links = [.. Links.Select(link => new OriginLink(link.Code, link.Claims))],
        Challenges = Facts(Challenges),
        Needs = Facts(Needs),
        Offers = Facts(Offers),
        PreviousPartners = EarlierPartners,
    };

    private static List<CodedFact> Facts(IReadOnlyList<StatedCode> codes) => [.. codes.Select(code => new CodedFact(code.Code, code.Claims))];
}

/// <summary>A code that a place states, and the claims that carry it.</summary>
public sealed record StatedCode(string Code, IReadOnlyList<Guid> Claims);
