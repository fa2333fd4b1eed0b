using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Places.Figures;

/// <summary>One accepted number about a place, as its source states it.</summary>
public sealed record Figure
{
    public required Guid Claim { get; init; }

    public required Guid Document { get; init; }

    public required ClaimKind Kind { get; init; }

    /// <summary>Lower end; null when the source gives only an upper one, or when the number is <see cref="Protected"/>.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper end; null when the source gives only a lower one, or when the number is <see cref="Protected"/>.</summary>
    public decimal? High { get; init; }

    public bool About { get; init; }

    /// <summary><c>PERSONS</c> or <c>PERCENT</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>A <c>COUNT_METHOD</c> code, or empty.</summary>
    public string Method { get; init; } = "";

    public ClaimScope Scope { get; init; }

    public string ScopeName { get; init; } = "";

    public int? Year { get; init; }

    public int? YearTo { get; init; }

    public bool IsPreferred { get; init; }

    /// <summary>Why the number must not leave the server; see <see cref="Disclosure"/>.</summary>
    public Protection Protected { get; init; }

    public bool IsPeople => Unit is "PERSONS" or "";

    public bool IsWholePlace => Scope == ClaimScope.Place;

    public bool IsSelfDeclared => Method.StartsWith("SELF_", StringComparison.Ordinal);

    /// <summary>Citizenship or origin: never a number of Roma.</summary>
    public bool IsProxy => Method == "PROXY_NATIONALITY";

    /// <summary>A count of some settlements only is no count of the place, whatever area the sentence names.</summary>
    public bool CountsWholePlace => IsWholePlace && !IsProxy && Method != "SETTLEMENT_COUNT";

    /// <summary>What kind of figure this is for a list of places.</summary>
    public FigureKind FigureKind => !CountsWholePlace ? FigureKind.Other : IsSelfDeclared ? FigureKind.Self : FigureKind.Estimate;

    /// <summary>The best kind among several figures for Roma residents.</summary>
    public static FigureKind Best(IEnumerable<Figure> figures) => figures.Select(f => f.FigureKind).DefaultIfEmpty(FigureKind.None).Max();

    /// <summary>The number of residents of the whole place to go by: the ranked one, else the only one, else the newest dated one.</summary>
    public static Figure? OfResidents(IEnumerable<Figure> population)
    {
        var whole = population.Where(f => f is { IsWholePlace: true, Protected: Protection.No }).ToList();
        return whole.Find(f => f.IsPreferred) ?? (whole.Count == 1 ? whole[0] : whole.Where(f => f.Year is not null).MaxBy(f => f.Year));
    }
}

/// <summary>Why a number is not shown.</summary>
public enum Protection
{
    No,

    /// <summary>Fewer than <see cref="Disclosure.Threshold"/> people.</summary>
    Small,

    /// <summary>Larger, but together with another published number it would reveal a small one.</summary>
    WouldReveal,
}
