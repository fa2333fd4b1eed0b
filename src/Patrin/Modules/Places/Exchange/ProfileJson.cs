using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Places.Profile;

namespace Patrin.Modules.Places.Exchange;

/// <summary>A page of the list of places.</summary>
public sealed record PlaceListJson(int Total, int Page, int Pages, IReadOnlyList<PlaceJson> Places);

/// <summary>A place in a list. Challenge codes to be handled with care are left out: they never stand beside a count of Roma residents (domain.md 7.4).</summary>
public sealed record PlaceJson(
    Guid Id, string Key, string Slug, string Name, string? LocalName, string Country, string Type, string? Nuts3,
    double? Latitude, double? Longitude, IReadOnlyList<FigureJson> Residents, IReadOnlyList<FigureJson> RomaResidents, string FigureKind,
    IReadOnlyList<string> Challenges, IReadOnlyList<string> Wishes, IReadOnlyList<string> Offers, DateTime UpdatedAt, string Page);

/// <summary>A number as its source states it. "Protected" stands instead of a number that must not be told.</summary>
public sealed record FigureJson(
    Guid Claim, decimal? Low, decimal? High, bool About, string Unit, string Method, string Scope, string? ScopeName, int? Year, int? YearTo,
    bool Preferred, string? Protected);

/// <summary>A whole profile.</summary>
public sealed record PlaceProfileJson(PlaceJson Place, IReadOnlyList<StatementJson> Statements, IReadOnlyList<DerivedJson> Derived, IReadOnlyList<SourceJson> Sources);

/// <summary>One accepted claim with its passage.</summary>
public sealed record StatementJson(
    Guid Claim, string Kind, string? Text, IReadOnlyList<string> Codes, FigureJson? Figure, int? Year, int? YearTo, string? Quote, int Source);

/// <summary>Worked out by us; the formula names the two claims.</summary>
public sealed record DerivedJson(string Kind, decimal? Low, decimal? High, Guid Numerator, Guid Denominator, string Formula);

public sealed record SourceJson(int Number, Guid Document, string Title, string? Publisher, string? Address, string? Written, DateOnly ReadOn, string Language, string? Licence);

/// <summary>Turns what the pages show into what machines read.</summary>
public static class ProfileJson
{
    public static PlaceJson Of(PlaceEntry p) => new(
        p.Id, p.Key, p.Slug, p.Name, Some(p.LocalName), p.Country, p.Type, Some(p.Nuts3), p.Latitude, p.Longitude,
        [.. p.Population.Select(Of)], [.. p.Roma.Select(Of)], p.FigureKind.ToString().ToUpperInvariant(),
        [.. p.OpenChallenges], Open(p.Wishes), Open(p.Offers), p.UpdatedAt, PlaceLinks.Place(p.Slug));

    public static PlaceProfileJson Of(PlaceProfile profile)
    {
        var careful = profile.Place.Challenges.Where(c => c.IsSensitive).SelectMany(c => c.Claims).ToHashSet();
        return new PlaceProfileJson(
            Of(profile.Place),
            [.. profile.Statements.Where(s => !careful.Contains(s.Claim)).Select(Of)],
            [.. Derived(profile)],
            [.. profile.Sources.Select(s => new SourceJson(s.Number, s.Document, s.Title, Some(s.Publisher), Some(s.Address), Some(s.Written), s.ReadOn, s.Language, Some(s.Licence)))]);
    }

    private static FigureJson Of(Figure f) => new(
        f.Claim, f.Low, f.High, f.About, f.Unit, f.Method, Casing(f.Scope.ToString()), Some(f.ScopeName), f.Year, f.YearTo, f.IsPreferred,
        f.Protected == Protection.No ? null : Casing(f.Protected.ToString()));

    private static StatementJson Of(Statement s) => new(
        s.Claim, Casing(s.Kind.ToString()), Some(s.Text), s.Codes, s.Figure is null ? null : Of(s.Figure), s.Year, s.YearTo, s.Passage?.Quote, s.Source.Number);

    private static IEnumerable<DerivedJson> Derived(PlaceProfile profile)
    {
        foreach (var figure in profile.Roma.Select(s => s.Figure!))
        {
            if (figure.IsPeople && Shares.Of(figure, profile.Population, profile.NoShareOf).Share is { } share)
                yield return new DerivedJson("SHARE", share.Low, share.High, share.Part.Claim, share.Whole.Claim, "100 * numerator / denominator");
            if (Shares.Count(figure, profile.Population) is { } count)
                yield return new DerivedJson("COUNT", count.People, count.People, count.Share.Claim, count.Whole.Claim, "numerator * denominator / 100");
        }
    }

    private static IReadOnlyList<string> Open(IEnumerable<CodedFact> facts) => [.. facts.Where(f => !f.IsSensitive).Select(f => f.Code)];

    private static string? Some(string text) => text.Length > 0 ? text : null;

    private static string Casing(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(name);
}
