using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Organisations;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Invitations;

/// <summary>Writes the mail of an invitation in its reader's language.</summary>
public sealed class InvitationMail(AppDbContext db, Outbox outbox, PublicLinks links, Texts texts, OrganisationWords words)
{
    public async Task AddAsync(Invitation invitation, string token, Actor from, CancellationToken cancel)
    {
        var organisation = await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Name).SingleAsync(cancel);
        var link = await links.ToAsync(invitation.Language, OrganisationLinks.Invitation(token), cancel);
        var (subject, body) = texts.In(invitation.Language, () => (
            texts["Invitation to act for {0}", organisation],
            string.Join("\n\n", texts["{0} invites you to act for {1} in Patrin, the network of places for Roma inclusion.", from.Name, organisation],
                texts["Your role: {0}. {1}", words.Role(invitation.Role), words.RoleDoes(invitation.Role)],
                texts["Open this link within seven days:"] + "\n" + link,
                texts["If you do not want this, do nothing. The invitation ends by itself."])));
        outbox.Add(invitation.Mail, account: null, invitation.Language, subject.Length <= 200 ? subject : subject[..200], body);
    }
}
