using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Moderation.Queue;

/// <summary>What the moderators' list shows.</summary>
public enum QueueFilter
{
    Open,
    Mine,
    Decided,
}

[ModeratorsPage]
public sealed class QueueModel(AppDbContext db, ModerationWords words, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "show")]
    public QueueFilter Show { get; set; }

    public ModerationWords Words => words;

    public IReadOnlyList<ModerationCase> Cases { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 25, 0);

    public int Hours(ModerationCase c) => (int)((c.FirstDecisionAt ?? clock.GetUtcNow().UtcDateTime) - c.OpenedAt).TotalHours;

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var me = Actor.Of(User).AccountId;
        var found = db.ModerationCases.AsNoTracking();
        found = Show switch
        {
            QueueFilter.Decided => found.Where(c => c.State == CaseState.Decided).OrderByDescending(c => c.OpenedAt),
            QueueFilter.Mine => found.Where(c => c.AssignedToId == me && ModerationCase.Undecided.Contains(c.State)).OrderBy(c => c.OpenedAt),
            _ => found.Where(c => ModerationCase.Undecided.Contains(c.State)).OrderBy(c => c.OpenedAt),
        };
        Paging = Paging.Of(page, await found.CountAsync(cancel));
        Cases = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }
}
