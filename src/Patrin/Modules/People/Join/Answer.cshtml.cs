using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Join;

/// <summary>The manager of an organisation that waits answers what a curator asked.</summary>
[OrganisationPage(OrganisationRole.Manager)]
public sealed class AnswerModel(AppDbContext db, AnswerCurators answer) : PageModel, IReloadable
{
    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public string Question { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Question.Length > 0 ? Page() : LocalRedirect(Url.Content("~" + OrganisationLinks.Organisation(Organisation)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await answer.RunAsync(Organisation, Answer, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~" + OrganisationLinks.Organisation(Organisation)));
    }

    public async Task LoadAsync(CancellationToken cancel) =>
        Question = await db.Set<JoinRequest>().Where(r => r.OrganisationId == Organisation && r.Answer == "").Select(r => r.Question).FirstOrDefaultAsync(cancel) ?? "";
}
