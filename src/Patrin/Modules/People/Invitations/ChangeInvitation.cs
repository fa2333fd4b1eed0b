using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Members;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Invitations;

public enum InvitationChange
{
    /// <summary>The link works no more.</summary>
    Withdraw,

    /// <summary>A new link for another seven days; the old one works no more.</summary>
    SendAgain,
}

/// <summary>Takes an invitation back, or sends it again.</summary>
public sealed class ChangeInvitation(AppDbContext db, MembersTurn turns, Throttle throttle, InvitationMail mails, AuditTrail audit, TimeProvider clock)
{
    public async Task RunAsync(Guid organisation, Guid id, InvitationChange change, Actor actor, CancellationToken cancel)
    {
        actor.Require(organisation, OrganisationRole.Manager);
        if (change == InvitationChange.SendAgain)
            await throttle.RequireAsync("invite", organisation.ToString(), Invite.ADay, TimeSpan.FromDays(1), cancel);
        await using var transaction = await turns.TakeAsync(organisation, actor, OrganisationRole.Manager, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == id && i.OrganisationId == organisation && i.AcceptedAt == null && i.WithdrawnAt == null, cancel)
            ?? throw new RuleBroken("", "This invitation was used or taken back already.");
        if (change == InvitationChange.Withdraw)
            invitation.WithdrawnAt = now;
        else
        {
            var token = RandomToken.Make();
            (invitation.TokenHash, invitation.SentAt, invitation.EndsAt) = (RandomToken.Hash(token), now, now + Invitation.Life);
            await mails.AddAsync(invitation, token, actor, cancel);
        }

        audit.Note(actor, change == InvitationChange.Withdraw ? "invitation.withdraw" : "invitation.resend", "invitation", id, organisation);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
