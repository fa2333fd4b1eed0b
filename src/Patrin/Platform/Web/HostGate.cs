using Patrin.Platform.Settings;

namespace Patrin.Platform.Web;

/// <summary>
/// Only the site's own names are answered, before any page; with an https address, plain requests are sent there (pages)
/// or refused (programs, which would have sent their secret in the clear already).
/// </summary>
public static class HostGate
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void UseHostGate(this IApplicationBuilder app)
    {
        var site = app.ApplicationServices.GetRequiredService<SiteState>();
        var aliases = app.ApplicationServices.GetRequiredService<PatrinOptions>().Settings.HostAliases;
        app.Use(async (context, next) =>
        {
            var request = context.Request;
            var address = await site.AddressAsync(context.RequestAborted);
            if (request.Method is "TRACE" or "TRACK" or "CONNECT")
                await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "This method is not answered.");
            else if (!IsOurs(request.Host.Host, address, aliases))
                await RefuseAsync(context, StatusCodes.Status400BadRequest, "No site of this name is here.");
            else if (address.Scheme != Uri.UriSchemeHttps || request.IsHttps || request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                await next(context);
            else if (!SameSiteWrites.IsSafe(request.Method) || request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Headers.Authorization.Count > 0)
                await RefuseAsync(context, StatusCodes.Status403Forbidden, "Use https.");
            else
            {
                context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
                context.Response.Headers.Location = address.GetLeftPart(UriPartial.Authority) + request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
            }
        });
    }

    /// <summary>While nothing was decided, and in the demo network, the address is one of this machine.</summary>
    private static bool IsOurs(string host, Uri address, IReadOnlyList<string> aliases) =>
        string.Equals(host, address.Host, StringComparison.OrdinalIgnoreCase)
        || (StartChecks.IsLoopback(address.Host) && ThisMachine.Contains(host, StringComparer.OrdinalIgnoreCase))
        || aliases.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context, int status, string line)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(line + "\n", context.RequestAborted);
    }
}
