using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Invitations;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Members;

public enum Handover
{
    /// <summary>Somebody else manages already.</summary>
    None,

    /// <summary>A member becomes manager in the same step.</summary>
    Member,

    /// <summary>Somebody new is invited; one leaves when that person accepts.</summary>
    Invite,

    /// <summary>Nobody: curators are told and the page says that a manager is looked for.</summary>
    Nobody,
}

/// <summary>How somebody leaves.</summary>
public sealed class LeaveForm
{
    public Handover Handover { get; set; }

    /// <summary>Membership of the member who takes over.</summary>
    public Guid? To { get; set; }

    public string? Mail { get; set; }
}

/// <summary>Somebody stops acting for an organisation. The last manager hands over, or knows that nobody manages it then.</summary>
public sealed class LeaveOrganisation(AppDbContext db, MembersTurn turns, Membering members, Invite invite, Notify notify, AuditTrail audit)
{
    /// <returns>False when the person stays until an invited one accepts.</returns>
    public async Task<bool> RunAsync(Guid organisation, LeaveForm form, Actor actor, CancellationToken cancel)
    {
        actor.Require(organisation, OrganisationRole.Editor);
        if (form.Handover == Handover.Invite)
        {
            var own = await members.OfAsync(organisation, actor.AccountId!.Value, cancel) ?? throw new NotAllowed();
            await invite.RunAsync(organisation, new() { Mail = form.Mail, Role = OrganisationRole.Manager }, actor, cancel, handsOver: own.Id);
            return false;
        }

        await using var transaction = await turns.TakeAsync(organisation, actor, OrganisationRole.Editor, cancel);
        var leaving = await members.OfAsync(organisation, actor.AccountId!.Value, cancel) ?? throw new NotAllowed();
        var isLast = leaving.Role == OrganisationRole.Manager && await turns.OtherManagersAsync(organisation, leaving.AccountId, cancel) == 0;
        if (leaving.Role == OrganisationRole.Manager && form.Handover == Handover.Member)
            await HandOverAsync(organisation, form.To, leaving, cancel);
        else if (isLast && form.Handover != Handover.Nobody)
            throw new RuleBroken("Handover", "You are the last manager. Say who takes over.");
        else if (isLast)
            await TellCuratorsAsync(organisation, cancel);
        members.End(leaving);
        audit.Note(actor, form.Handover == Handover.Member ? "membership.hand-over" : "membership.leave", "membership", leaving.Id, organisation);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task HandOverAsync(Guid organisation, Guid? to, Membership leaving, CancellationToken cancel)
    {
        if (to is not { } membership || await members.FindAsync(organisation, membership, cancel) is not { Account.State: AccountState.Active } next || next.AccountId == leaving.AccountId)
            throw new RuleBroken("To", "Choose the member who takes over.");
        await members.BeginAsync(organisation, next.AccountId, OrganisationRole.Manager, cancel);
        notify.Account(next.AccountId, NoticeTopic.Organisation, OrganisationLinks.Members(organisation),
            new(Text.Key("You are now a manager of {0}."), await NameAsync(organisation, cancel)));
    }

    private async Task TellCuratorsAsync(Guid organisation, CancellationToken cancel) =>
        await notify.RoleAsync(NetworkRole.Curator, NoticeTopic.Tasks, OrganisationLinks.Curate(organisation),
            new(Text.Key("{0} has no manager any more."), await NameAsync(organisation, cancel)), cancel);

    private Task<string> NameAsync(Guid organisation, CancellationToken cancel) =>
        db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
}
