using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Sessions;

/// <summary>Ends sessions: one's own on sign-out, one of the list, or all others after a change of password, role or factor.</summary>
public sealed class EndSessions(AppDbContext db, AuditTrail audit)
{
    /// <summary>Ends one session of an account; a session of somebody else is not found.</summary>
    public async Task<bool> OneAsync(Guid account, Guid session, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ended = await db.Sessions.Where(s => s.AccountId == account && s.Id == session).ExecuteDeleteAsync(cancel);
        if (ended > 0)
            audit.Note(actor, "session.end", "account", account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ended > 0;
    }

    /// <summary>Ends all other sessions of the actor.</summary>
    public async Task OthersAsync(Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await AllAsync(actor.AccountId!.Value, actor.SessionId, cancel) > 0)
            audit.Note(actor, "session.end-others", "account", actor.AccountId);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Ends all sessions of an account but <paramref name="except"/>. Joins the caller's transaction.</summary>
    public Task<int> AllAsync(Guid account, Guid? except, CancellationToken cancel) =>
        db.Sessions.Where(s => s.AccountId == account && s.Id != except).ExecuteDeleteAsync(cancel);
}
