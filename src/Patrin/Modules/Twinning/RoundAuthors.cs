using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.Twinning;

/// <summary>Who opened, ran and published rounds: the rounds stay, the names go.</summary>
public sealed class RoundAuthors(AppDbContext db) : IPersonalData
{
    public string Part => "rounds";

    public IReadOnlyList<string> Tables => ["twinning_rounds"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) =>
        await db.Rounds.AsNoTracking().Where(r => r.OpenedById == account || r.RunById == account || r.PublishedById == account).OrderBy(r => r.Number)
            .Select(r => new
            {
                r.Number, r.Title,
                OpenedAt = r.OpenedById == account ? r.OpenedAt : (DateTime?)null,
                RunAt = r.RunById == account ? r.RunAt : null,
                PublishedAt = r.PublishedById == account ? r.PublishedAt : null,
            }).ToListAsync(cancel);

    public async Task EraseAsync(Guid account, CancellationToken cancel)
    {
        await db.Rounds.Where(r => r.OpenedById == account)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.OpenedBy, FormerParticipant.Name).SetProperty(r => r.OpenedById, (Guid?)null), cancel);
        await db.Rounds.Where(r => r.RunById == account)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.RunBy, FormerParticipant.Name).SetProperty(r => r.RunById, (Guid?)null), cancel);
        await db.Rounds.Where(r => r.PublishedById == account)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.PublishedBy, FormerParticipant.Name).SetProperty(r => r.PublishedById, (Guid?)null), cancel);
    }
}
