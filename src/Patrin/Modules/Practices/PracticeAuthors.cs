using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.Practices;

/// <summary>Who took steps with records: the steps stay, the names go.</summary>
public sealed class PracticeAuthors(AppDbContext db) : IPersonalData
{
    public string Part => "practices";

    public IReadOnlyList<string> Tables => ["practice_steps"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) =>
        await db.PracticeSteps.AsNoTracking().Where(s => s.ById == account).OrderBy(s => s.At)
            .Select(s => new { Practice = s.PracticeId, s.Action, s.At, s.Reason, Name = s.By }).ToListAsync(cancel);

    public async Task EraseAsync(Guid account, CancellationToken cancel) =>
        await db.PracticeSteps.Where(s => s.ById == account)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.By, FormerParticipant.Name).SetProperty(p => p.ById, (Guid?)null), cancel);
}
