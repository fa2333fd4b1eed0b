using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;

namespace Patrin.Modules.Practices;

/// <summary>
/// Saves a practice together with its facets and the number of the change. Everybody who changes one ends here;
/// otherwise lists on this and other nodes would not see it.
/// </summary>
public sealed class KeepPractice(AppDbContext db, TimeProvider clock)
{
    /// <summary>Saves everything that is tracked, in the caller's transaction if there is one.</summary>
    public async Task SaveAsync(Practice practice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(practice);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        // The row is locked until the end of the transaction, so that numbers become visible in their order.
        await db.PracticeChanges.Where(c => c.Id == PracticeChange.OnlyId).ExecuteUpdateAsync(s => s.SetProperty(c => c.Number, c => c.Number + 1), cancel);
        practice.Change = await db.PracticeChanges.Where(c => c.Id == PracticeChange.OnlyId).Select(c => c.Number).SingleAsync(cancel);
        practice.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        if (db.Entry(practice).State == EntityState.Detached)
            db.Practices.Add(practice);
        await FollowAsync(practice, cancel);
        await db.SaveChangesAsync(cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
    }

    private async Task FollowAsync(Practice practice, CancellationToken cancel)
    {
        var wanted = FacetCodes.Of(practice).Distinct().ToHashSet();
        foreach (var held in await db.PracticeFacets.Where(f => f.PracticeId == practice.Id).ToListAsync(cancel))
        {
            if (!wanted.Remove((held.Facet, held.Code)))
                db.Remove(held);
        }

        db.AddRange(wanted.Select(w => new PracticeFacet { PracticeId = practice.Id, Facet = w.Facet, Code = w.Code }));
    }
}
