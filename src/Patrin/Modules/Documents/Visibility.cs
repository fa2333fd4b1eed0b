using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Patrin.Platform.Access;

namespace Patrin.Modules.Documents;

/// <summary>
/// What the public sees: documents in which a person has accepted something, their facts and what became stale.
/// Nothing is public because a program read it; curators see everything (quality.md R-51).
/// </summary>
public static class Visibility
{
    public static async Task<bool> IsCuratorAsync(this IAuthorizationService authorization, ClaimsPrincipal user) =>
        (await authorization.AuthorizeAsync(user, Policies.Curate)).Succeeded;

    public static IQueryable<SourceDocument> SeenBy(this IQueryable<SourceDocument> documents, bool curator) => curator
        ? documents
        : documents.Where(d => d.HiddenAt == null).Where(d => d.Claims.Any(c => c.State == ClaimState.Accepted || c.State == ClaimState.Corrected || c.State == ClaimState.Stale || (c.State == ClaimState.Replaced && c.DecidedAt != null)));

    public static IQueryable<Claim> SeenBy(this IQueryable<Claim> claims, bool curator) => curator
        ? claims
        : claims.Where(c => !c.IsHidden && (c.State == ClaimState.Accepted || c.State == ClaimState.Corrected || c.State == ClaimState.Stale))
            .Where(c => c.Unit != "PERSONS" || (c.High != null ? c.High <= 0 || c.High >= SmallCounts.Threshold : c.Low == null || c.Low <= 0 || c.Low >= SmallCounts.Threshold));
}
