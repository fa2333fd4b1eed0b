using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Invitations;
using Patrin.Modules.People.Join;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Members;

/// <summary>What this part holds about an account: memberships, roles, invitations, wishes to join.</summary>
public sealed class MembershipRecords(AppDbContext db, MembersTurn turns, Notify notify, TimeProvider clock) : IPersonalData
{
    public string Part => "organisations";

    public IReadOnlyList<string> Tables => ["memberships", "role_grants", "invitations", "join_requests", "organisations"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) => new
    {
        memberships = await db.Memberships.AsNoTracking().Where(m => m.AccountId == account).OrderBy(m => m.From)
            .Select(m => new { organisation = m.Organisation.Name, role = m.Role.ToString(), from = m.From, to = m.To }).ToListAsync(cancel),
        roles = await db.RoleGrants.AsNoTracking().Where(g => g.AccountId == account).OrderBy(g => g.From)
            .Select(g => new { role = g.Role.ToString(), from = g.From, to = g.To, reason = g.Reason, endReason = g.EndReason }).ToListAsync(cancel),
        // The addresses of others are theirs: an invitation is told without it.
        invitationsSent = await db.Set<Invitation>().AsNoTracking().Where(i => i.InvitedById == account).OrderBy(i => i.SentAt)
            .Select(i => new { organisation = i.Organisation.Name, role = i.Role.ToString(), sent = i.SentAt }).ToListAsync(cancel),
        invitationsAccepted = await db.Set<Invitation>().AsNoTracking().Where(i => i.AcceptedById == account).OrderBy(i => i.SentAt)
            .Select(i => new { organisation = i.Organisation.Name, role = i.Role.ToString(), mail = i.Mail, accepted = i.AcceptedAt }).ToListAsync(cancel),
        joinRequests = await db.Set<JoinRequest>().AsNoTracking().Where(r => r.AccountId == account).OrderBy(r => r.AskedAt)
            .Select(r => new { organisation = r.Name, name = r.AskerName, mail = r.Mail, why = r.Why, question = r.Question, answer = r.Answer, asked = r.AskedAt }).ToListAsync(cancel),
    };

    public async Task EraseAsync(Guid account, CancellationToken cancel)
    {
        await TellOfMissingManagersAsync(account, cancel);
        var mail = await db.Accounts.Where(a => a.Id == account).Select(a => a.NormalizedEmail).FirstOrDefaultAsync(cancel) ?? "";
        await db.Memberships.Where(m => m.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.RoleGrants.Where(g => g.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<Invitation>().Where(i => i.AcceptedById == account || i.MailKey == mail).ExecuteDeleteAsync(cancel);
        await db.Set<Invitation>().Where(i => i.InvitedById == account).ExecuteUpdateAsync(s => s.SetProperty(i => i.InvitedById, (Guid?)null), cancel);
        await db.Set<JoinRequest>().Where(r => r.AccountId == account || r.MailKey == mail).ExecuteDeleteAsync(cancel);
        await db.Organisations.Where(o => o.ClosingAskedById == account).ExecuteUpdateAsync(s => s.SetProperty(o => o.ClosingAskedById, Guid.Empty), cancel);
    }

    /// <summary>An organisation never loses its last manager silently: curators are told.</summary>
    private async Task TellOfMissingManagersAsync(Guid account, CancellationToken cancel)
    {
        var managed = await db.Memberships.At(clock.GetUtcNow().UtcDateTime).Where(m => m.AccountId == account && m.Role == OrganisationRole.Manager)
            .Select(m => new { m.OrganisationId, m.Organisation.Name }).Distinct().ToListAsync(cancel);
        foreach (var one in managed)
        {
            if (await turns.OtherManagersAsync(one.OrganisationId, account, cancel) == 0)
                await notify.RoleAsync(NetworkRole.Curator, NoticeTopic.Tasks, OrganisationLinks.Curate(one.OrganisationId), new(Text.Key("{0} has no manager any more."), one.Name), cancel);
        }
    }
}
