using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Wording;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.History;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Organisations.Edit;

/// <summary>The public words of an organisation. Who saves second sees both versions and loses nothing.</summary>
[OrganisationPage(OrganisationRole.Publisher)]
public sealed class EditModel(AppDbContext db, EditOrganisation edit, WordingHints wording, CodeLists codes, Texts texts) : PageModel, IReloadable
{
    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    public string Name { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Words to avoid in what was just saved: shown, never blocked.</summary>
    public IReadOnlyList<WordingHint> Hints { get; private set; } = [];

    /// <summary>What stands there now against what was typed.</summary>
    public IReadOnlyList<FieldChange> Theirs { get; private set; } = [];

    public async Task OnGetAsync(bool saved, CancellationToken cancel)
    {
        var found = await FindAsync(cancel);
        Form = OrganisationForm.Of(found);
        if (saved)
            Hints = wording.Find(found.About, texts.Language);
    }

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancel)
    {
        Version = version;
        try
        {
            await edit.RunAsync(Organisation, Form, version, Actor.Of(User), cancel);
        }
        catch (ChangedMeanwhile)
        {
            return await ShowBothAsync(cancel);
        }

        var hasHints = wording.Find(Form.About ?? "", texts.Language).Count > 0;
        return LocalRedirect(Url.Content("~" + (hasHints ? OrganisationLinks.Edit(Organisation) + "?saved=true" : OrganisationLinks.Organisation(Organisation))));
    }

    /// <summary>After a refused post: the typed words stay, and the version they were typed on.</summary>
    public async Task LoadAsync(CancellationToken cancel) =>
        Name = await db.Organisations.Where(o => o.Id == Organisation).Select(o => o.Name).SingleAsync(cancel);

    private async Task<IActionResult> ShowBothAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var found = await FindAsync(cancel);
        var mine = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == Organisation, cancel);
        Form.Checked(codes).WriteTo(mine);
        Theirs = Versions.Differences(PublicFields.Of(found), PublicFields.Of(mine));
        // The next save is a knowing one.
        ModelState.Remove("version");
        ModelState.AddModelError("", texts["Somebody else saved while you wrote. Compare both versions below, then save again."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<Organisation> FindAsync(CancellationToken cancel)
    {
        var found = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == Organisation, cancel);
        (Name, Version) = (found.Name, found.Version);
        return found;
    }
}
