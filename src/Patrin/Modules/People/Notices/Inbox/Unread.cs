using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Notices.Inbox;

internal sealed class Unread(AppDbContext db) : IUnread
{
    // More than this is "100": the number says that there is something to read.
    private const int Enough = 100;

    public Task<int> CountAsync(Guid account, CancellationToken cancel) =>
        db.Notices.Where(n => n.AccountId == account && n.ReadAt == null).OrderBy(n => n.Id).Take(Enough).CountAsync(cancel);
}
