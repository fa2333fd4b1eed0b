using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Notices.Inbox;

/// <summary>Marks one's own notices as read; those of others are not found.</summary>
public sealed class ReadNotices(AppDbContext db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Marks one and returns where it leads; null when the reader has no such notice.</summary>
    public async Task<string?> OneAsync(Guid notice, Actor actor, CancellationToken cancel)
    {
        if (actor.AccountId is not { } account)
            throw new NotAllowed();
        var path = await db.Notices.Where(n => n.Id == notice && n.AccountId == account).Select(n => n.Path).SingleOrDefaultAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Notices.Where(n => n.Id == notice && n.AccountId == account && n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancel) > 0)
            audit.Note(actor, "notices.read", "account", account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return path;
    }

    public async Task AllAsync(Actor actor, CancellationToken cancel)
    {
        if (actor.AccountId is not { } account)
            throw new NotAllowed();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Notices.Where(n => n.AccountId == account && n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancel);
        audit.Note(actor, "notices.read", "account", account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
