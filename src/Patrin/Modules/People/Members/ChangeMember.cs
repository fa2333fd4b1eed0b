using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Members;

/// <summary>What a manager changes about a member.</summary>
/// <param name="Role">The new role; null ends the membership.</param>
/// <param name="Version">Version of the membership when the form was opened.</param>
public sealed record MemberChange(OrganisationRole? Role, int Version);

/// <summary>Gives a member another role, or ends the membership. Counts at the member's next request.</summary>
public sealed class ChangeMember(AppDbContext db, MembersTurn turns, Membering members, Notify notify, AuditTrail audit)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the membership since the form was opened.</exception>
    public async Task RunAsync(Guid organisation, Guid membership, MemberChange change, Actor actor, CancellationToken cancel)
    {
        actor.Require(organisation, OrganisationRole.Manager);
        if (change.Role is { } wanted && !Enum.IsDefined(wanted))
            throw new RuleBroken("Role", "Choose a role.");
        await using var transaction = await turns.TakeAsync(organisation, actor, OrganisationRole.Manager, cancel);
        var member = await members.FindAsync(organisation, membership, cancel);
        if (member is null || member.Version != change.Version)
            throw new ChangedMeanwhile();
        if (member.Role == OrganisationRole.Manager && change.Role != OrganisationRole.Manager && await turns.OtherManagersAsync(organisation, member.AccountId, cancel) == 0)
            throw new RuleBroken("", "This is the last manager. First make somebody else a manager, or hand over on the page for leaving.");
        if (change.Role is { } role)
            await members.BeginAsync(organisation, member.AccountId, role, cancel);
        else
            members.End(member);
        await TellAsync(organisation, member, change.Role, cancel);
        audit.Note(actor, change.Role is null ? "membership.end" : "membership.change", "membership", membership, organisation, ["role"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task TellAsync(Guid organisation, Membership member, OrganisationRole? role, CancellationToken cancel)
    {
        var name = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        if (role is null)
            notify.Account(member.AccountId, NoticeTopic.Organisation, OrganisationLinks.Organisation(organisation), new(Text.Key("You no longer act for {0}."), name));
        else
            notify.Account(member.AccountId, NoticeTopic.Organisation, OrganisationLinks.Members(organisation), new(Text.Key("Your role in {0} was changed."), name));
    }
}
