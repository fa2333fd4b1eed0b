using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Events;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents.Review;

/// <summary>Accepts all clear claims of a document, or of one place or kind in it, at once; and takes such a batch back.</summary>
public sealed class AcceptClearClaims(AppDbContext db, EventPublisher events, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Clear claims nobody has decided about.</summary>
    public static IQueryable<Claim> Clear(IQueryable<Claim> claims, Guid document, string? subject, ClaimKind? kind = null) =>
        claims.Where(c => c.DocumentId == document && c.State == ClaimState.Proposed && c.IsClear && (subject == null || c.SubjectKey == subject) && (kind == null || c.Kind == kind));

    /// <summary>Nobody lets through at once what they have brought in themselves (quality.md R-36).</summary>
    public static readonly string FourEyes = Text.Key("You read this document in yourself. Decide about each claim, or ask another curator to accept all clear ones at once.");

    /// <returns>The batch, for undoing, and how many claims it holds.</returns>
    public async Task<(Guid Batch, int Count)> RunAsync(
        Guid document, string? subject, Actor actor, CancellationToken cancel, DateTime? at = null, ClaimKind? kind = null)
    {
        actor.Require(NetworkRole.Curator);
        if (actor.AccountId is { } account && await db.Documents.AnyAsync(d => d.Id == document && d.ImportedById == account, cancel))
            throw new RuleBroken("", FourEyes);
        var claims = await Clear(db.Claims, document, subject, kind).ToListAsync(cancel);
        if (claims.Count == 0)
            throw new RuleBroken("", "There is no clear claim left to accept.");
        var note = DecisionNote.Of(actor, at ?? clock.GetUtcNow().UtcDateTime, batch: Guid.CreateVersion7());
        foreach (var claim in claims)
            claim.Accept(note);
        audit.Note(actor, "claims.accept-clear", "document", document);
        await SaveAsync(document, claims, note.At, cancel);
        return (note.Batch!.Value, claims.Count);
    }

    /// <summary>Reopens every claim of the batch that nobody has touched since; returns how many.</summary>
    public async Task<int> UndoAsync(Guid batch, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Curator);
        var claims = await db.Claims.Include(c => c.Codes).Include(c => c.Decisions)
            .Where(c => c.State == ClaimState.Accepted && c.Decisions.Any(d => d.Batch == batch && d.Version == c.Version)).ToListAsync(cancel);
        if (claims.Count == 0)
            throw new RuleBroken("", "There is nothing to undo: nobody has decided about this claim.");
        var note = DecisionNote.Of(actor, clock.GetUtcNow().UtcDateTime);
        foreach (var claim in claims)
            claim.Reopen(note);
        audit.Note(actor, "claims.undo", "document", claims[0].DocumentId);
        await SaveAsync(claims[0].DocumentId, claims, note.At, cancel);
        return claims.Count;
    }

    private async Task SaveAsync(Guid document, List<Claim> claims, DateTime at, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.SaveChangesAsync(cancel);
            await events.PublishAsync(new ClaimsDecided(document, [.. claims.Select(c => c.SubjectKey).Distinct()], at), cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException)
        {
            throw new RuleBroken("", "Somebody else decided about one of these claims at the same moment. Nothing was changed; try again.");
        }
    }
}
