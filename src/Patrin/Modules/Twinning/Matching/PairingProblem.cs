namespace Patrin.Modules.Twinning.Matching;

/// <summary>Everything that decides a round. The order of the lists does not matter.</summary>
public sealed record PairingProblem
{
    public required IReadOnlyList<PairingPlace> Places { get; init; }

    /// <summary>Pairs that may be proposed, each at most once, with their score.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>Pairs that must be in the answer. A lock is a decision of people: it overrides the least score and <see cref="LeftOut"/>, nothing else.</summary>
    public IReadOnlyList<PairKey> Locks { get; init; } = [];

    /// <summary>Pairs that must not be in the answer.</summary>
    public IReadOnlyList<PairKey> Exclusions { get; init; } = [];

    /// <summary>Partners must be in different countries.</summary>
    public bool AcrossBordersOnly { get; init; }

    /// <summary>No pair below this score (ten-thousandths) is proposed. Pairs at 0 or below never are.</summary>
    public int LeastScore { get; init; }

    /// <summary>Places that get no proposal, for instance because they state no wish.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>At most so many pairs between two countries.</summary>
    public IReadOnlyList<CountryPairLimit> Limits { get; init; } = [];
}

/// <summary>A participant.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Country">Country code.</param>
/// <param name="Capacity">How many partners it can take, usually 1 to 3.</param>
public sealed record PairingPlace(string Key, string Country, int Capacity);

/// <summary>A scored pair.</summary>
/// <param name="Pair">The two places.</param>
/// <param name="Score">Ten-thousandths.</param>
public sealed record Candidate(PairKey Pair, int Score);

/// <summary>At most <paramref name="Most"/> pairs between two countries (or inside one, when both are the same).</summary>
public sealed record CountryPairLimit(string One, string Other, int Most)
{
    public bool Covers(string a, string b) => (a == One && b == Other) || (a == Other && b == One);
}

/// <summary>An unordered pair of place keys, kept in ordinal order.</summary>
public readonly record struct PairKey : IComparable<PairKey>
{
    public PairKey(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
            throw new ArgumentException("A place cannot be paired with itself.", nameof(other));
        (A, B) = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
    }

    public string A { get; }
    public string B { get; }

    public bool Has(string key) => A == key || B == key;

    public string Partner(string key) => A == key ? B : A;

    public int CompareTo(PairKey other)
    {
        var first = string.CompareOrdinal(A, other.A);
        return first != 0 ? first : string.CompareOrdinal(B, other.B);
    }

    public static bool operator <(PairKey left, PairKey right) => left.CompareTo(right) < 0;
    public static bool operator >(PairKey left, PairKey right) => left.CompareTo(right) > 0;
    public static bool operator <=(PairKey left, PairKey right) => left.CompareTo(right) <= 0;
    public static bool operator >=(PairKey left, PairKey right) => left.CompareTo(right) >= 0;
}
