using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Patrin.Platform.Settings;

namespace Patrin.Platform.Web;

/// <summary>The cookie that goes with the forms. By https it is bound to the host; the site's own address decides, not the request.</summary>
internal sealed class FormCookie(SiteState site) : CookieBuilder
{
    public override string? Name
    {
        get => site.IsHttps ? "__Host-patrin-form" : "patrin-form";
        set => throw new NotSupportedException("The name follows the address.");
    }

    public override CookieSecurePolicy SecurePolicy
    {
        get => site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        set => throw new NotSupportedException("The policy follows the address.");
    }
}

internal sealed class FormCookieSetup(SiteState site) : IConfigureOptions<AntiforgeryOptions>
{
    public void Configure(AntiforgeryOptions options) =>
        options.Cookie = new FormCookie(site) { SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true, Path = "/" };
}
