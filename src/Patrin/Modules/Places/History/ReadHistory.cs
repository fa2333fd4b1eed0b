using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Places.Sources;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.History;

/// <summary>A fact at a date: what it says, without numbers that must not be told.</summary>
public sealed record PastFact(Guid Claim, Guid Document, ClaimKind Kind, Figure? Figure, string Text, IReadOnlyList<string> Codes, int? Year);

/// <summary>A profile at one date, what differs from another, and the days on which anything changed.</summary>
public sealed record PlaceHistory(
    IReadOnlyList<PastFact> Then, IReadOnlyList<PastFact> Gone, IReadOnlyList<PastFact> Come, IReadOnlyList<(DateOnly Day, int Decisions)> Days);

/// <summary>Puts the profile of a place together as it was at a date, from the decisions about its claims.</summary>
public sealed class ReadHistory(AppDbContext db)
{
    public async Task<PlaceHistory> RunAsync(PlaceEntry place, DateOnly asOf, DateOnly comparedWith, CancellationToken cancel)
    {
        var claims = await db.Claims.AsNoTracking().Where(c => c.SubjectKey == place.Key && c.Kind != ClaimKind.Place)
            .OrderBy(c => c.Kind).ThenBy(c => c.DocumentId).ThenBy(c => c.Number).ToListAsync(cancel);
        var decisions = (await db.ClaimDecisions.AsNoTracking()
            .Join(db.Claims.Where(c => c.SubjectKey == place.Key), d => d.ClaimId, c => c.Id, (d, _) => d)
            .OrderBy(d => d.At).ThenBy(d => d.Id).Select(d => new { d.ClaimId, d.Kind, d.At }).ToListAsync(cancel))
            .ToLookup(d => d.ClaimId, d => new PastDecision(d.Kind, d.At));
        var codes = (await db.ClaimCodes.AsNoTracking()
            .Join(db.Claims.Where(c => c.SubjectKey == place.Key), k => k.ClaimId, c => c.Id, (k, _) => k).ToListAsync(cancel))
            .ToLookup(k => k.ClaimId, k => k.Code);
        // All numbers of all times together: an earlier state must not reveal what the present one hides.
        var figures = Disclosure.Protect([.. claims.Where(c => c.Low is not null || c.High is not null).Select(ReadClaims.FigureOf)]).ToDictionary(f => f.Claim);
        var careful = place.Challenges.Where(c => c.IsSensitive).SelectMany(c => c.Claims).ToHashSet();

        List<PastFact> At(DateOnly day) =>
        [
            .. claims.Where(c => !careful.Contains(c.Id) && FactsAt.WasFact(decisions[c.Id], FactsAt.EndOf(day)))
                .Select(c => new PastFact(c.Id, c.DocumentId, c.Kind, figures.GetValueOrDefault(c.Id), c.Text, [.. codes[c.Id]], c.Year)),
        ];

        var (then, other) = (At(asOf), At(comparedWith));
        var (before, after) = (then.Select(f => f.Claim).ToHashSet(), other.Select(f => f.Claim).ToHashSet());
        return new PlaceHistory(then, [.. then.Where(f => !after.Contains(f.Claim))], [.. other.Where(f => !before.Contains(f.Claim))], Days(decisions));
    }

    private static List<(DateOnly, int)> Days(ILookup<Guid, PastDecision> decisions) =>
        [.. decisions.SelectMany(d => d).CountBy(d => DateOnly.FromDateTime(d.At)).OrderByDescending(d => d.Key).Select(d => (d.Key, d.Value))];
}
