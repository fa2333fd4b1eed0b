using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Overview;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.History;

/// <summary>A fact at a date: what it says, without numbers that must not be told.</summary>
public sealed record PastFact(Guid Claim, ClaimKind Kind, Figure? Figure, ClaimReading Said)
{
    public bool SaysTheSameAs(PastFact other) => Said.Says(other.Said);
}

/// <summary>A profile at one date, what differs from another, and the days on which anything was decided.</summary>
public sealed record PlaceHistory(
    DateOnly AsOf, IReadOnlyList<PastFact> Then, IReadOnlyList<PastFact> Come, IReadOnlyList<PastFact> Gone,
    IReadOnlyList<(PastFact From, PastFact To)> Changed, IReadOnlyList<(DateOnly Day, int Decisions)> Days);

/// <summary>Puts the profile of a place together as it was at a date, from the decisions about its claims.</summary>
public sealed class ReadHistory(AppDbContext db)
{
    /// <param name="place">The place.</param>
    /// <param name="since">The day to show; the first day with decisions when left out.</param>
    /// <param name="comparedWith">The day to compare with.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<PlaceHistory> RunAsync(PlaceEntry place, DateOnly? since, DateOnly comparedWith, CancellationToken cancel)
    {
        var careful = place.Challenges.Where(c => c.IsSensitive).SelectMany(c => c.Claims).ToList();
        var claims = await db.Claims.AsNoTracking().Include(c => c.Codes)
            .Where(c => c.SubjectKey == place.Key && !c.IsHidden && c.Kind != ClaimKind.Place && !careful.Contains(c.Id))
            .OrderBy(c => c.Kind).ThenBy(c => c.DocumentId).ThenBy(c => c.Number).ToListAsync(cancel);
        var decisions = (await db.ClaimDecisions.AsNoTracking()
            .Join(db.Claims.Where(c => c.SubjectKey == place.Key && !c.IsHidden), d => d.ClaimId, c => c.Id, (d, _) => d)
            .OrderBy(d => d.At).ThenBy(d => d.Version).Select(d => new { d.ClaimId, d.Kind, d.At, d.Changes }).ToListAsync(cancel))
            .GroupBy(d => d.ClaimId).ToDictionary(g => g.Key, g => g.Select(d => new PastDecision(d.Kind, d.At, d.Changes)).ToList());
        // Without a date, from the first day on which anything was decided.
        var asOf = since ?? decisions.Values.SelectMany(d => d).Select(d => DateOnly.FromDateTime(d.At)).DefaultIfEmpty(comparedWith).Min();
        var (then, other) = Protected(At(claims, decisions, asOf), At(claims, decisions, comparedWith));
        var (before, after) = (then.ToDictionary(f => f.Claim), other.ToDictionary(f => f.Claim));
        return new PlaceHistory(
            asOf,
            then,
            [.. other.Where(f => !before.ContainsKey(f.Claim))],
            [.. then.Where(f => !after.ContainsKey(f.Claim))],
            [.. then.Where(f => after.TryGetValue(f.Claim, out var now) && !now.SaysTheSameAs(f)).Select(f => (f, after[f.Claim]))],
            [.. decisions.Values.SelectMany(d => d).CountBy(d => DateOnly.FromDateTime(d.At)).OrderByDescending(d => d.Key).Select(d => (d.Key, d.Value))]);
    }

    private static List<PastFact> At(List<Claim> claims, Dictionary<Guid, List<PastDecision>> decisions, DateOnly day)
    {
        var moment = FactsAt.EndOf(day);
        List<PastFact> facts = [];
        foreach (var claim in claims)
        {
            if (!decisions.TryGetValue(claim.Id, out var past) || !FactsAt.WasFact(past, claim.IsFact, moment))
                continue;
            var said = FactsAt.Said(past, claim.Reading, moment);
            facts.Add(new PastFact(claim.Id, claim.Kind, said.Low is null && said.High is null ? null : FigureOf(claim, said), said));
        }

        return facts;
    }

    /// <summary>
    /// The numbers of both dates are protected together: an earlier state must not reveal what a later one hides.
    /// What a claim said twice alike counts once.
    /// </summary>
    private static (List<PastFact> Then, List<PastFact> Other) Protected(List<PastFact> then, List<PastFact> other)
    {
        var numbers = then.Concat(other).Where(f => f.Figure is not null)
            .GroupBy(f => f.Figure! with { IsPreferred = false }).ToDictionary(g => g.Key, g => Guid.NewGuid());
        var shown = Disclosure.Protect([.. numbers.Select(n => n.Key with { Claim = n.Value })]).ToDictionary(f => f.Claim);

        List<PastFact> Shown(List<PastFact> facts) =>
            [.. facts.Select(f => f.Figure is null ? f : f with { Figure = shown[numbers[f.Figure with { IsPreferred = false }]] with { Claim = f.Claim } })];

        return (Shown(then), Shown(other));
    }

    private static Figure FigureOf(Claim claim, ClaimReading said) => new()
    {
        Claim = claim.Id, Document = claim.DocumentId, Kind = claim.Kind, Low = said.Low, High = said.High, About = said.About, Unit = said.Unit,
        Method = said.Method, Scope = said.Scope, ScopeName = said.ScopeName, Year = said.Year, YearTo = said.YearTo, IsPreferred = claim.IsPreferred,
    };
}
