using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.MyAccount;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Tokens;

[SignedInPage, FreshProof]
public sealed class TokensModel(AppDbContext db, MakeToken make, TimeProvider clock) : PageModel, IReloadable
{
    [BindProperty]
    public TokenForm Form { get; set; } = new();

    /// <summary>The key just made; gone with the next page.</summary>
    public string? Made { get; private set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<ApiToken> List { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public IReadOnlyList<MyOrganisation> Organisations { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task OnPostAsync(CancellationToken cancel)
    {
        Made = await make.RunAsync(Form, Actor.Of(User), cancel);
        ModelState.Clear();
        Form = new();
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken cancel) =>
        await make.RevokeAsync(token, Actor.Of(User), cancel) > 0 ? LocalRedirect(Url.Content("~/account/tokens")) : NotFound();

    public async Task LoadAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        var own = db.Set<ApiToken>().AsNoTracking().Include(t => t.Organisation).Where(t => t.AccountId == actor.AccountId);
        Paging = Paging.Of(int.TryParse(Request.Query["page"], out var page) ? page : 1, await own.CountAsync(cancel));
        List = await own.OrderByDescending(t => t.CreatedAt).ThenBy(t => t.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        var mine = actor.Organisations.Keys.ToList();
        Organisations = await db.Organisations.Where(o => mine.Contains(o.Id)).OrderBy(o => o.Name)
            .Select(o => new MyOrganisation(o.Id, o.Name, OrganisationRole.Editor)).Take(100).ToListAsync(cancel);
    }
}
