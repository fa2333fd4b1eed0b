using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Join;

/// <summary>What came of a confirmed wish to join.</summary>
/// <param name="Account">Whose wish it is.</param>
/// <param name="Organisation">The organisation that now waits.</param>
/// <param name="IsNew">The account was made just now.</param>
public sealed record Joined(Account Account, Guid Organisation, bool IsNew);

/// <summary>
/// The link in the mail was opened: an account when there is none, the organisation in state "waiting", the asker as its manager,
/// a notice for the curators. All or nothing, once.
/// </summary>
public sealed class ConfirmJoin(AppDbContext db, MakeAccount make, Notify notify, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The request if its link would work now.</summary>
    public Task<JoinRequest?> FindAsync(string token, CancellationToken cancel)
    {
        var (hash, now) = (RandomToken.Hash(token), clock.GetUtcNow().UtcDateTime);
        return db.Set<JoinRequest>().AsNoTracking().FirstOrDefaultAsync(r => r.TokenHash == hash && r.ConfirmedAt == null && r.EndsAt > now, cancel);
    }

    public Task<bool> HasAccountAsync(JoinRequest request, CancellationToken cancel) => db.Accounts.AnyAsync(a => a.NormalizedEmail == request.MailKey, cancel);

    /// <summary>Null when the link does not exist, is over or was used.</summary>
    public async Task<Joined?> RunAsync(string token, string? password, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } request)
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        // One conditional update: of many who open the link at once, one goes on.
        if (await db.Set<JoinRequest>().Where(r => r.Id == request.Id && r.ConfirmedAt == null && r.EndsAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.ConfirmedAt, now), cancel) != 1)
            return null;
        var (account, isNew) = await AccountAsync(request, password, cancel);
        var organisation = Make(request, now);
        await RequireFreeNameAsync(organisation, cancel);
        db.Add(organisation);
        db.Add(new Membership { OrganisationId = organisation.Id, AccountId = account.Id, Role = OrganisationRole.Manager, From = now });
        await notify.RoleAsync(NetworkRole.Curator, NoticeTopic.Tasks, OrganisationLinks.Curate(organisation.Id),
            new(Text.Key("{0} asks to join."), organisation.Name), cancel);
        audit.Note(new(account.DisplayName) { AccountId = account.Id }, "organisation.join", Organisation.Kind, organisation.Id, organisation.Id);
        await SaveAsync(cancel);
        await db.Set<JoinRequest>().Where(r => r.Id == request.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.AccountId, account.Id).SetProperty(r => r.OrganisationId, organisation.Id), cancel);
        await transaction.CommitAsync(cancel);
        return new(account, organisation.Id, isNew);
    }

    private async Task<(Account Account, bool IsNew)> AccountAsync(JoinRequest request, string? password, CancellationToken cancel)
    {
        if (await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == request.MailKey, cancel) is { } known)
            return known.State == AccountState.Active ? (known, false) : throw new NotAllowed();
        var wanted = new NewAccount(request.Mail, request.AskerName, request.Language, string.IsNullOrEmpty(password) ? null : password) { MailConfirmed = true };
        return (await make.RunAsync(wanted, new(request.AskerName), cancel), true);
    }

    private async Task RequireFreeNameAsync(Organisation organisation, CancellationToken cancel)
    {
        if (await db.Organisations.AnyAsync(o => o.NameKey == organisation.NameKey, cancel))
            throw NameTaken();
    }

    /// <summary>Two may confirm the same name, or one address twice, at one instant: the table lets the first in, the other reads why.</summary>
    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsDuplicate(e))
        {
            throw NameTaken();
        }
    }

    private static RuleBroken NameTaken() =>
        new RuleBroken("", "An organisation with this name, or one that looks like it, is here already. Ask its manager to invite you, or ask again with the full name.");

    private static Organisation Make(JoinRequest request, DateTime now)
    {
        var organisation = new Organisation
        {
            Name = request.Name, NameKey = "", ActorType = request.ActorType, Country = request.Country, State = OrganisationState.Waiting, CreatedAt = now, ChangedAt = now,
        };
        request.ToForm().WriteTo(organisation);
        return organisation;
    }
}
