using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.SignIn;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.MyAccount;

/// <summary>Asks once more who sits there, before a sensitive step.</summary>
[SignedInPage]
public sealed class ProveModel(AppDbContext db, ProveIdentity prove, PatrinOptions options) : PageModel, IReloadable
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>A weaker proof would lead back to the same question.</summary>
    [BindProperty(SupportsGet = true, Name = "passkey")]
    public bool PasskeyOnly { get; set; }

    public bool IsDemo => options.Demo;

    public bool HasPassword { get; private set; }

    public bool HasAuthenticator { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await prove.RunAsync(Password, Code, Actor.Of(User), HttpContext, cancel);
        return LocalRedirect(Url.Content("~" + LocalPath.Read(Next)));
    }

    public async Task<IActionResult> OnPostMailAsync(CancellationToken cancel)
    {
        await prove.SendLinkAsync(LocalPath.Read(Next), Actor.Of(User), HttpContext, cancel);
        return LocalRedirect(Url.Content("~/sign-in/sent"));
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        Next = LocalPath.Read(Next);
        var id = Actor.Of(User).AccountId;
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
        (HasPassword, HasAuthenticator) = (account.PasswordHash is { Length: > 0 }, account.HasAuthenticator);
        // The code of an app is as good.
        PasskeyOnly &= !HasAuthenticator;
    }
}
