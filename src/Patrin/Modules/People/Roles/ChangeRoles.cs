using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Text;

namespace Patrin.Modules.People.Roles;

/// <summary>A role of the network for somebody.</summary>
public sealed class GrantForm
{
    public string? Mail { get; set; }

    public NetworkRole? Role { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Reason { get; set; }
}

/// <summary>Gives and ends roles of the network. One change at a time, so that there is always an administrator.</summary>
public sealed class ChangeRoles(AppDbContext db, AdministratorsTurn turns, EndSessions sessions, Notify notify, AuditTrail audit, TimeProvider clock)
{
    public async Task GrantAsync(GrantForm form, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        actor.RequireFresh(clock);
        if (form.Role is not { } role || !Enum.IsDefined(role))
            throw new RuleBroken(nameof(form.Role), "Choose a role.");
        var (mail, reason) = (MailAddress.Require(nameof(form.Mail), form.Mail).ToUpperInvariant(), PlainText.Reason(nameof(form.Reason), form.Reason, Organisation.ReasonMax));
        await using var transaction = await turns.TakeAsync(actor, cancel);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == mail && a.State == AccountState.Active, cancel)
            ?? throw new RuleBroken(nameof(form.Mail), "Nobody has an account with this address. Ask the person to make one first.");
        var (from, to) = Dates(form);
        if (await db.RoleGrants.AnyAsync(g => g.AccountId == account.Id && g.Role == role && (g.To == null || g.To > from), cancel))
            throw new RuleBroken(nameof(form.Role), "This person holds the role already in this time.");
        var grant = new RoleGrant { AccountId = account.Id, Role = role, From = from, To = to, Reason = reason };
        db.Add(grant);
        notify.Account(account.Id, NoticeTopic.Security, "/", new(Text.Key("You were given a role in the network. It counts at your next sign-in.")));
        await EndOthersAsync(account.Id, actor, cancel);
        audit.Note(actor, "role.grant", "role-grant", grant.Id, fields: [role.ToString()]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    public async Task EndAsync(Guid grant, string? reason, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        actor.RequireFresh(clock);
        var said = PlainText.Reason("Reason", reason, Organisation.ReasonMax);
        await using var transaction = await turns.TakeAsync(actor, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.RoleGrants.FirstOrDefaultAsync(g => g.Id == grant && (g.To == null || g.To > now), cancel)
            ?? throw new RuleBroken("", "This role has ended already.");
        if (found.Role == NetworkRole.Administrator)
            await turns.RequireAnotherAsync(found.AccountId, cancel);
        (found.To, found.EndReason) = (found.From > now ? found.From : now, said);
        notify.Account(found.AccountId, NoticeTopic.Security, "/", new(Text.Key("A role in the network was taken from you.")));
        await EndOthersAsync(found.AccountId, actor, cancel);
        audit.Note(actor, "role.end", "role-grant", grant, fields: [found.Role.ToString()]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Everybody signed in as that person signs in anew; the administrator's own session stays.</summary>
    private Task<int> EndOthersAsync(Guid account, Actor actor, CancellationToken cancel) =>
        sessions.AllAsync(account, account == actor.AccountId ? actor.SessionId : null, cancel);

    private (DateTime From, DateTime? To) Dates(GrantForm form)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var from = form.From is { } day && day > DateOnly.FromDateTime(now) ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : now;
        // "Until" includes the day.
        DateTime? to = form.To is { } last ? last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;
        return to is null || to > from ? (from, to) : throw new RuleBroken(nameof(form.To), "The last day must not be before the first one.");
    }
}
