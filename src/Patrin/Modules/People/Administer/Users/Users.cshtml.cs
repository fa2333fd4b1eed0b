using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Administer.Users;

/// <summary>Finds one person; lists only the accounts that were stopped.</summary>
[AdministratorsPage]
public sealed class UsersModel(FindAccounts find) : PageModel
{
    public string Q { get; private set; } = "";

    public bool ShowsStopped { get; private set; }

    public bool TooShort { get; private set; }

    public bool IsAsked { get; private set; }

    public int StoppedCount { get; private set; }

    public IReadOnlyList<FoundAccount> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public async Task OnGetAsync(string? q, bool stopped, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        (Q, ShowsStopped) = (q ?? "", stopped);
        StoppedCount = await find.Stopped().CountAsync(cancel);
        var found = stopped ? find.Stopped() : find.Sought(q);
        TooShort = found is null && Q.Length > 0;
        IsAsked = found is not null;
        if (found is null)
            return;
        Paging = Paging.Of(page, await found.CountAsync(cancel));
        Shown = await find.PageAsync(found, Paging, cancel);
    }
}
