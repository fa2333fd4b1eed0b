using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.People.Sessions;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.Setup;

/// <summary>The page of the first run. Without the printed token, and for ever afterwards, there is no such page.</summary>
[PublicPage]
public sealed class SetupModel(ClaimSite claim, SetupToken setup, SiteState site, PatrinOptions options, OpenSession open, Texts texts) : PageModel, IReloadable
{
    [BindProperty]
    public SetupForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The operator has fixed the address in the settings.</summary>
    public bool AddressIsSet => options.Settings.PublicUrl is { Length: > 0 };

    /// <summary>Where to sign in, when that is another address than the one of this page.</summary>
    public Uri? GoOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await setup.IsGoodAsync(Token, cancel))
            return NotFound();
        Form.PublicUrl = (await site.AddressAsync(cancel)).GetLeftPart(UriPartial.Authority);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await setup.IsGoodAsync(Token, cancel) || await claim.RunAsync(Token!, Form, texts.Language, cancel) is not { } account)
            return NotFound();
        var address = await site.AddressAsync(cancel);
        if (address.Scheme == Request.Scheme && string.Equals(address.Authority, Request.Host.Value, StringComparison.OrdinalIgnoreCase))
        {
            await open.RunAsync(account, SignInMethod.Password, secondFactor: false, HttpContext, cancel);
            return Redirect(Url.Content("~/account/security?needed=true"));
        }

        GoOn = new(address, Url.Content("~/sign-in?next=%2Faccount%2Fsecurity"));
        return Page();
    }

    /// <summary>A passphrase is not sent back to where it came from.</summary>
    public Task LoadAsync(CancellationToken cancel)
    {
        Form.Password = null;
        ModelState.SetModelValue("Form.Password", null, null);
        return Task.CompletedTask;
    }
}
