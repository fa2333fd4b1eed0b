using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>Lays the changes in the database over the shipped lists.</summary>
public sealed class LoadWording(AppDbContext db, WordingHints hints)
{
    private const int Most = 5000;

    public async Task RunAsync(CancellationToken cancel) =>
        hints.Apply(await db.WordingChanges.AsNoTracking().Where(c => c.EndedAt == null).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel));

    /// <summary>Another text as soon as a change was added or ended: two looks along indexes instead of reading the lists.</summary>
    public async Task<string> StampAsync(CancellationToken cancel)
    {
        var added = await db.WordingChanges.OrderByDescending(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
        var ended = await db.WordingChanges.MaxAsync(c => c.EndedAt, cancel);
        return $"{added} {ended:O} {await db.WordingChanges.CountAsync(c => c.EndedAt == null, cancel)}";
    }
}

/// <summary>A wording that another node added counts here too, two seconds later.</summary>
internal sealed class FollowWording(IServiceScopeFactory scopes, ILogger<FollowWording> log) : RepeatedLook(TimeSpan.FromSeconds(2), log)
{
    private string _seen = "";

    protected override async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var load = scope.ServiceProvider.GetRequiredService<LoadWording>();
        var now = await load.StampAsync(cancel);
        if (now == _seen)
            return;
        await load.RunAsync(cancel);
        _seen = now;
    }
}
