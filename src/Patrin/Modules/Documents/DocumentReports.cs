using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Platform.Data;
using Patrin.Platform.Events;
using Patrin.Platform.Localization;
using Patrin.Platform.Moderation;

namespace Patrin.Modules.Documents;

/// <summary>A document can be reported. Hidden it is gone from lists, pages, exports and from the facts of places; its words never change.</summary>
internal sealed class DocumentReports(AppDbContext db, EventPublisher events, TimeProvider clock) : IReportable
{
    public string Kind => "document";

    public string Name => Text.Key("Document");

    public bool CanHide => true;

    public async Task<ReportedItem?> FindAsync(Guid id, CancellationToken cancel)
    {
        var open = db.Documents.AsNoTracking().Where(d => d.HiddenAt != null).Union(db.Documents.AsNoTracking().SeenBy(false));
        if (await open.Where(d => d.Id == id).Select(d => new { d.Title, d.ImportedById, d.HiddenAt }).FirstOrDefaultAsync(cancel) is not { } found)
            return null;
        var parts = await db.DocumentParts.AsNoTracking().Where(p => p.DocumentId == id).OrderBy(p => p.Number).Select(p => p.Text).ToListAsync(cancel);
        return new(found.Title, DocumentLinks.Source(id), string.Concat(parts)) { AuthorAccount = found.ImportedById, IsHidden = found.HiddenAt is not null };
    }

    public async Task SetHiddenAsync(Guid id, bool hidden, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Documents.Where(d => d.Id == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.HiddenAt, hidden ? now : (DateTime?)null), cancel);
        await db.Claims.Where(c => c.DocumentId == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.IsHidden, hidden), cancel);
        var subjects = await db.Claims.Where(c => c.DocumentId == id).Select(c => c.SubjectKey).Distinct().ToListAsync(cancel);
        await events.PublishAsync(new ClaimsDecided(id, subjects, now), cancel);
    }

    public Task<bool> RemovePassageAsync(Guid id, string passage, CancellationToken cancel) => Task.FromResult(false);
}
