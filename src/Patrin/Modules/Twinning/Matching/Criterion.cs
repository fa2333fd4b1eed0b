namespace Patrin.Modules.Twinning.Matching;

/// <summary>The named parts of which a pair score is the sum, in the order in which they are shown.</summary>
public enum Criterion
{
    /// <summary>Challenges both places name; the fewer places name one, the more it counts.</summary>
    SharedChallenges,

    /// <summary>What one wants and the other has, in both directions; the weaker direction counts twice.</summary>
    NeedsMetByOffers,

    /// <summary>Interventions both want to learn.</summary>
    SharedWishes,

    /// <summary>How close the numbers of residents are.</summary>
    ComparableScale,

    /// <summary>One place is where people left from, the other where they arrived.</summary>
    OriginDestination,

    /// <summary>A working language in common.</summary>
    SharedLanguage,

    /// <summary>The two were not twinned before.</summary>
    NewTie
}

/// <summary>Codes of the criteria in files and interfaces.</summary>
public static class Criteria
{
    /// <summary>All criteria in order.</summary>
    public static IReadOnlyList<Criterion> All { get; } = Enum.GetValues<Criterion>();

    /// <summary>The published code, for example SHARED_CHALLENGES.</summary>
    public static string Code(this Criterion criterion) => criterion switch
    {
        Criterion.SharedChallenges => "SHARED_CHALLENGES",
        Criterion.NeedsMetByOffers => "NEEDS_MET_BY_OFFERS",
        Criterion.SharedWishes => "SHARED_WISHES",
        Criterion.ComparableScale => "COMPARABLE_SCALE",
        Criterion.OriginDestination => "ORIGIN_DESTINATION",
        Criterion.SharedLanguage => "SHARED_LANGUAGE",
        Criterion.NewTie => "NEW_TIE",
        _ => throw new ArgumentOutOfRangeException(nameof(criterion))
    };
}
