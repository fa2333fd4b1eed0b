using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.Vocabulary.Changing;

/// <summary>Keeps changes of one kind of list in the database and lays those that count over the shipped lists.</summary>
public sealed class ListChanges<T>(AppDbContext db, IChangedLists<T> lists, AuditTrail audit, TimeProvider clock)
    where T : ListChange
{
    private const int Most = 5000;

    public async Task LoadAsync(CancellationToken cancel) =>
        lists.Apply(await db.Set<T>().AsNoTracking().Where(c => c.EndedAt == null).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel));

    /// <summary>Another text as soon as a change was added or ended: two looks along indexes instead of reading the lists.</summary>
    public async Task<string> StampAsync(CancellationToken cancel)
    {
        var added = await db.Set<T>().OrderByDescending(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
        var ended = await db.Set<T>().MaxAsync(c => c.EndedAt, cancel);
        return $"{added} {ended:O} {await db.Set<T>().CountAsync(c => c.EndedAt == null, cancel)}";
    }

    /// <summary>Adds a change, ends those it takes the place of, notes one entry. It counts at once on this node.</summary>
    /// <param name="actor">Who; the caller has asked for the right.</param>
    /// <param name="action">Verb for the trail: <c>code.words</c>.</param>
    /// <param name="added">The change.</param>
    /// <param name="replaced">Older changes of the same thing; null where there cannot be any.</param>
    /// <param name="cancel">Gives up before the commit.</param>
    public async Task ChangeAsync(Actor actor, string action, T added, IQueryable<T>? replaced, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (replaced is not null)
            await EndAsync(replaced, added.At, cancel);
        db.Add(added);
        Note(actor, action, added.Id);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await LoadAsync(cancel);
    }

    /// <summary>Ends a change: what was shipped counts again. False when somebody ended it before.</summary>
    public async Task<bool> ChangeAsync(Actor actor, string action, Guid ended, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await EndAsync(db.Set<T>().Where(c => c.Id == ended), clock.GetUtcNow().UtcDateTime, cancel) == 0)
            return false;
        Note(actor, action, ended);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await LoadAsync(cancel);
        return true;
    }

    private static Task<int> EndAsync(IQueryable<T> changes, DateTime now, CancellationToken cancel) =>
        changes.Where(c => c.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.EndedAt, now), cancel);

    private void Note(Actor actor, string action, Guid change) => audit.Note(actor, action, action.Split('.')[0], change);
}
