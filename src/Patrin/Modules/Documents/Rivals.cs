using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents;

/// <summary>Figures that say different things about the same: of one subject, kind and area. They stand side by side; one may be preferred.</summary>
public static class Rivals
{
    private static readonly ClaimKind[] Kinds = [ClaimKind.Population, ClaimKind.RomaPopulation, ClaimKind.RomaShare];

    public static bool CanHave(ClaimKind kind) => Kinds.Contains(kind);

    /// <summary>The other facts about the same, from whatever document.</summary>
    public static async Task<List<Claim>> RivalsAsync(this IQueryable<Claim> claims, Claim claim, CancellationToken cancel) =>
        CanHave(claim.Kind)
            ? await claims.Facts()
                .Where(c => c.Id != claim.Id && c.SubjectKey == claim.SubjectKey && c.Kind == claim.Kind && c.Scope == claim.Scope && c.ScopeName == claim.ScopeName)
                .OrderBy(c => c.Id).ToListAsync(cancel)
            : [];
}
