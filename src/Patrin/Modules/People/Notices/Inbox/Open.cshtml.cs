using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.Notices.Inbox;

/// <summary>Leads to what a message is about and marks it as read.</summary>
[SignedInPage]
public sealed class OpenModel(ReadNotices read) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await read.OneAsync(id, Actor.Of(User), cancel) is { } path && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
            ? Redirect(Url.Content("~" + path))
            : NotFound();
}
