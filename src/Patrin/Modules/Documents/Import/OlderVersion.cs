using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents.Import;

/// <summary>What replacing a version changed: counts for people, subjects for other modules.</summary>
public sealed record VersionChange(VersionDifferences Differences, IReadOnlyList<string> Subjects);

/// <summary>Finds the version a document replaces, and hands its decisions on to the claims that still say the same.</summary>
public sealed class OlderVersion(AppDbContext db)
{
    /// <summary>Share of common subjects from which two texts at one address are versions of each other. One address may also hold many profiles.</summary>
    private const double SameSubjects = 0.5;

    /// <summary>The version named in the request, else a current document at the same address about the same places.</summary>
    public async Task<SourceDocument?> FindAsync(ImportRequest request, FrontMatter? front, ReadingResult reading, CancellationToken cancel)
    {
        if (request.Supersedes is { } id)
            return await db.Documents.FirstOrDefaultAsync(d => d.Id == id && d.IsCurrent, cancel)
                ?? throw new RuleBroken("Supersedes", "There is no current document with this number.");
        var address = string.IsNullOrEmpty(request.Address) ? front?["address"] ?? "" : request.Address;
        if (address.Length == 0)
            return null;
        var there = await db.Documents.Where(d => d.Address == address && d.IsCurrent)
            .Select(d => new { d.Id, d.Title, Subjects = d.Subjects.Select(s => s.Key).ToList() }).ToListAsync(cancel);
        var subjects = reading.Places.Select(p => p.Key).Concat(reading.Programmes.Select(p => p.Key)).ToArray();
        var title = request.Title is { Length: > 0 } given ? given : front?["title"];
        var best = there.Where(d => subjects.Length + d.Subjects.Count > 0 || d.Title == title)
            .Select(d => (d.Id, Score: ClaimMatching.Similarity([.. d.Subjects], subjects))).OrderByDescending(d => d.Score).FirstOrDefault();
        return best.Score >= SameSubjects ? await db.Documents.FirstAsync(d => d.Id == best.Id, cancel) : null;
    }

    /// <summary>Decides about the claims of both versions; the caller saves.</summary>
    public async Task<VersionChange> ReplaceAsync(SourceDocument older, SourceDocument newer, DecisionNote note, CancellationToken cancel)
    {
        older.IsCurrent = false;
        var claims = await ClaimsOfAsync(older, cancel);
        var pairs = ClaimMatching.Match(
            [.. claims.Select(c => new MatchedClaim(c.Id, c.Kind, c.AsRead(), c.Quote, c.QuoteStart))],
            [.. newer.Claims.Select(c => new MatchedClaim(c.Id, c.Kind, c.Reading, c.Quote, c.QuoteStart))]);
        var oldById = claims.ToDictionary(c => c.Id);
        var newById = newer.Claims.ToDictionary(c => c.Id);
        var touched = claims.Where(c => c.IsFact || c.State == ClaimState.Stale).Select(c => c.SubjectKey).Distinct().ToList();
        foreach (var pair in pairs)
            HandOn(oldById[pair.Older.Id], newById[pair.Newer.Id], pair.Continuity, note);
        var same = pairs.Where(p => p.Continuity == Continuity.Same).Select(p => p.Older.Id).ToHashSet();
        foreach (var claim in claims.Where(c => !same.Contains(c.Id)))
            Retire(claim, note);
        var continued = pairs.Select(p => p.Older.Id).ToHashSet();
        return new(
            new(older.Id, same.Count, pairs.Count - same.Count, newer.Claims.Count - pairs.Count,
                claims.Count(c => c.DocumentId == older.Id && !continued.Contains(c.Id)), claims.Count(c => c.State == ClaimState.Stale)),
            touched);
    }

    /// <summary>Claims of the version, and facts that lost their passage in an earlier one: it may have come back.</summary>
    private async Task<List<Claim>> ClaimsOfAsync(SourceDocument older, CancellationToken cancel)
    {
        var earlier = new List<Guid>();
        for (var id = older.SupersedesId; id is { } next; id = await db.Documents.Where(d => d.Id == next).Select(d => d.SupersedesId).FirstOrDefaultAsync(cancel))
            earlier.Add(next);
        return await db.Claims.Include(c => c.Codes).Include(c => c.Decisions)
            .Where(c => (c.DocumentId == older.Id && c.State != ClaimState.Replaced) || (earlier.Contains(c.DocumentId) && c.State == ClaimState.Stale))
            .OrderBy(c => c.Number).ToListAsync(cancel);
    }

    private static void HandOn(Claim older, Claim newer, Continuity continuity, DecisionNote note)
    {
        if (continuity == Continuity.Same)
        {
            newer.CarryOver(older, note);
            older.IsPreferred = false;
            older.Replace(note);
            (newer.PreviousId, newer.Continuity) = (older.Id, Continuity.Same);
            return;
        }

        (newer.PreviousId, newer.Continuity) = (older.Id, Continuity.Changed);
    }

    /// <summary>A fact stays visible as stale; what nobody decided about goes with its version; a rejection stays a rejection.</summary>
    private static void Retire(Claim claim, DecisionNote note)
    {
        if (claim.IsFact)
            claim.MarkStale(note);
        else if (claim.State == ClaimState.Proposed)
            claim.Replace(note);
    }
}
