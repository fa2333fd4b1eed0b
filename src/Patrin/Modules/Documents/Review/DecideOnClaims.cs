using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Events;
using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Review;

/// <summary>What a person decided about one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Version">Its version as the person saw it; null for those who cannot have an outdated view (demo content).</param>
/// <param name="Kind">Accept, Correct, Reject, Reopen or Prefer.</param>
public sealed record Decision(Guid Claim, int? Version, DecisionKind Kind)
{
    public string? Reason { get; init; }

    /// <summary>For a correction: all fields as they should be.</summary>
    public ClaimReading? Corrected { get; init; }

    /// <summary>When it was decided; now when left out.</summary>
    public DateTime? At { get; init; }
}

/// <summary>Decides about one claim. What was decided, its history and the notice to other modules are written together.</summary>
public sealed class DecideOnClaims(AppDbContext db, EventPublisher events, CodeLists codes, AuditTrail audit, TimeProvider clock)
{
    /// <exception cref="ClaimChanged">Somebody else decided in the meantime.</exception>
    public async Task RunAsync(Decision decision, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Curator);
        var claim = await db.Claims.Include(c => c.Codes).Include(c => c.Decisions).FirstOrDefaultAsync(c => c.Id == decision.Claim, cancel)
            ?? throw new RuleBroken("", "This claim does not exist any more. Load the page again.");
        if (decision.Version is { } seen && seen != claim.Version)
            throw new ClaimChanged(claim.Id);
        var before = claim.SubjectKey;
        var note = DecisionNote.Of(actor, decision.At ?? clock.GetUtcNow().UtcDateTime, PlainText.Line("Reason", decision.Reason, Claim.ReasonMax));
        await ApplyAsync(claim, decision, note, cancel);
        audit.Note(actor, "claim." + WireName.Of(decision.Kind), "claim", claim.Id, fields: decision.Kind == DecisionKind.Correct ? ["reading"] : []);
        await SaveAsync(claim, [before, claim.SubjectKey], note.At, cancel);
    }

    private async Task ApplyAsync(Claim claim, Decision decision, DecisionNote note, CancellationToken cancel)
    {
        switch (decision.Kind)
        {
            case DecisionKind.Accept:
                claim.Accept(note);
                break;
            case DecisionKind.Correct:
                var corrected = CorrectionCheck.Checked(decision.Corrected ?? claim.Reading, claim.Kind, codes);
                await RefuseUnknownSubjectAsync(claim, corrected.Subject, cancel);
                claim.Correct(corrected, note);
                break;
            case DecisionKind.Reject:
                claim.Reject(note);
                break;
            case DecisionKind.Reopen:
                claim.Reopen(note);
                break;
            case DecisionKind.Prefer:
                await PreferAsync(claim, note, cancel);
                break;
            default:
                throw new RuleBroken("", "Choose what to do with the claim.");
        }
    }

    /// <summary>Of rivals at most one is preferred; the one before loses its rank because a person chose another, never by itself.</summary>
    private async Task PreferAsync(Claim claim, DecisionNote note, CancellationToken cancel)
    {
        var rivals = await db.Claims.Include(c => c.Decisions).RivalsAsync(claim, cancel);
        if (rivals.Count == 0)
            throw new RuleBroken("", "There is no other figure about the same: nothing to choose between.");
        claim.Prefer(note);
        foreach (var rival in rivals.Where(r => r.IsPreferred))
            rival.Unprefer(note);
    }

    private async Task RefuseUnknownSubjectAsync(Claim claim, string subject, CancellationToken cancel)
    {
        if (subject.Length > 0 && subject != claim.SubjectKey && !await db.DocumentSubjects.AnyAsync(s => s.DocumentId == claim.DocumentId && s.Key == subject, cancel))
            throw new RuleBroken("Subject", "Choose a place of this document.");
    }

    private async Task SaveAsync(Claim claim, IEnumerable<string> subjects, DateTime at, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.SaveChangesAsync(cancel);
            await events.PublishAsync(new ClaimsDecided(claim.DocumentId, [.. subjects.Distinct()], at), cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException) when (claim.Version > 1)
        {
            // Either the claim's row or the number of its decision was taken by somebody faster; anything else is a fault.
            var mine = claim.Version;
            db.ChangeTracker.Clear();
            if (await db.Claims.AnyAsync(c => c.Id == claim.Id && c.Version >= mine, cancel))
                throw new ClaimChanged(claim.Id);
            throw;
        }
    }
}

/// <summary>Somebody else decided about the claim between reading and writing: show both, let the person decide again .</summary>
public sealed class ClaimChanged(Guid claim) : Exception("The claim was changed by somebody else.")
{
    public Guid Claim { get; } = claim;
}
