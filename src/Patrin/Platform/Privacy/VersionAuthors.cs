using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.History;

namespace Patrin.Platform.Privacy;

/// <summary>Versions of published records that a person made: the versions stay, the name goes.</summary>
public sealed class VersionAuthors(AppDbContext db) : IPersonalData
{
    public string Part => "versions";

    public IReadOnlyList<string> Tables => ["record_versions"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) =>
        await db.Set<RecordVersion>().AsNoTracking().Where(v => v.ById == account).OrderBy(v => v.At)
            .Select(v => new { v.Kind, v.RecordId, v.Number, v.At, Name = v.ByName }).ToListAsync(cancel);

    public Task EraseAsync(Guid account, CancellationToken cancel) =>
        db.Set<RecordVersion>().Where(v => v.ById == account)
            .ExecuteUpdateAsync(s => s.SetProperty(v => v.ByName, FormerParticipant.Name).SetProperty(v => v.ById, (Guid?)null), cancel);
}

/// <summary>What a person did, from the audit trail. It holds numbers only, so erasing leaves it as it is.</summary>
public sealed class OwnActions(AppDbContext db) : IPersonalData
{
    public string Part => "actions";

    public IReadOnlyList<string> Tables => [];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel)
    {
        var actor = account.ToString();
        return await db.AuditEntries.AsNoTracking().Where(e => e.Actor == actor).OrderBy(e => e.Number)
            .Select(e => new { e.At, e.Action, e.Kind, e.RecordId, e.OrganisationId, e.Fields }).ToListAsync(cancel);
    }

    public Task EraseAsync(Guid account, CancellationToken cancel) => Task.CompletedTask;
}
