using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Administer.Users;

/// <summary>The step before an account is stopped: says what will happen, asks for the reason and for a fresh proof.</summary>
[AdministratorsPage, FreshProof]
public sealed class StopModel(AppDbContext db, FindAccounts find, ChangeAccount change, TimeProvider clock) : PageModel, IReloadable
{
    private const int Most = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Account { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public FoundAccount? Found { get; private set; }

    public IReadOnlyList<NetworkRole> Roles { get; private set; } = [];

    /// <summary>Names of the organisations that have no other manager.</summary>
    public IReadOnlyList<string> LeftAlone { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Found is null)
            return NotFound();
        // The page of the account says why there is nothing to stop.
        return Found.State != AccountState.Active || Actor.Of(User).AccountId == Account ? LocalRedirect(Url.Content("~" + AdminLinks.User(Account))) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await db.Accounts.AnyAsync(a => a.Id == Account && a.State != AccountState.Erased, cancel))
            return NotFound();
        await change.StopAsync(Account, Reason, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content($"~{AdminLinks.User(Account)}?said=stopped"));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var own = db.Accounts.AsNoTracking().Where(a => a.Id == Account && a.State != AccountState.Erased);
        Found = (await find.PageAsync(own, Paging.Of(1, 1), cancel)).SingleOrDefault();
        var now = clock.GetUtcNow().UtcDateTime;
        Roles = [.. (await db.RoleGrants.At(now).Where(g => g.AccountId == Account).OrderBy(g => g.Role).Select(g => g.Role).Take(Most).ToListAsync(cancel)).Distinct()];
        var alone = await change.OnlyManagerOfAsync(Account, cancel);
        LeftAlone = await db.Organisations.Where(o => alone.Contains(o.Id)).OrderBy(o => o.Name).Select(o => o.Name).Take(Most).ToListAsync(cancel);
    }
}
