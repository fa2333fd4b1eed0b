using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Known;
using Patrin.Modules.Places.Overview;

namespace Patrin.Modules.Places.Profile;

/// <summary>The words of a source, with the sentence around them.</summary>
/// <param name="Before">The sentence up to the words.</param>
/// <param name="Quote">The exact words the claim rests on.</param>
/// <param name="After">The rest of the sentence.</param>
public sealed record Passage(string Before, string Quote, string After);

/// <summary>One accepted claim as the profile shows it.</summary>
public sealed record Statement
{
    public required Guid Claim { get; init; }

    public required ClaimKind Kind { get; init; }

    public required Source Source { get; init; }

    /// <summary>A name or short form; empty where the passage says it all.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The number, where the claim has one; already protected.</summary>
    public Figure? Figure { get; init; }

    /// <summary>Null when the sentence would tell a protected number.</summary>
    public Passage? Passage { get; init; }

    public int? Year { get; init; }

    public int? YearTo { get; init; }

    /// <summary>Why a curator ranked it first; empty when nobody did.</summary>
    public string RankReason { get; init; } = "";
}

/// <summary>A document that facts of the profile rest on, numbered for the page.</summary>
public sealed record Source(
    int Number, Guid Document, string Title, string Publisher, string Address, string Written, DateOnly ReadOn, string Language, string Licence);

/// <summary>Everything the profile page shows.</summary>
public sealed record PlaceProfile
{
    public required PlaceEntry Place { get; init; }

    public required IReadOnlyList<Statement> Statements { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public required IReadOnlyList<DocumentCheck> Checks { get; init; }

    /// <summary>Words of the sources that we keep as quotations and would not write ourselves, with what we write instead.</summary>
    public required IReadOnlyList<(string Word, string Instead)> Wording { get; init; }

    public required IReadOnlyList<Correction> Corrections { get; init; }

    public required IReadOnlyList<LikePlace> Like { get; init; }

    public required IReadOnlyList<PlaceTie> Ties { get; init; }

    public MemberPlace? Known { get; init; }

    public required PlaceOverview Overview { get; init; }

    public IEnumerable<Statement> Of(ClaimKind kind) => Statements.Where(s => s.Kind == kind);

    /// <summary>Figures of residents of the whole place.</summary>
    public IEnumerable<Statement> Residents => Of(ClaimKind.Population).Where(s => s.Figure!.IsWholePlace);

    /// <summary>Counts and shares of Roma residents of the whole place, ranked ones first.</summary>
    public IEnumerable<Statement> Roma => RomaAll.Where(s => s.Figure!.CountsWholePlace).OrderByDescending(s => s.Figure!.IsPreferred);

    /// <summary>Figures that look like one of Roma residents but are for another area or another group.</summary>
    public IEnumerable<Statement> RomaElsewhere => RomaAll.Where(s => !s.Figure!.CountsWholePlace && s.Figure.Scope != ClaimScope.PartOfPlace);

    /// <summary>Named parts of the place, and figures for a part.</summary>
    public IEnumerable<Statement> Parts =>
        Statements.Where(s => s.Kind == ClaimKind.SubPlace || (s.Figure is { Scope: ClaimScope.PartOfPlace } && s.Kind is not ClaimKind.Figure));

    /// <summary>Other numbers the sources give, and residents of other areas.</summary>
    public IEnumerable<Statement> OtherFigures =>
        Statements.Where(s => s.Kind == ClaimKind.Figure || (s.Kind == ClaimKind.Population && s.Figure is { IsWholePlace: false } and not { Scope: ClaimScope.PartOfPlace }));

    public IReadOnlyList<Figure> Population => [.. Residents.Select(s => s.Figure!)];

    public IReadOnlyCollection<decimal> NoShareOf => [.. Corrections.SelectMany(c => c.NoShareOf)];

    private IEnumerable<Statement> RomaAll => Statements.Where(s => s.Kind is ClaimKind.RomaPopulation or ClaimKind.RomaShare && s.Figure is not null);

    /// <summary>Sentences for a challenge.</summary>
    public IEnumerable<Statement> For(CodedFact fact) => Statements.Where(s => fact.Claims.Contains(s.Claim));
}
