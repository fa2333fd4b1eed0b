using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Primitives;
using Patrin.Platform.Access;
using Patrin.Platform.Settings;

namespace Patrin.Platform.Web;

/// <summary>Headers of quality.md section 4, on every response including errors, refusals and static files.</summary>
public static class SecurityHeaders
{
    /// <summary>For pages. No script of a page is written into it, so none needs a nonce.</summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default; report-to " + ContentPolicyReports.Group;

    /// <summary>For everything that is no page: opened in a window of its own it can do nothing.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private const string AllOff =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), " +
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var site = app.ApplicationServices.GetRequiredService<SiteState>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Write(context, site.IsHttps);
                return Task.CompletedTask;
            });
            return next();
        });
    }

    private static void Write(HttpContext context, bool isHttps)
    {
        var headers = context.Response.Headers;
        var type = context.Response.ContentType ?? "";
        var isPage = type.Length == 0 || type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        var isPrivate = IsPrivate(context);
        headers.ContentSecurityPolicy = isPage ? PagePolicy : DataPolicy;
        if (isPage)
            headers["Reporting-Endpoints"] = $"{ContentPolicyReports.Group}=\"{ContentPolicyReports.Path}\"";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = isPrivate ? "no-referrer" : "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = !isPrivate && IsPublicData(type) ? "cross-origin" : "same-origin";
        headers["Permissions-Policy"] = AllOff;
        if (isHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (IsFile(context))
            return;
        if (isPrivate)
            headers.CacheControl = "no-store";
        // Who is signed in stands on the page: a cache that keeps the visitors' page must not show it to others.
        headers.Vary = StringValues.Concat(headers.Vary, "Cookie");
    }

    /// <summary>Somebody is signed in, a cookie is given, or the page is not for everybody.</summary>
    private static bool IsPrivate(HttpContext context) =>
        !IsFile(context) && (context.User.Identity is { IsAuthenticated: true } || context.Response.Headers.SetCookie.Count > 0 || context.Request.Path.StartsWithSegments("/setup", StringComparison.Ordinal)
            || context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy != Policies.Read) == true);

    private static bool IsFile(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static bool IsPublicData(string type) =>
        type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("application/geo+json", StringComparison.OrdinalIgnoreCase);
}
