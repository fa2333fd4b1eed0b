using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Join;
using Patrin.Modules.People.Members;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.History;
using Patrin.Platform.Text;

namespace Patrin.Modules.People.Curate;

/// <summary>
/// A curator decides about an organisation. Four eyes: nobody decides about an organisation of their own, and closing for ever
/// takes two people.
/// </summary>
public sealed class DecideOnOrganisation(AppDbContext db, MembersTurn turns, TellMembers tell, Versions versions, AuditTrail audit, TimeProvider clock)
{
    /// <param name="organisation">The organisation.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="words">Reason, question or how it was checked; empty where none is needed.</param>
    /// <param name="version">Version of the record when the curator read it.</param>
    /// <param name="actor">A curator.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ChangedMeanwhile">The organisation or its state changed since.</exception>
    public async Task RunAsync(Guid organisation, OrganisationDecision decision, string? words, int version, Actor actor, CancellationToken cancel)
    {
        actor.Require(OrganisationSteps.IsForAdministrators(decision) ? [NetworkRole.Curator, NetworkRole.Administrator] : [NetworkRole.Curator]);
        var said = OrganisationSteps.NeedsWords(decision) ? PlainText.Reason("Words", words, Organisation.ReasonMax) : "";
        await using var transaction = await turns.TakeAsync(organisation, actor, needed: null, cancel);
        var found = await db.Organisations.SingleOrDefaultAsync(o => o.Id == organisation, cancel) ?? throw new NotAllowed();
        await RequireOtherEyesAsync(found, decision, actor, cancel);
        if (found.Version != version || OrganisationSteps.After(decision, found.State, found.IsAsked(clock.GetUtcNow().UtcDateTime)) is not { } state)
            throw new ChangedMeanwhile();
        await KeepAsync(found, Actor.System, cancel);
        await db.SaveChangesAsync(cancel);
        if (decision == OrganisationDecision.Ask)
            await AskAsync(organisation, said, cancel);
        Apply(found, decision, state, said, actor);
        await KeepAsync(found, actor, cancel);
        await tell.RunAsync(found, decision, cancel);
        audit.Note(actor, "organisation." + decision.ToString().ToLowerInvariant(), Organisation.Kind, organisation, organisation, ["state"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task RequireOtherEyesAsync(Organisation found, OrganisationDecision decision, Actor actor, CancellationToken cancel)
    {
        // Asked of the database, also for people who acted for it in the past: a membership that ended a minute ago clears nobody.
        if (actor.AccountId is { } account && await db.Memberships.AnyAsync(m => m.OrganisationId == found.Id && m.AccountId == account, cancel))
            throw new RuleBroken("", "You act or acted for this organisation. Somebody else must decide.");
        if (decision == OrganisationDecision.Close && found.ClosingAskedById == actor.AccountId)
            throw new RuleBroken("", "You asked to close it. Another curator or administrator must confirm.");
    }

    private async Task KeepAsync(Organisation found, Actor actor, CancellationToken cancel)
    {
        if (found.IsPublic)
            await versions.KeepAsync(Organisation.Kind, found.Id, PublicFields.Of(found), actor, cancel);
    }

    private async Task AskAsync(Guid organisation, string question, CancellationToken cancel)
    {
        var request = await db.Set<JoinRequest>().FirstOrDefaultAsync(r => r.OrganisationId == organisation, cancel)
            ?? throw new RuleBroken("", "Nobody can be asked: this organisation did not come by a request.");
        (request.Question, request.Answer) = (question, "");
    }

    private void Apply(Organisation found, OrganisationDecision decision, OrganisationState state, string said, Actor actor)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        (found.VerifiedAt, found.VerifiedHow) = decision switch
        {
            OrganisationDecision.Verify => (now, said),
            OrganisationDecision.TakeBackVerification => (null, ""),
            _ => (found.VerifiedAt, found.VerifiedHow),
        };
        if (decision is OrganisationDecision.Refuse or OrganisationDecision.Suspend or OrganisationDecision.AskToClose)
            found.StateReason = said;
        if (decision is OrganisationDecision.AskToClose or OrganisationDecision.KeepOpen)
            (found.ClosingAskedById, found.ClosingAskedAt) = decision == OrganisationDecision.AskToClose ? (actor.AccountId, (DateTime?)now) : (null, null);
        // The name of a closed one is free again.
        if (state == OrganisationState.Closed)
            found.NameKey = "closed " + found.Id;
        found.State = state;
        found.ChangedAt = now;
        found.Version++;
    }
}
