using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Trail;

/// <summary>What the reader did, and what others did to the reader's account, roles and memberships.</summary>
[SignedInPage]
public sealed class MyHistoryModel(AppDbContext db, ReadTrail read, TrailWords words) : PageModel
{
    private const int Most = 200;

    private static readonly string[] Kinds = ["account", "membership", "role-grant"];

    public bool DoneToMe { get; private set; }

    public TrailPage Found { get; private set; } = new([], null, true);

    public async Task OnGetAsync(string? show, long? before, CancellationToken cancel)
    {
        DoneToMe = show == "account";
        var id = Actor.Of(User).AccountId!.Value;
        var self = id.ToString();
        var scope = DoneToMe ? await DoneToAsync(id, self, cancel) : db.AuditEntries.Where(e => e.Actor == self);
        var found = await read.PageAsync(scope, before, (null, null), cancel);
        var organisations = await db.Memberships.Where(m => m.AccountId == id).Select(m => m.OrganisationId).Distinct().Take(Most).ToListAsync(cancel);
        var names = await read.ColleaguesAsync(found.Entries, organisations, cancel);
        Found = ReadTrail.PageOf(found, before, names, words, self);
    }

    private async Task<IQueryable<AuditEntry>> DoneToAsync(Guid id, string self, CancellationToken cancel)
    {
        var records = await db.RoleGrants.Where(g => g.AccountId == id).OrderByDescending(g => g.Id).Select(g => g.Id).Take(Most)
            .Concat(db.Memberships.Where(m => m.AccountId == id).OrderByDescending(m => m.Id).Select(m => m.Id).Take(Most)).ToListAsync(cancel);
        var about = records.Select(r => r.ToString()).Append(self).ToList();
        return db.AuditEntries.Where(e => Kinds.Contains(e.Kind) && about.Contains(e.RecordId) && e.Actor != self);
    }
}
