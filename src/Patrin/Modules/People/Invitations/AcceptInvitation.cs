using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Members;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Invitations;

/// <summary>What a new person gives; nothing for somebody who is signed in.</summary>
public sealed class AcceptForm
{
    public string? Name { get; set; }

    public string? Password { get; set; }
}

/// <summary>Somebody accepted.</summary>
public sealed record Accepted(Account Account, Guid Organisation, bool IsNew);

/// <summary>
/// Accepts an invitation: by a person who is signed in, or by a new one who gets an account. By every way it passes the same
/// conditional update, so it works once. When it hands over, the old membership ends in the same transaction.
/// </summary>
public sealed class AcceptInvitation(
    AppDbContext db, MembersTurn turns, Membering members, MakeAccount make, Notify notify, AuditTrail audit, Texts texts, TimeProvider clock)
{
    /// <summary>The invitation if its link would work now.</summary>
    public Task<Invitation?> FindAsync(string token, CancellationToken cancel)
    {
        var hash = RandomToken.Hash(token);
        return db.Set<Invitation>().AsNoTracking().Include(i => i.Organisation).Open(clock.GetUtcNow().UtcDateTime).FirstOrDefaultAsync(i => i.TokenHash == hash, cancel);
    }

    /// <summary>Null when the link is unknown, over, used or taken back; all look alike.</summary>
    public async Task<Accepted?> RunAsync(string token, AcceptForm form, Actor actor, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } found)
            return null;
        await using var transaction = await turns.TakeAsync(found.OrganisationId, actor, needed: null, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<Invitation>().Open(now).Where(i => i.Id == found.Id && i.TokenHash == found.TokenHash)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.AcceptedAt, now), cancel) != 1)
            return null;
        var account = actor.AccountId is { } known
            ? await db.Accounts.FirstAsync(a => a.Id == known, cancel)
            : await make.RunAsync(NewAccount(found, form), new(form.Name ?? ""), cancel);
        await db.Set<Invitation>().Where(i => i.Id == found.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.AcceptedById, account.Id), cancel);
        await JoinAsync(found, account, cancel);
        await HandOverAsync(found, account, cancel);
        audit.Note(new(account.DisplayName) { AccountId = account.Id }, "invitation.accept", "invitation", found.Id, found.OrganisationId, ["role"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new(account, found.OrganisationId, actor.AccountId is null);
    }

    // An empty password is none: the person signs in with a link by mail or a passkey.
    private NewAccount NewAccount(Invitation found, AcceptForm form) =>
        new(found.Mail, form.Name, texts.Language, string.IsNullOrEmpty(form.Password) ? null : form.Password) { MailConfirmed = true };

    /// <summary>An invitation never takes a role away: whoever holds more keeps it.</summary>
    private async Task JoinAsync(Invitation found, Account account, CancellationToken cancel)
    {
        var held = await members.OfAsync(found.OrganisationId, account.Id, cancel);
        if (held is null || held.Role < found.Role)
            await members.BeginAsync(found.OrganisationId, account.Id, found.Role, cancel);
        if (found.InvitedById is { } inviter && inviter != account.Id)
            notify.Account(inviter, NoticeTopic.Organisation, OrganisationLinks.Members(found.OrganisationId),
                new(Text.Key("{0} accepted the invitation to {1}."), account.DisplayName, found.Organisation.Name));
    }

    private async Task HandOverAsync(Invitation found, Account account, CancellationToken cancel)
    {
        if (found.HandsOver is { } membership && await members.FindAsync(found.OrganisationId, membership, cancel) is { } old && old.AccountId != account.Id)
            members.End(old);
    }
}
