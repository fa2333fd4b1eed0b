using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.Documents;

/// <summary>
/// The bytes of a document are needed to read it again in another language. Once a newer version took its place they are not:
/// twelve months after the import they go. The text and its facts stay, because people cite them.
/// </summary>
public sealed class ForgetOldOriginals(AppDbContext db, TimeProvider clock) : IPeriodicTask
{
    public const int Months = 12;

    public string Name => "forget-old-originals";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddMonths(-Months);
        var old = db.Documents.Where(d => !d.IsCurrent && d.ImportedAt < before).Select(d => d.Id);
        return TaskResult.Of((TaskDid.OriginalsRemoved, await db.DocumentOriginals.Where(o => old.Contains(o.DocumentId)).ExecuteDeleteAsync(cancel)));
    }
}
