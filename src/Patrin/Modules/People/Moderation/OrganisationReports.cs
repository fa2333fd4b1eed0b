using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Moderation;

namespace Patrin.Modules.People.Moderation;

/// <summary>What an organisation says about itself can be reported.</summary>
internal sealed class OrganisationReports(AppDbContext db, TimeProvider clock) : IReportable
{
    public string Kind => Organisation.Kind;

    public string Name => Text.Key("Organisation");

    public bool CanHide => true;

    public async Task<ReportedItem?> FindAsync(Guid id, CancellationToken cancel)
    {
        var o = await db.Organisations.AsNoTracking()
            .FirstOrDefaultAsync(x => x.Id == id && (x.State == OrganisationState.Active || x.State == OrganisationState.Suspended), cancel);
        return o is null ? null : new(o.Name, $"/organisations/{o.Id}", o.About)
        {
            AuthorOrganisation = o.Id, IsHidden = o.HiddenAt is not null, IsOfRomaOrganisation = o.ActorType == "ROMA_NGO" || o.RomaLed == RomaLed.Yes,
        };
    }

    public Task SetHiddenAsync(Guid id, bool hidden, CancellationToken cancel)
    {
        var at = hidden ? clock.GetUtcNow().UtcDateTime : (DateTime?)null;
        return db.Organisations.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.HiddenAt, at), cancel);
    }

    public async Task<bool> RemovePassageAsync(Guid id, string passage, CancellationToken cancel)
    {
        var about = await db.Organisations.Where(o => o.Id == id).Select(o => o.About).SingleAsync(cancel);
        if (!about.Contains(passage, StringComparison.Ordinal))
            return false;
        var without = about.Replace(passage, "[…]", StringComparison.Ordinal);
        await db.Organisations.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.About, without), cancel);
        return true;
    }
}
