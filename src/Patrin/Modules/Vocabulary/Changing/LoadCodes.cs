using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.Vocabulary.Changing;

/// <summary>Lays the changes in the database over the shipped code lists.</summary>
public sealed class LoadCodes(AppDbContext db, CodeLists codes)
{
    private const int Most = 5000;

    public async Task RunAsync(CancellationToken cancel) =>
        codes.Apply(await db.CodeChanges.AsNoTracking().Where(c => c.EndedAt == null).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel));

    /// <summary>Another text as soon as a change was added or ended, read along indexes.</summary>
    public async Task<string> StampAsync(CancellationToken cancel)
    {
        var added = await db.CodeChanges.OrderByDescending(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
        var ended = await db.CodeChanges.MaxAsync(c => c.EndedAt, cancel);
        return $"{added} {ended:O} {await db.CodeChanges.CountAsync(c => c.EndedAt == null, cancel)}";
    }
}

/// <summary>Words that another node changed are shown here too, two seconds later.</summary>
internal sealed class FollowCodes(IServiceScopeFactory scopes, ILogger<FollowCodes> log) : RepeatedLook(TimeSpan.FromSeconds(2), log)
{
    private string _seen = "";

    protected override async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var load = scope.ServiceProvider.GetRequiredService<LoadCodes>();
        var now = await load.StampAsync(cancel);
        if (now == _seen)
            return;
        await load.RunAsync(cancel);
        _seen = now;
    }
}
