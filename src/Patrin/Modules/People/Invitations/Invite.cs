using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Members;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Invitations;

/// <summary>Whom a manager invites.</summary>
public sealed class InviteForm
{
    public string? Mail { get; set; }

    public OrganisationRole Role { get; set; }

    public string? Language { get; set; }
}

/// <summary>Invites by a link in a mail. The answer is the same whether or not the address has an account.</summary>
public sealed class Invite(AppDbContext db, MembersTurn turns, Throttle throttle, InvitationMail mails, Catalogs catalogs, Texts texts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Mails that one organisation may have sent to others in a day.</summary>
    public const int ADay = 30;

    public async Task RunAsync(Guid organisation, InviteForm form, Actor actor, CancellationToken cancel, Guid? handsOver = null)
    {
        actor.Require(organisation, OrganisationRole.Manager);
        var mail = MailAddress.Require(nameof(form.Mail), form.Mail);
        var key = mail.ToUpperInvariant();
        if (!Enum.IsDefined(form.Role))
            throw new RuleBroken(nameof(form.Role), "Choose a role.");
        await throttle.RequireAsync("invite", organisation.ToString(), ADay, TimeSpan.FromDays(1), cancel);
        await using var transaction = await turns.TakeAsync(organisation, actor, OrganisationRole.Manager, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<Invitation>().Open(now).AnyAsync(i => i.OrganisationId == organisation && i.MailKey == key, cancel))
            throw new RuleBroken(nameof(form.Mail), "There is an open invitation to this address. Send it again or take it back.");
        var token = RandomToken.Make();
        var invitation = new Invitation
        {
            OrganisationId = organisation, Role = form.Role, Mail = mail, MailKey = key, Language = (catalogs.ByTag(form.Language ?? "") ?? catalogs.ByTag(texts.Language) ?? catalogs.Languages[0]).Tag,
            TokenHash = RandomToken.Hash(token), SentAt = now, EndsAt = now + Invitation.Life, InvitedById = actor.AccountId, HandsOver = handsOver,
        };
        db.Add(invitation);
        await mails.AddAsync(invitation, token, actor, cancel);
        audit.Note(actor, "invitation.send", "invitation", invitation.Id, organisation, ["role"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
