using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Data;

namespace Patrin.Modules.Recommendations.Contracts;

/// <summary>A programme as its documents present it.</summary>
public sealed record ProgrammeCard(string Key, string Name);

/// <summary>A promise with the passage it stands in and what the network holds for it.</summary>
/// <param name="Claim">The accepted claim.</param>
/// <param name="Document">The document it comes from.</param>
/// <param name="Quote">The source's words.</param>
/// <param name="Kind">Which of the outputs it is.</param>
/// <param name="Held">How many records this network has for it.</param>
public sealed record Promise(Guid Claim, Guid Document, string Quote, PromiseKind Kind, int Held);

/// <summary>Programmes and their promises against what the network holds.</summary>
public sealed class ProgrammeQueries(AppDbContext db, PromiseKinds kinds)
{
    /// <summary>Programmes with at least one accepted statement, by name.</summary>
    public async Task<IReadOnlyList<ProgrammeCard>> AllAsync(CancellationToken cancel)
    {
        var facts = db.Claims.Facts();
        var found = await db.DocumentSubjects.AsNoTracking()
            .Where(s => s.Type == DocumentSubject.Programme && facts.Any(c => c.SubjectKey == s.Key))
            .Select(s => new { s.Key, s.Name, s.Id })
            .OrderBy(s => s.Id)
            .ToListAsync(cancel);
        // Several documents may present one programme; the first one read gives the name.
        return [.. found.GroupBy(s => s.Key).Select(g => new ProgrammeCard(g.Key, g.First().Name)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The accepted promises of a programme in the order of its document.</summary>
    public async Task<IReadOnlyList<Promise>> PromisesAsync(string key, CancellationToken cancel)
    {
        var claims = await db.Claims.AsNoTracking().Facts()
            .Where(c => c.SubjectKey == key && c.Kind == ClaimKind.ExpectedResult)
            .OrderBy(c => c.DocumentId).ThenBy(c => c.Number)
            .Select(c => new { c.Id, c.DocumentId, c.Quote })
            .ToListAsync(cancel);
        var held = await HoldingsAsync(cancel);
        return [.. claims.Select(c => (c, Kind: kinds.Of(c.Quote))).Select(x =>
            new Promise(x.c.Id, x.c.DocumentId, x.c.Quote, x.Kind, held.GetValueOrDefault(x.Kind)))];
    }

    private async Task<Dictionary<PromiseKind, int>> HoldingsAsync(CancellationToken cancel)
    {
        var byKind = await db.Claims.Facts()
            .Where(c => c.Kind == ClaimKind.Measure || c.Kind == ClaimKind.Plan)
            .GroupBy(c => c.Kind)
            .Select(g => new { Kind = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Kind, cancel);
        var facts = db.Claims.Facts();
        var places = await db.DocumentSubjects.Where(s => s.Type != DocumentSubject.Programme && facts.Any(c => c.SubjectKey == s.Key))
            .Select(s => s.Key).Distinct().CountAsync(cancel);
        return new()
        {
            [PromiseKind.GoodPractices] = byKind.GetValueOrDefault(ClaimKind.Measure)?.Count ?? 0,
            [PromiseKind.ActionPlans] = byKind.GetValueOrDefault(ClaimKind.Plan)?.Count ?? 0,
            [PromiseKind.Network] = places,
        };
    }
}
