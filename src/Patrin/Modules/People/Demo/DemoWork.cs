using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Invitations;
using Patrin.Modules.People.Join;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Demo;

/// <summary>Something to do for the example people: an organisation that waits for the curator, an invitation for the reviewer.</summary>
public sealed class DemoWork(AppDbContext db, Notify notify, TimeProvider clock)
{
    private const string Waiting = "Example women's group of Bistrița", AskerMail = "asker@example.org";

    public async Task LoadAsync(CancellationToken cancel)
    {
        if (await db.Set<JoinRequest>().AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        await AddWaitingAsync(now, cancel);
        await AddInvitationAsync(now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task AddWaitingAsync(DateTime now, CancellationToken cancel)
    {
        var asker = new Account
        {
            Id = Guid.CreateVersion7(), DisplayName = "Example asker", UserName = AskerMail, NormalizedUserName = AskerMail.ToUpperInvariant(), Email = AskerMail,
            NormalizedEmail = AskerMail.ToUpperInvariant(), EmailConfirmed = true, CreatedAt = now, SecurityStamp = Guid.NewGuid().ToString(),
        };
        var request = new JoinRequest
        {
            TokenHash = RandomToken.Hash(RandomToken.Make()), AskedAt = now, EndsAt = now, ConfirmedAt = now, Mail = AskerMail, MailKey = AskerMail.ToUpperInvariant(), AskerName = asker.DisplayName, Language = "en",
            Name = Waiting, ActorType = "INFORMAL_GROUP", Country = "RO", PlaceName = "Bistrița", Website = "https://example.org/", RomaLed = RomaLed.Yes,
            Why = "We meet every week about school places and want to hear how other places did it. This is an example.", AccountId = asker.Id,
        };
        var organisation = new Organisation { Name = Waiting, NameKey = "", ActorType = "", Country = "", State = OrganisationState.Waiting, CreatedAt = now, ChangedAt = now };
        request.ToForm().WriteTo(organisation);
        request.OrganisationId = organisation.Id;
        db.AddRange(asker, request, organisation, new Membership { AccountId = asker.Id, OrganisationId = organisation.Id, Role = OrganisationRole.Manager, From = now });
        await notify.RoleAsync(NetworkRole.Curator, NoticeTopic.Tasks, OrganisationLinks.Curate(organisation.Id), new(Text.Key("{0} asks to join."), Waiting), cancel);
    }

    private async Task AddInvitationAsync(DateTime now, CancellationToken cancel)
    {
        var inviter = await db.Accounts.SingleAsync(a => a.Email == "officer@example.org", cancel);
        var guest = await db.Accounts.SingleAsync(a => a.Email == "reviewer@example.org", cancel);
        var organisation = await db.Memberships.Where(m => m.AccountId == inviter.Id).Select(m => m.Organisation).SingleAsync(cancel);
        var token = RandomToken.Make();
        db.Add(new Invitation
        {
            OrganisationId = organisation.Id, Role = OrganisationRole.Publisher, Mail = guest.Email!, MailKey = guest.NormalizedEmail!, Language = "en", TokenHash = RandomToken.Hash(token),
            SentAt = now, EndsAt = now + Invitation.Life, InvitedById = inviter.Id,
        });
        // In a real network the link is in the mail only; example people have no mailbox.
        notify.Account(guest.Id, NoticeTopic.Organisation, OrganisationLinks.Invitation(token), new(Text.Key("You are invited to act for {0}."), organisation.Name));
    }
}
