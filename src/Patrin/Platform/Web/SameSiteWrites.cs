using Patrin.Platform.Settings;

namespace Patrin.Platform.Web;

/// <summary>
/// An unsafe request must come from our own pages, before any token is looked at: .NET 10 checks tokens only.
/// The browser says so in <c>Sec-Fetch-Site</c>, older ones in <c>Origin</c> or <c>Referer</c>. Nothing at all is enough only
/// without cookies: a program that shows a token of its own (ADR 12).
/// </summary>
public static class SameSiteWrites
{
    public static void UseSameSiteWrites(this IApplicationBuilder app)
    {
        var site = app.ApplicationServices.GetRequiredService<SiteState>();
        app.Use((context, next) =>
        {
            if (IsSafe(context.Request.Method) || context.IsForErrorPage() || IsOurs(context.Request, site.Address))
                return next();
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    public static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request, Uri address)
    {
        var headers = request.Headers;
        if (headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        if (headers.Origin.ToString() is { Length: > 0 } origin)
            return IsSameOrigin(origin, request, address);
        if (headers.Referer.ToString() is { Length: > 0 } referer)
            return IsSameOrigin(referer, request, address);
        return headers.Cookie.Count == 0;
    }

    /// <summary>The host of a request was checked against the site's own names before; the scheme is the site's.</summary>
    private static bool IsSameOrigin(string from, HttpRequest request, Uri address) =>
        Uri.TryCreate(from, UriKind.Absolute, out var uri) && uri.Scheme == address.Scheme
        && HostString.FromUriComponent(uri) is var host && string.Equals(host.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && uri.Port == (request.Host.Port ?? (uri.Scheme == Uri.UriSchemeHttps ? 443 : 80));
}
