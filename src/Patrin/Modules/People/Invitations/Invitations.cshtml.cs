using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Invitations;

/// <summary>Open invitations of an organisation, and a new one.</summary>
[OrganisationPage(OrganisationRole.Manager)]
public sealed class InvitationsModel(AppDbContext db, Invite invite, ChangeInvitation change, TimeProvider clock) : PageModel, IReloadable
{
    [BindProperty]
    public InviteForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    [FromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<Invitation> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 25, 0);

    public DateTime Now { get; private set; }

    public bool IsDone { get; private set; }

    public Task OnGetAsync(bool done, CancellationToken cancel)
    {
        IsDone = done;
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await invite.RunAsync(Organisation, Form, Actor.Of(User), cancel);
        return Again(done: true);
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancel)
    {
        await change.RunAsync(Organisation, id, InvitationChange.SendAgain, Actor.Of(User), cancel);
        return Again(done: true);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        await change.RunAsync(Organisation, id, InvitationChange.Withdraw, Actor.Of(User), cancel);
        return Again(done: false);
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Name = await db.Organisations.Where(o => o.Id == Organisation).Select(o => o.Name).SingleAsync(cancel);
        var open = db.Set<Invitation>().AsNoTracking().Where(i => i.OrganisationId == Organisation && i.AcceptedAt == null && i.WithdrawnAt == null);
        Paging = Paging.Of(PageNumber, await open.CountAsync(cancel));
        Shown = await open.OrderByDescending(i => i.SentAt).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    private LocalRedirectResult Again(bool done) => LocalRedirect(Url.Content("~" + OrganisationLinks.Invitations(Organisation) + (done ? "?done=true" : "")));
}
