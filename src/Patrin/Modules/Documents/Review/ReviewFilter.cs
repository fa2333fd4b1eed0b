using Microsoft.AspNetCore.WebUtilities;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents.Review;

/// <summary>Which claims of a document to show.</summary>
public enum ReviewShow
{
    All,

    /// <summary>Waiting for a decision.</summary>
    Open,

    Decided,
    Rejected,

    /// <summary>Read without confidence, or a question touches the passage.</summary>
    Unclear,
}

/// <summary>The filters of the review queue, as they stand in its address.</summary>
public sealed record ReviewFilter(ReviewShow Show, ClaimKind? Kind, string? Place, int Page)
{
    public static ReviewFilter From(IQueryCollection query) => new(
        Enum.TryParse<ReviewShow>(query["show"], ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : ReviewShow.All,
        WireName.Parse<ClaimKind>(query["kind"]),
        query["place"].ToString() is { Length: > 0 and <= DocumentSubject.KeyMax } place ? place : null,
        int.TryParse(query["page"], out var page) ? page : 1);

    public bool IsNarrow => Show != ReviewShow.All || Kind is not null || Place is not null;

    /// <summary>As a query, with the question mark; empty when nothing is filtered.</summary>
    public string ToQuery(params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var values = new Dictionary<string, string?>();
        if (Show != ReviewShow.All)
            values["show"] = Show.ToString().ToLowerInvariant();
        if (Kind is { } kind)
            values["kind"] = WireName.Of(kind).ToLowerInvariant();
        if (Place is not null)
            values["place"] = Place;
        if (Page > 1)
            values["page"] = Page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in more)
            values[name] = value;
        return QueryHelpers.AddQueryString("", values);
    }

    /// <param name="claims">Claims of one document.</param>
    /// <param name="kept">A claim that stays in view although the filter would hide it now: the one just decided about.</param>
    public IQueryable<Claim> Apply(IQueryable<Claim> claims, Guid? kept)
    {
        if (Kind is { } kind)
            claims = claims.Where(c => c.Kind == kind);
        if (Place is not null)
            claims = claims.Where(c => c.SubjectKey == Place || c.Id == kept);
        return Show switch
        {
            ReviewShow.Open => claims.Where(c => c.State == ClaimState.Proposed || c.Id == kept),
            ReviewShow.Decided => claims.Where(c => c.State == ClaimState.Accepted || c.State == ClaimState.Corrected || c.Id == kept),
            ReviewShow.Rejected => claims.Where(c => c.State == ClaimState.Rejected || c.Id == kept),
            ReviewShow.Unclear => claims.Where(c => (c.State == ClaimState.Proposed && !c.IsClear) || c.Id == kept),
            _ => claims,
        };
    }
}
