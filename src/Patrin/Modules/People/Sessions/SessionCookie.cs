using Patrin.Platform.Settings;

namespace Patrin.Modules.People.Sessions;

/// <summary>The cookie of a session: only its random value. Scheme and name come from the site's own address, not from the request.</summary>
public sealed class SessionCookie(SiteState site)
{
    /// <summary>By https no other host and no path can set it.</summary>
    public string Name => site.IsHttps ? "__Host-patrin" : "patrin";

    public string? Read(HttpRequest request) => request.Cookies[Name];

    public void Write(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options());

    public void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options());

    private CookieOptions Options() => new()
    {
        Path = "/", HttpOnly = true, Secure = site.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true,
    };
}
