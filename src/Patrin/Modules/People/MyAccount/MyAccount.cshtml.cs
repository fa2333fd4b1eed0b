using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.MyAccount;

/// <summary>An organisation the person acts for.</summary>
public sealed record MyOrganisation(Guid Id, string Name, OrganisationRole Role);

[SignedInPage]
public sealed class MyAccountModel(AppDbContext db, DescribeMyself describe, TimeProvider clock) : PageModel, IReloadable
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public string Mail { get; private set; } = "";

    public bool Saved { get; private set; }

    public IReadOnlyList<NetworkRole> Roles { get; private set; } = [];

    public IReadOnlyList<MyOrganisation> Organisations { get; private set; } = [];

    public async Task OnGetAsync(bool saved, CancellationToken cancel)
    {
        Saved = saved;
        var id = Actor.Of(User).AccountId;
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
        (Name, Language) = (account.DisplayName, account.Language);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await describe.RunAsync(Name, Language, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~/account?saved=true"));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        Mail = await db.Accounts.Where(a => a.Id == actor.AccountId).Select(a => a.Email!).SingleAsync(cancel);
        Roles = [.. actor.Roles.Order()];
        Organisations = await db.Memberships.At(clock.GetUtcNow().UtcDateTime).Where(m => m.AccountId == actor.AccountId && m.Organisation.State != OrganisationState.Closed)
            .OrderBy(m => m.Organisation.Name).Select(m => new MyOrganisation(m.OrganisationId, m.Organisation.Name, m.Role)).Take(100).ToListAsync(cancel);
    }
}

/// <summary>Changes the name others see and the language of mails.</summary>
public sealed class DescribeMyself(AppDbContext db, Catalogs catalogs, AuditTrail audit)
{
    public async Task RunAsync(string? name, string? language, Actor actor, CancellationToken cancel)
    {
        var text = PersonName.Require("Name", name);
        if (catalogs.ByTag(language ?? "") is not { } chosen)
            throw new RuleBroken("Language", "Choose a language from the list.");
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel);
        (account.DisplayName, account.Language) = (text, chosen.Tag);
        audit.Note(actor, "account.describe", "account", account.Id, fields: ["name", "language"]);
        await db.SaveChangesAsync(cancel);
    }
}
