using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Platform.Moderation;

namespace Patrin.Modules.People.Moderation.Reporting;

/// <summary>Anybody reports a public item.</summary>
[PublicPage]
public sealed class ReportModel(Reportables reportables, SendReport send, CodeLists codes) : PageModel, IReloadable
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    public ReportedItem? Item { get; private set; }

    public IReadOnlyList<Code> Reasons => codes[ReportReasons.List].Current;

    public async Task<IActionResult> OnGetAsync(string? about, CancellationToken cancel)
    {
        Form.About = about;
        await LoadAsync(cancel);
        return Item is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var address = HttpContext.Connection.RemoteIpAddress;
        var code = await send.RunAsync(Form, Actor.Of(User), Throttle.Network(address), OpenSession.Shortened(address), cancel);
        return Redirect(Url.Content("~" + ModerationLinks.Receipt(code)));
    }

    /// <summary>A hidden item is not shown to strangers, not even its title.</summary>
    public async Task LoadAsync(CancellationToken cancel) =>
        Item = await reportables.FindAsync(Form.About, cancel) is { Item: { IsHidden: false } item } ? item : null;
}
