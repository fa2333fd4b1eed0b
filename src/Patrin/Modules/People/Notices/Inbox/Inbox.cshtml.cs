using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.SignIn;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Notices.Inbox;

/// <summary>Messages to the reader, unread ones first.</summary>
[SignedInPage]
public sealed class InboxModel(AppDbContext db, ReadNotices read) : PageModel
{
    public IReadOnlyList<Notice> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public bool HasUnread { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var account = Actor.Of(User).AccountId;
        var mine = db.Notices.AsNoTracking().Where(n => n.AccountId == account);
        Paging = Paging.Of(page, await mine.CountAsync(cancel));
        HasUnread = await mine.AnyAsync(n => n.ReadAt == null, cancel);
        Shown = await mine.OrderBy(n => n.ReadAt == null ? 0 : 1).ThenByDescending(n => n.At).ThenBy(n => n.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    /// <summary>Opens what a message is about and marks it as read. A form and no link: reading changes nothing .</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid notice, CancellationToken cancel) =>
        await read.OneAsync(notice, Actor.Of(User), cancel) is { } path ? LocalRedirect(Url.Content("~" + LocalPath.Read(path))) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await read.AllAsync(Actor.Of(User), cancel);
        return Redirect(Url.Content("~/notifications"));
    }
}
