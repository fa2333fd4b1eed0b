using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.MyAccount;

[SignedInPage]
public sealed class SessionsModel(AppDbContext db, EndSessions end, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Session> List { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public Guid? Own { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        var (now, idle) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime - Session.Idle);
        var open = db.Sessions.AsNoTracking().Where(s => s.AccountId == actor.AccountId && s.EndsAt > now && s.SeenAt > idle);
        Own = actor.SessionId;
        Paging = Paging.Of(page, await open.CountAsync(cancel));
        List = await open.OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostOneAsync(Guid session, CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        return await end.OneAsync(actor.AccountId!.Value, session, actor, cancel) ? LocalRedirect(Url.Content("~/account/sessions")) : NotFound();
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancel)
    {
        await end.OthersAsync(Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~/account/sessions"));
    }
}
