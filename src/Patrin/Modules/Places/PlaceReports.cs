using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Places.Contracts;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Moderation;

namespace Patrin.Modules.Places;

/// <summary>A place can be reported; it is made of documents, so a document is hidden, never a place.</summary>
internal sealed class PlaceReports(AppDbContext db) : IReportable
{
    public string Kind => "place";

    public string Name => Text.Key("Place");

    public bool CanHide => false;

    public async Task<ReportedItem?> FindAsync(Guid id, CancellationToken cancel) =>
        await db.Places.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel) is { } place ? new(place.Name, PlaceLinks.Place(place.Slug), "") : null;

    public Task SetHiddenAsync(Guid id, bool hidden, CancellationToken cancel) => Task.CompletedTask;

    public Task<bool> RemovePassageAsync(Guid id, string passage, CancellationToken cancel) => Task.FromResult(false);
}
