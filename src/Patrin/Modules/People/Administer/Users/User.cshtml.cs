using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Administer.Users;

/// <summary>One account: what it may do, and what an administrator can do for it.</summary>
[AdministratorsPage]
public sealed class UserModel(AppDbContext db, FindAccounts find, ChangeAccount change, Texts texts, TimeProvider clock) : PageModel, IReloadable
{
    private const int Most = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Account { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public FoundAccount? Found { get; private set; }

    public string Done { get; private set; } = "";

    public DateTime Since { get; private set; }

    public string StateReason { get; private set; } = "";

    public int Sessions { get; private set; }

    public bool IsOwn => Actor.Of(User).AccountId == Account;

    public IReadOnlyList<RoleGrant> Roles { get; private set; } = [];

    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    /// <summary>Organisations that have no other manager.</summary>
    public IReadOnlySet<Guid> Alone { get; private set; } = new HashSet<Guid>();

    public async Task<IActionResult> OnGetAsync(string? said, CancellationToken cancel)
    {
        Done = said switch
        {
            "reset" => texts["The link is on its way."],
            "sessions" => texts["All sessions have ended."],
            "stopped" => texts["The account is stopped."],
            "open" => texts["The account is open again."],
            _ => "",
        };
        await LoadAsync(cancel);
        return Found is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostResetAsync(CancellationToken cancel) => RunAsync("reset", a => change.SendResetAsync(Account, a, cancel));

    public Task<IActionResult> OnPostSessionsAsync(CancellationToken cancel) => RunAsync("sessions", a => change.EndSessionsAsync(Account, a, cancel));

    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel) => RunAsync("open", a => change.RestoreAsync(Account, Reason, a, cancel));

    public async Task LoadAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow().UtcDateTime;
        var own = db.Accounts.AsNoTracking().Where(a => a.Id == Account && a.State != AccountState.Erased);
        Found = (await find.PageAsync(own, Paging.Of(1, 1), cancel)).SingleOrDefault();
        if (Found is null)
            return;
        var more = await own.Select(a => new { a.CreatedAt, a.StateReason }).SingleAsync(cancel);
        (Since, StateReason) = (more.CreatedAt, more.StateReason);
        var idle = now - Session.Idle;
        Sessions = await db.Sessions.CountAsync(s => s.AccountId == Account && s.EndsAt > now && s.SeenAt > idle, cancel);
        Roles = await db.RoleGrants.AsNoTracking().At(now).Where(g => g.AccountId == Account).OrderBy(g => g.Role).Take(Most).ToListAsync(cancel);
        Memberships = await db.Memberships.AsNoTracking().At(now).Include(m => m.Organisation)
            .Where(m => m.AccountId == Account && m.Organisation.State != OrganisationState.Closed).OrderBy(m => m.Organisation.Name).Take(Most).ToListAsync(cancel);
        Alone = await change.OnlyManagerOfAsync(Account, cancel);
    }

    private async Task<IActionResult> RunAsync(string said, Func<Actor, Task> run)
    {
        if (!await db.Accounts.AnyAsync(a => a.Id == Account && a.State != AccountState.Erased, HttpContext.RequestAborted))
            return NotFound();
        await run(Actor.Of(User));
        return LocalRedirect(Url.Content($"~{AdminLinks.User(Account)}?said={said}"));
    }
}
