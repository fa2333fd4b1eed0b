using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Patrin.Modules.People.SignIn;
using Patrin.Platform;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.OpenId;

/// <summary>Leads to the sign-in provider. There is no such page without one.</summary>
[PublicPage]
public sealed class OpenIdModel(PatrinOptions options, IOptionsMonitor<OpenIdConnectOptions> schemes, ILogger<OpenIdModel> log) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? next, CancellationToken cancel)
    {
        if (options.Settings.OpenId is null)
            return NotFound();
        var onward = Uri.EscapeDataString(LocalPath.Read(next));
        if (!await AnswersAsync(cancel))
            return LocalRedirect(Url.Content("~/sign-in?said=provider&next=" + onward));
        return Challenge(new AuthenticationProperties { RedirectUri = Url.Content("~/sign-in/openid/done?next=" + onward) }, OpenIdSetup.SchemeName);
    }

    /// <summary>What the provider says of itself is read once and kept. Until then nobody waits longer than a few seconds, however many come.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var scheme = schemes.Get(OpenIdSetup.SchemeName);
        patience.CancelAfter(scheme.BackchannelTimeout);
        var known = scheme.ConfigurationManager!;
        try
        {
            var said = await known.GetConfigurationAsync(patience.Token);
            if (IsAddress(said.AuthorizationEndpoint) && IsAddress(said.TokenEndpoint))
                return true;
            known.RequestRefresh();
            log.ProviderFailed(null);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.ProviderFailed(e);
        }

        return false;
    }

    /// <summary>As with the provider itself: by https, or on this machine.</summary>
    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
